import { setFlagsFromString } from 'node:v8';

// Two parts of the program are WebAssembly: Prisma's compiler of queries, which keeps its plans, and Node's stripping of types. To optimise
// them in the background takes memory that the system never gets back, a tenth of all, for work that is soon done. Set before either is loaded.
for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);
