import type { Db } from '../../../infra/db.ts';
import type { Facts } from '../rules/facts.ts';
import type { Hit } from '../rules/hit.ts';
import { fingerprintOf } from '../rules/print.ts';
import { type Happening, recordHits } from './hit.ts';
import type { Ready } from './memory.ts';

type Seen = {
  facts: Facts;
  hits: readonly Hit[];
  /** Administers the server by Discord's own permission: of the team too. */
  isBoss: boolean;
} & Pick<Happening, 'key' | 'sentAt' | 'files' | 'now'> & { isHeld?: boolean };

/** Writes down what was found, but for what was learnt to be a false alarm. */
export async function keepFound(db: Db, ready: Ready, { facts, hits, isBoss, ...rest }: Seen): Promise<void> {
  const print = fingerprintOf(facts);
  const found = hits.flatMap((hit) => {
    const rule = ready.rules.get(hit.ruleId);
    if (!rule || (isBoss && rule.exemptions.staff)) return [];
    return print !== null && ready.exceptions.get(rule.id)?.has(print) ? [] : [{ hit, rule }];
  });
  if (found.length > 0) await recordHits(db, { facts, ...rest, hits: found });
}
