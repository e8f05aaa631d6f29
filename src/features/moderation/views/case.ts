import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10';
import type { ModerationCase } from '../../../../prisma/client/client.ts';
import type { Message } from '../../../discord/command.ts';
import { caseKinds, ruleId, ruleTitle, severities } from '../../../kernel/moderation.ts';
import {
  buttonOf,
  container,
  linkTo,
  paragraph,
  placeOf,
  plainNote,
  row,
  rows,
  screen,
  selectOf,
  separator,
} from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { appealNames, deedName, originNames, caseText as text } from '../messages/case.ts';
import { countsNow, isRunning, searchCode } from '../rules/case.ts';
import type { Way } from '../service/act.ts';
import type { CaseFile, CaseList, CaseSearch, Deed, FilePage } from '../service/read.ts';
import { casesId, casesOfId, casesOpenId, editId, filesId, hideId, liftId, unhideId, voidId } from '../wire.ts';

/** Who reads, and when. */
export type Sight = { isAdmin: boolean; now: Date; locale: Locale };

/** Typed by somebody: each line stays inside the quotation, and the whole under `limit`. */
export const quoted = (typed: string, limit: number): string =>
  cut(
    escapeMarkdown(typed)
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
    limit,
  );

const colon = (locale: Locale): string => (locale === 'fr' ? ' :' : ':');
const fact = (label: Text, value: string, locale: Locale): string => `**${label[locale]}**${colon(locale)} ${value}`;

/** Where it stands, in words. */
export function standingOf(made: ModerationCase, now: Date): Text {
  const { kind, state, endsAt, endedAt, voidedAt, voidedBy } = made;
  if (state === 'failed') return text.failed;
  if (voidedAt) return text.voided(timeOf(voidedAt, 'D'), voidedBy ? `<@${voidedBy}>` : null);
  if (state === 'pending') return text.pending;
  if (isRunning(made, now)) return kind === 'ban' || !endsAt ? text.forGood : text.until(timeOf(endsAt));
  const over = endedAt ?? endsAt;
  return over ? text.ended(timeOf(over)) : text.noted;
}

function decidedOf({ made, isAuthorErased }: CaseFile, locale: Locale): string {
  const { authorId, behalfId, origin, createdAt } = made;
  const nobody = origin === 'vote' ? text.team : isAuthorErased ? text.formerStaff : text.program;
  const who = authorId ? text.by(`<@${authorId}>`) : nobody;
  const behalf = behalfId ? `, ${text.behalf(`<@${behalfId}>`)[locale]}` : '';
  return `${who[locale]}, ${originNames[origin][locale]}${behalf}, ${timeOf(createdAt)}`;
}

function weightOf(made: ModerationCase, { now, locale }: Sight): string[] {
  const { severity, points, pointsUntil } = made;
  if (!severity) return [];
  const counted = countsNow(made, now) && pointsUntil ? text.points(points, timeOf(pointsUntil, 'D')) : text.pointsOver(points);
  return [
    fact(
      text.severity,
      points > 0 ? `${severities[severity][locale]}, ${counted[locale]}` : severities[severity][locale],
      locale,
    ),
  ];
}

/** What changed of a case, as a row of the log names it. */
const changedOf = (after: unknown): string[] => {
  const { changed } = (after ?? {}) as { changed?: unknown };
  return Array.isArray(changed) ? changed.filter((part): part is string => typeof part === 'string') : [];
};

function lineOf({ action, after, at, actorId }: Deed, locale: Locale): string[] {
  const name = deedName(action, changedOf(after));
  const by = actorId ? `, ${text.by(`<@${actorId}>`)[locale]}` : '';
  return name ? [`- ${timeOf(at)} ${name[locale]}${by}`] : [];
}

