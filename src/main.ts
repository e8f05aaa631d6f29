import { enableCompileCache } from 'node:module';

// What Node compiled is kept for the next start, which then takes half the time; so nothing is imported before this line has run.
enableCompileCache();
await import('./start.ts');
