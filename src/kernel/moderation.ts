import { z } from 'zod';
import type { Locale, Text } from './text.ts';
import { day } from './time.ts';
import { customId, rowCount, rowId, snowflake, taskContract } from './wire.ts';

/** The words of moderation, which several features read and write. */
export const caseKinds = {
  note: { fr: 'Note interne', en: 'Internal note' },
  warning: { fr: 'Avertissement', en: 'Warning' },
  timeout: { fr: 'Exclusion temporaire', en: 'Timeout' },
  kick: { fr: 'Expulsion', en: 'Kick' },
  tempban: { fr: 'Bannissement temporaire', en: 'Temporary ban' },
  ban: { fr: 'Bannissement définitif', en: 'Permanent ban' },
  release: { fr: 'Fin de sanction', en: 'End of a sanction' },
} as const satisfies Record<string, Text>;
export type CaseKind = keyof typeof caseKinds;
export const caseKindKeys = Object.keys(caseKinds) as [CaseKind, ...CaseKind[]];

/** Those that a moderator chooses from. */
export const measures = ['note', 'warning', 'timeout', 'kick', 'tempban', 'ban'] as const satisfies readonly CaseKind[];
export type Measure = (typeof measures)[number];

export const severities = {
  low: { fr: 'Légère', en: 'Low' },
  medium: { fr: 'Moyenne', en: 'Medium' },
  high: { fr: 'Grave', en: 'High' },
} as const satisfies Record<string, Text>;
export type Severity = keyof typeof severities;

/** How a case came to be. `discord`: by Discord's own menus; `time`: its time was over. */
export const origins = ['command', 'discord', 'rule', 'report', 'vote', 'appeal', 'compromised', 'time'] as const;
export type Origin = (typeof origins)[number];

/** What led to a case: a row of the feature that is told of it. */
export const sources = ['report', 'hit', 'vote', 'account'] as const;
export type Source = { kind: (typeof sources)[number]; id: number };

/** Why something is reported: what the law names first (DSA, articles 16 and 17), then what a community minds. */
export const categories = {
  illegal: { fr: 'Contenu illégal', en: 'Illegal content' },
  minors: { fr: 'Concerne des personnes mineures', en: 'Involves minors' },
  sexual: { fr: 'Contenu sexuel', en: 'Sexual content' },
  harassment: { fr: 'Harcèlement ou menace', en: 'Harassment or threat' },
  offensive: { fr: 'Propos offensants', en: 'Offensive' },
  misleading: { fr: 'Trompeur ou fabriqué par IA', en: 'Misleading or made by AI' },
  privacy: { fr: 'Vie privée', en: 'Privacy' },
  dangerous: { fr: 'Dangereux', en: 'Dangerous' },
  fraud: { fr: 'Arnaque ou fraude', en: 'Scam or fraud' },
  property: { fr: 'Propriété intellectuelle', en: 'Intellectual property' },
  spam: { fr: 'Spam ou publicité', en: 'Spam or advertising' },
  other: { fr: 'Autre', en: 'Other' },
} as const satisfies Record<string, Text>;
export type Category = keyof typeof categories;

/** How tense the server is: the higher, the stricter. */
export const raidLevels = {
  none: { fr: 'Normal', en: 'Normal' },
  low: { fr: 'Vigilance', en: 'Low' },
  medium: { fr: 'Alerte', en: 'Medium' },
  high: { fr: 'Raid', en: 'High' },
} as const satisfies Record<string, Text>;
export type RaidLevel = keyof typeof raidLevels;
export const raidLevelKeys = Object.keys(raidLevels) as [RaidLevel, ...RaidLevel[]];

/** Discord's longest timeout, less a minute for the way there. https://docs.discord.com/developers/resources/guild#modify-guild-member */
export const longestTimeoutSeconds = 28 * 86_400 - 60;

/** Channels that several features write to. */
export const moderationKey = 'moderation';
/** The rules of the server, where everybody reads: also the parent of the threads of those whose direct messages are closed. */
export const rulesKey = 'rules';