function evidenceOf({ evidence, files, lost }: CaseFile, locale: Locale): string[] {
  if (!evidence) return [];
  const said = [
    text.evidenceUntil(timeOf(evidence.purgeAt, 'D'))[locale],
    ...(files.length > 0 ? [text.files(files.length)[locale]] : []),
  ];
  return [
    fact(text.evidence, said.join(', '), locale),
    evidence.content === '' ? `> -# ${text.noWords[locale]}` : quoted(evidence.content, 800),
    ...(lost > 0 ? [text.filesLost(lost)[locale]] : []),
  ];
}

/** All that a moderator reads of a case, and what they can do about it. `said`: what just happened. */
export function caseScreen(file: CaseFile, sight: Sight, said?: Text): Message {
  const { made, rule, evidence, files, released, release, appeal, history } = file;
  const { isAdmin, now, locale } = sight;
  const id = { caseId: made.id };
  const way = (made.toldVia as Way | null) ?? 'not';
  const isRemoved = made.kind === 'kick' || made.kind === 'tempban' || made.kind === 'ban';
  const via = way === 'none' && isRemoved ? text.toldRemoved : text.toldBy[way];
  const isNote = made.kind === 'note' || made.kind === 'release';
  const head = [
    `## ${text.title(made.number, made.kind)[locale]}`,
    fact(text.person, made.userId ? `<@${made.userId}>` : text.erased[locale], locale),
    fact(text.author, decidedOf(file, locale), locale),
    fact(text.state, standingOf(made, now)[locale], locale),
    ...weightOf(made, sight),
    ...(rule
      ? [
          fact(
            text.rule,
            `${rule.retiredAt ? `${text.retired[locale]}, ` : `${rule.number}. `}${escapeMarkdown(ruleTitle(rule, locale))}`,
            locale,
          ),
        ]
      : []),
    ...(isNote ? [] : [fact(text.told, via[locale], locale)]),
    ...(appeal ? [fact(text.appeal, appealNames[appeal.state][locale], locale)] : []),
    ...(released ? [fact(text.releases, text.numberOf(released.number)[locale], locale)] : []),
    ...(release
      ? [fact(text.release, `${text.numberOf(release.number)[locale]}, ${originNames[release.origin][locale]}`, locale)]
      : []),
  ];
  const words = [
    fact(text.reason, made.reason === '' ? text.noReason[locale] : '', locale),
    ...(made.reason === '' ? [] : [quoted(made.reason, 900)]),
    ...(made.isReasonInternal ? [`-# ${text.internal[locale]}`] : []),
    ...(made.voidReason ? [fact(text.voidTitle, '', locale), quoted(made.voidReason, 300)] : []),
    ...(made.hiddenAt
      ? [
          text.hidden(timeOf(made.hiddenAt, 'D'), made.hiddenBy ? `<@${made.hiddenBy}>` : null)[locale],
          ...(made.hideReason ? [quoted(made.hideReason, 300)] : []),
        ]
      : []),
  ];
  const proof = evidenceOf(file, locale);
  const deeds = history.flatMap((deed) => lineOf(deed, locale));
  const canChange = made.voidedAt === null && made.kind !== 'release';
  const buttons: APIButtonComponent[] = [
    ...(canChange ? [buttonOf(text.editButton[locale], editId.encode(id), ButtonStyle.Primary)] : []),
    ...(isRunning(made, now) && (isAdmin || made.kind !== 'ban')
      ? [buttonOf(text.liftButton[locale], liftId.encode(id), ButtonStyle.Success)]
      : []),
    made.hiddenAt
      ? buttonOf(text.unhideButton[locale], unhideId.encode(id))
      : buttonOf(text.hideButton[locale], hideId.encode(id)),
    ...(canChange && isAdmin ? [buttonOf(text.voidButton[locale], voidId.encode(id), ButtonStyle.Danger)] : []),
    ...(files.length > 0 ? [buttonOf(text.filesButton[locale], filesId.encode({ ...id, from: 0 }))] : []),
    ...(evidence?.messageId
      ? [linkTo(text.messageLink[locale], placeOf(made.guildId, evidence.channelId, evidence.messageId))]
      : []),
    ...(rule ? [buttonOf(text.ruleButton[locale], ruleId.encode({ ruleId: rule.id }))] : []),
    ...(made.userId ? [buttonOf(text.allOf[locale], casesOfId.encode({ userId: made.userId }))] : []),
  ];
  return screen([
    container([
      ...(said ? [paragraph(said[locale]), separator] : []),
      paragraph(head.join('\n')),
      paragraph(words.join('\n')),
      ...(proof.length > 0 ? [separator, paragraph(proof.join('\n'))] : []),
      ...(deeds.length > 0 ? [separator, paragraph([`**${text.history[locale]}**`, ...deeds].join('\n'))] : []),
    ]),
    ...rows(buttons),
  ]);
}

