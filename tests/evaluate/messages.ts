import { z } from 'zod';
import { defaultKeys, defaultRules } from '../../src/features/rules/rules/defaults.ts';
import { compile } from '../../src/features/rules/rules/engine.ts';
import type { Facts } from '../../src/features/rules/rules/facts.ts';
import type { Engine, Hit } from '../../src/features/rules/rules/hit.ts';
import { accusing, type Rule } from '../../src/features/rules/rules/rule.ts';
import { openWindows } from '../../src/features/rules/rules/windows.ts';
import { day } from '../../src/kernel/time.ts';
import type { WrongLine } from './offers.ts';

export const labels = ['ok', 'spam', 'phishing', 'job_spam'] as const;
export type Label = (typeof labels)[number];

/** One labelled message a line, as `npm run evaluate -- messages` reads it. Other keys are left alone. */
const labelled = z.object({
  text: z.string(),
  channel: z.string(),
  author_age_days: z.number().nonnegative(),
  member_age_days: z.number().nonnegative(),
  has_attachment: z.boolean(),
  label: z.enum(labels),
});
export type LabelledMessage = z.output<typeof labelled> & { line: number };

function parse(text: string): { value: unknown } | { why: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { why: error instanceof Error ? error.message : 'not JSON' };
  }
}

/** Reads JSON lines; empty ones are skipped, wrong ones are named by their number, from 1. */
export function readMessages(file: string): { messages: LabelledMessage[]; wrong: WrongLine[] } {
  const messages: LabelledMessage[] = [];
  const wrong: WrongLine[] = [];
  file
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((text, index) => {
      if (text.trim() === '') return;
      const line = index + 1;
      const json = parse(text);
      if ('why' in json) {
        wrong.push({ line, why: json.why });
        return;
      }
      const message = labelled.safeParse(json.value);
      if (message.success) messages.push({ ...message.data, line });
      else
        wrong.push({ line, why: message.error.issues.map(({ path, message: said }) => `${path.join('.')}: ${said}`).join('; ') });
    });
  return { messages, wrong };
}

/** Channels where offers of jobs belong, by their names: a server says so in its settings. */
const jobNames = /job|emploi|offre|recrut|alternance|stage|career|carri[eè]re|hiring|freelance|mission|opportunit/i;
export const isJobChannel = (channel: string): boolean => jobNames.test(channel);
const now = Date.UTC(2026, 0, 12, 14);

export function factsOf({ text, channel, author_age_days, member_age_days, has_attachment }: LabelledMessage): Facts {
  return {
    kind: 'message',
    guildId: '100000000000000001',
    channelId: channel,
    parentId: null,
    categoryId: null,
    messageId: '100000000000000003',
    authorId: '100000000000000004',
    authorName: 'somebody',
    authorCreatedAt: now - author_age_days * day,
    joinedAt: now - member_age_days * day,
    roleIds: [],
    isStaff: false,
    text,
    at: now,
    attachments: has_attachment ? [{ id: '1', name: 'image.png', size: 90_000, type: 'image/png', width: 800, height: 600 }] : [],
    mentions: {
      users: new Set(text.match(/<@!?\d+>/g)).size,
      roles: new Set(text.match(/<@&\d+>/g)).size,
      everyone: /@(?:everyone|here)\b/.test(text),
    },
    embeds: 0,
    isReply: false,
    isForward: false,
    raidLevel: 'none',
  };
}

const names = Object.fromEntries(defaultKeys.map((key) => [key, key])) as Record<(typeof defaultKeys)[number], string>;
export const rules: readonly Rule[] = defaultRules(names).map(({ key: _, ...draft }, index) => ({ ...draft, id: index + 1 }));

/** The default rules, for a server whose job channels are those of the messages that are called so. */
export const engineFor = (channels: readonly string[]): Engine =>
  compile(rules, {
    blocked: [],
    allowed: [],
    invites: [],
    jobChannelIds: channels.filter((channel) => isJobChannel(channel)),
    zone: 'Europe/Paris',
  });

export type Judged = { message: LabelledMessage; hits: Hit[]; isCaught: boolean };

/** A message is caught when a rule that is on takes it away, keeps it, or shows it to moderators. Each is read alone: nothing was said before it. */
export function judgeMessages(messages: readonly LabelledMessage[]): Judged[] {
  const engine = engineFor([...new Set(messages.map(({ channel }) => channel))]);
  return messages.map((message) => {
    const hits = engine.read(factsOf(message), openWindows());
    const isCaught = hits.some(
      ({ ruleId, mode }) => mode === 'on' && rules[ruleId - 1]?.actions.some(({ kind }) => accusing.has(kind)) === true,
    );
    return { message, hits, isCaught };
  });
}

export type Measured = {
  size: number;
  bad: number;
  /** Of what was caught, how much was bad; 1 when nothing was. */
  precision: number;
  /** Of what is bad, how much was caught; 1 when nothing is. */
  recall: number;
  byLabel: readonly { label: Exclude<Label, 'ok'>; size: number; caught: number; recall: number; named: number }[];
  misses: readonly Judged[];
};

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export function measure(messages: readonly LabelledMessage[]): Measured {
  const judged = judgeMessages(messages);
  const bad = judged.filter(({ message }) => message.label !== 'ok');
  const caught = judged.filter(({ isCaught }) => isCaught);
  const right = caught.filter(({ message }) => message.label !== 'ok').length;
  return {
    size: messages.length,
    bad: bad.length,
    precision: share(right, caught.length),
    recall: share(right, bad.length),
    byLabel: (['spam', 'phishing', 'job_spam'] as const).map((label) => {
      const ofLabel = bad.filter(({ message }) => message.label === label);
      const found = ofLabel.filter(({ isCaught }) => isCaught);
      const named = found.filter(({ hits }) => hits.some(({ found: all }) => all.some(({ kind }) => kind === label)));
      return {
        label,
        size: ofLabel.length,
        caught: found.length,
        recall: share(found.length, ofLabel.length),
        named: named.length,
      };
    }),
    misses: judged.filter(({ message, isCaught }) => (message.label !== 'ok') !== isCaught),
  };
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

export const summary = (name: string, { size, bad, precision, recall, byLabel }: Measured): string =>
  [
    `${name.padEnd(9)} ${String(size).padStart(5)} messages, ${String(bad).padStart(5)} bad   precision ${percent(precision)}   recall ${percent(recall)}`,
    ...byLabel.map(
      (one) =>
        `  ${one.label.padEnd(9)} ${String(one.size).padStart(4)}   recall ${percent(one.recall)}   called so: ${one.named} of ${one.caught}`,
    ),
  ].join('\n');

/** What was misjudged, and what weighed in it. */
export function describeMiss({ message, hits }: Judged): string {
  const kind = message.label === 'ok' ? 'false alarm' : `missed ${message.label}`;
  const shown = hits.flatMap(({ ruleId, found }) =>
    found.map(
      ({ reason }) =>
        `      ${rules[ruleId - 1]?.name ?? ruleId}: ${reason.code} ${reason.score ?? reason.count ?? ''} ${reason.values.join(', ')}`,
    ),
  );
  return [
    `  line ${message.line}, ${kind} (#${message.channel}): ${message.text.replace(/\s+/g, ' ').slice(0, 220)}`,
    ...shown,
  ].join('\n');
}