/** A moderator opens a case. */
export const caseId = customId('moderation:case', { caseId: rowId });
/** A moderator begins a sanction from a card: of whom, with which evidence (0: none), because of what (`none`, 0). */
export const actId = customId('moderation:act', {
  userId: snowflake,
  evidenceId: rowCount,
  source: z.enum(['none', ...sources]),
  sourceId: rowCount,
});
/** One's own cases: on the server, and from a direct message. */
export const myCasesId = customId('moderation:mine', {});
export const myCasesOfId = customId('moderation:mine:of', { guildId: snowflake });
/** Opens the form of an appeal. */
export const appealId = customId('moderation:appeal', { guildId: snowflake, caseId: rowId });
/** Opens the form that reports a person; a message is reported from its menu. */
export const reportId = customId('moderation:report:open', {});
/** A report, hit or account goes to a vote of the team. */
export const proposeId = customId('moderation:vote:propose', {
  userId: snowflake,
  evidenceId: rowCount,
  source: z.enum(['none', ...sources]),
  sourceId: rowCount,
});
/** The rules of the server, and one of them. */
export const rulesId = customId('moderation:rules', {});
export const ruleId = customId('moderation:rules:one', { ruleId: rowId });

/** Promised by `moderation` and `votes`, answered by whom the source belongs to: a case came of it; null: it was closed without one. */
const outcome = { guildId: snowflake, caseId: z.number().int().nullable() };
export const reportActed = taskContract('reports.acted', z.object({ ...outcome, reportId: z.number().int() }));
export const hitActed = taskContract('rules.acted', z.object({ ...outcome, hitId: z.number().int() }));
export const voteActed = taskContract('votes.acted', z.object({ ...outcome, voteId: z.number().int() }));
export const accountActed = taskContract('compromised.acted', z.object({ ...outcome, accountId: z.number().int() }));

/** Promised by `votes`: a vote about a report began, or ended without deciding anything. */
export const reportVoted = taskContract('reports.voted', z.object({ guildId: snowflake, reportId: z.number().int() }));

const aCase = z.object({ guildId: snowflake, caseId: z.number().int() });
/** Promised by `moderation`: a case is void, its sanction ended, or it was hidden or shown: an appeal against it is closed, or says so. */
export const caseClosed = taskContract('appeals.case_closed', aCase);

/** Promised by `rules`: an account sends the same to many channels, as stolen ones do. `others`: what it sent before, that looks like the hit. */
export const accountCompromised = taskContract(
  'compromised.secure',
  z.object({
    guildId: snowflake,
    userId: snowflake,
    hitId: z.number().int(),
    others: z.array(z.object({ channelId: snowflake, messageId: snowflake })).optional(),
  }),
);
/** Promised by `raids`: which rules are active changed. */
export const raidChanged = taskContract('rules.raid_changed', z.object({ guildId: snowflake }));
/** Promised by `rules`: what Discord's AutoMod shall run changed. */
export const rulesChanged = taskContract('automod.compile', z.object({ guildId: snowflake }));

type WrittenRule = { title: string; body: string; titleEn: string; bodyEn: string };
/** A rule as somebody reads it: in English where it was written, else as in French. */
export const ruleTitle = ({ title, titleEn }: Pick<WrittenRule, 'title' | 'titleEn'>, locale: Locale): string =>
  locale === 'en' && titleEn !== '' ? titleEn : title;
export const ruleBody = ({ body, bodyEn }: Pick<WrittenRule, 'body' | 'bodyEn'>, locale: Locale): string =>
  locale === 'en' && bodyEn !== '' ? bodyEn : body;

/** What may be appealed, once and for how long. */
const appealKinds: readonly CaseKind[] = ['warning', 'timeout', 'kick', 'tempban', 'ban'];
export const appealDaysOf = (kind: CaseKind): number => (kind === 'ban' || kind === 'tempban' ? 180 : 60);
export const isAppealable = (
  { kind, state, voidedAt, createdAt }: { kind: CaseKind; state: string; voidedAt: Date | null; createdAt: Date },
  now: Date,
): boolean =>
  appealKinds.includes(kind) &&
  state !== 'failed' &&
  voidedAt === null &&
  now.getTime() - createdAt.getTime() < appealDaysOf(kind) * day;

/** Where somebody is told of their sanctions whose direct messages are closed: one private thread. Null while there is no channel. */
export function rulesRoom(
  channels: Readonly<Record<string, string>>,
  locale: Locale,
): { channelId: string; name: string } | null {
  const channelId = channels[rulesKey];
  return channelId === undefined
    ? null
    : { channelId, name: { fr: 'Message de la modération', en: 'From the moderation team' }[locale] };
}