/** Letters, digits and what file names are made of: a name is typed by whoever sent the file. */
const safeName = (name: string, index: number): string => {
  const clean = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .slice(-80);
  // Discord blurs what is called so: nobody has to see it unprepared.
  return `SPOILER_${index + 1}_${clean}`;
};

export function filesMessage({ files, from, total, next }: FilePage, caseNumber: number, locale: Locale): Message {
  if (files.length === 0) return plainNote(text.noFiles[locale]);
  return {
    content: text.filesShown(from + 1, from + files.length, total)[locale],
    files: files.map(({ name, contentType, data }, index) => ({
      name: safeName(name, from + index),
      data: Buffer.from(data),
      ...(contentType !== '' && { contentType }),
    })),
    components: next === null ? [] : [row(buttonOf(text.moreFiles[locale], filesId.encode({ caseId: caseNumber, from: next })))],
  };
}

const pageIdOf = (search: CaseSearch, page: number): string => casesId.encode({ page, search: searchCode(search) });

/** A page of the cases found, with the way to each. */
export function casesScreen({ search, cases, total, pages, points, rules }: CaseList, { now, locale }: Sight): Message {
  const { userId, page } = search;
  const who = userId ? `<@${userId}>` : '';
  if (total === 0)
    return screen([
      container([
        paragraph(
          userId && !search.kind && !search.state && !search.days && !search.authorId
            ? text.noneOf(who)[locale]
            : text.noneFound[locale],
        ),
      ]),
    ]);
  const lines = cases.map((made) => {
    const rule = made.ruleId === null ? undefined : rules.get(made.ruleId);
    const facts = [
      `**${text.numberOf(made.number)[locale]}** ${caseKinds[made.kind][locale]}`,
      ...(userId ? [] : [made.userId ? `<@${made.userId}>` : text.erased[locale]]),
      timeOf(made.createdAt, 'D'),
      standingOf(made, now)[locale],
      ...(countsNow(made, now) ? [text.withPoints(made.points)[locale]] : []),
      ...(rule ? [escapeMarkdown(cut(ruleTitle(rule, locale), 40))] : []),
      ...(made.hiddenAt ? [text.hidden(timeOf(made.hiddenAt, 'D'), null)[locale]] : []),
    ];
    return `- ${facts.join(', ')}`;
  });
  const turns = [
    ...(page > 0 ? [buttonOf(text.previous[locale], pageIdOf(search, page - 1))] : []),
    ...(page < pages - 1 ? [buttonOf(text.next[locale], pageIdOf(search, page + 1))] : []),
  ];
  return screen([
    container([
      paragraph(
        [
          `## ${text.listTitle[locale]}`,
          [text.found(total)[locale], ...(userId ? [who, text.activePoints(points)[locale]] : [])].join(', '),
        ].join('\n'),
      ),
      paragraph(lines.join('\n')),
      ...(pages > 1 ? [paragraph(`-# ${text.page(page + 1, pages)[locale]}`)] : []),
    ]),
    selectOf(
      casesOpenId.encode({}),
      text.pick[locale],
      cases.map(({ id, number, kind, reason }) => ({
        label: cut(text.title(number, kind)[locale], 100),
        value: String(id),
        ...(reason !== '' && { description: cut(reason.replace(/\s+/g, ' '), 100) }),
      })),
    ),
    ...rows(turns),
  ]);
}
