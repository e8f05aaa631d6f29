import { audit } from '../../../infra/audit.ts';
import type { Db } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { noDomain, tooManyDomains } from '../messages/refusal.ts';
import { readDomain } from '../rules/domain.ts';
import { mostDomains } from '../rules/limit.ts';
import type { ListKind } from '../wire.ts';
import { touchRules } from './rule.ts';

/** What was typed or sent as a file: domains one a line, as hosts files and block lists write them too. */
export function readDomains(typed: string): { domains: string[]; refused: string[] } {
  const words = typed
    .split(/[\n,;]/)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.replace(/^(0\.0\.0\.0|127\.0\.0\.1|::1?)\s+/, ''));
  const read = words.map((word) => ({ word, domain: readDomain(word) }));
  return {
    domains: [...new Set(read.flatMap(({ domain }) => domain ?? []))].sort(),
    refused: read.flatMap(({ word, domain }) => (domain === null ? [word] : [])),
  };
}

export type ListCounts = Record<ListKind, number>;

export async function countLists(db: Db, guildId: string): Promise<ListCounts> {
  const rows = await db.ruleList.groupBy({ by: ['kind'], where: { guildId }, _count: true });
  const of = (kind: ListKind) => rows.find((row) => row.kind === kind)?._count ?? 0;
  return { blocked: of('blocked'), allowed: of('allowed') };
}

export const domainsOf = async (db: Db, guildId: string, kind: ListKind): Promise<string[]> => {
  const rows = await db.ruleList.findMany({ where: { guildId, kind }, orderBy: { domain: 'asc' }, select: { domain: true } });
  return rows.map(({ domain }) => domain);
};

/** How many are new. Throws `rules.no_domain`, `rules.too_many_domains`. */
export const addDomains = (
  db: Db,
  { guildId, actorId, now }: Change,
  kind: ListKind,
  typed: string,
): Promise<{ added: number; refused: string[] }> =>
  db.$transaction(async (tx) => {
    const { domains, refused } = readDomains(typed);
    if (domains.length === 0) throw noDomain(refused[0] ?? '');
    await touchRules(tx, guildId);
    const added = await tx.$executeRaw`
      INSERT INTO rule_list (guild_id, kind, domain) SELECT ${guildId}, ${kind}::rule_list_kind, domain FROM unnest(${domains}::text[]) AS domain
      ON CONFLICT DO NOTHING`;
    const count = await tx.ruleList.count({ where: { guildId, kind } });
    if (count > mostDomains) throw tooManyDomains(mostDomains);
    await audit(tx, { guildId, actorId, action: 'rules.add_domains', subject: `list:${kind}`, after: { added, count }, at: now });
    return { added, refused };
  });

/** How many were there. Throws `rules.no_domain`. */
export const removeDomains = (db: Db, { guildId, actorId, now }: Change, kind: ListKind, typed: string): Promise<number> =>
  db.$transaction(async (tx) => {
    const { domains, refused } = readDomains(typed);
    if (domains.length === 0) throw noDomain(refused[0] ?? '');
    await touchRules(tx, guildId);
    const { count } = await tx.ruleList.deleteMany({ where: { guildId, kind, domain: { in: domains } } });
    await audit(tx, {
      guildId,
      actorId,
      action: 'rules.remove_domains',
      subject: `list:${kind}`,
      after: { removed: count },
      at: now,
    });
    return count;
  });
