import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { attestationId, badgeId, badgeName, type Stage, stages } from '../../../kernel/mentoring.ts';
import { buttonOf, paragraph, type Row, row, rows, selectOf, separator, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { hour, timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/profile.ts';
import { charter, pauseNames, standing } from '../messages/standing.ts';
import { charterVersion, mostAvoided } from '../rules/limit.ts';
import { canRenew, gapsOf, isOwnPause } from '../rules/profile.ts';
import type { Avoided } from '../service/avoid.ts';
import type { Mentor } from '../service/mentor.ts';
import type { Lists } from '../service/prefer.ts';
import {
  avoidAddId,
  avoidRemoveId,
  avoidsId,
  backId,
  beginId,
  changeId,
  charterId,
  moreId,
  pauseId,
  preferCampusId,
  preferCourseId,
  preferId,
  preferStageId,
  renewAgreeId,
  renewId,
  resumeId,
  sendId,
  stopId,
  stopSureId,
} from '../wire.ts';
import { factsOf, quoted } from './part.ts';

export const introScreen = (locale: Locale): Message =>
  sheet(
    [paragraph(`## ${text.title[locale]}\n${text.intro[locale]}`)],
    row(buttonOf(text.begin[locale], beginId.encode({}), ButtonStyle.Primary)),
  );

export type ProfileView = {
  mentor: Mentor;
  /** How many they accompany. */
  pairs: number;
  /** Names of the courses and campuses that they would rather help. */
  prefers: readonly string[];
  now: Date;
};

/** A day without an hour: at noon it has the same date for almost whoever reads it. */
const dayShown = (date: Date): string => timeOf(new Date(date.getTime() + 12 * hour), 'D');

function standingOf({ mentor, pairs, now }: ProfileView): Text {
  const { state, comment, approvedUntil, pausedAs, pausedUntil } = mentor;
  const until = approvedUntil ? timeOf(approvedUntil, 'D') : '';
  const quotedComment = comment === null ? '' : quoted(comment);
  if (state === 'pending') return standing.pending;
  if (state === 'asked') return standing.asked(quotedComment);
  if (state === 'withdrawn') return comment === null ? standing.withdrawn : standing.removed(quotedComment);
  if (state === 'draft') {
    if (comment !== null) return standing.refused(quotedComment);
    return gapsOf(mentor).length > 0 ? standing.draftBegun : standing.draftWhole;
  }
  if (state === 'paused' && pausedAs) return standing.paused(pauseNames[pausedAs], pausedUntil && dayShown(pausedUntil));
  const is = pairs >= mentor.capacity ? standing.full : standing.approved(until);
  if (!canRenew(mentor, now)) return is;
  const more = standing.expiring(until);
  return { fr: `${is.fr}\n${more.fr}`, en: `${is.en}\n${more.en}` };
}

/** What this person should do next, if anything. */
function nextStep({ mentor, now }: ProfileView, locale: Locale): APIButtonComponent | null {
  const { guildId, state, pausedAs } = mentor;
  const primary = (label: Text, id: string) => buttonOf(label[locale], id, ButtonStyle.Primary);
  if (canRenew(mentor, now)) return primary(text.renew, renewId.encode({ guildId }));
  if (state === 'paused') return isOwnPause(pausedAs) ? primary(text.resume, resumeId.encode({ guildId })) : null;
  if (state === 'approved' || state === 'pending') return null;
  const [gap] = gapsOf(mentor);
  if (gap === 'help') return primary(text.change, changeId.encode({ guildId }));
  if (gap === 'frame') return primary(text.next, moreId.encode({ guildId }));
  const isAgreed = mentor.charterVersion === charterVersion;
  return isAgreed
    ? primary(text.sendAgain, sendId.encode({ guildId, version: charterVersion }))
    : primary(text.toCharter, charterId.encode({ guildId }));
}

/** One's own profile: where it stands, what comes next, and all that can be changed. */
export function profileScreen(view: ProfileView, locale: Locale, said?: Text): Message {
  const { mentor, pairs, prefers } = view;
  const { guildId, state, capacity, about, badge, showsBadge } = mentor;
  const next = nextStep(view, locale);
  const gaps = gapsOf(mentor);
  const isNew = gaps.includes('frame');
  const line = (name: Text, value: string) => (locale === 'fr' ? `**${name.fr}** : ${value}` : `**${name.en}**: ${value}`);
  const edits = [
    ...(next && 'custom_id' in next && next.custom_id === changeId.encode({ guildId })
      ? []
      : [buttonOf(text.change[locale], changeId.encode({ guildId }))]),
    ...(isNew ? [] : [buttonOf(text.changeFrame[locale], moreId.encode({ guildId }))]),
    buttonOf(text.preferences[locale], preferId.encode({ guildId, courses: 0, campuses: 0 })),
    buttonOf(text.avoided[locale], avoidsId.encode({ guildId })),
  ];
  const thanks =
    badge > 0
      ? [
          buttonOf(text.attestation[locale], attestationId.encode({ guildId })),
          buttonOf(
            (showsBadge ? text.hideBadge : text.showBadge)[locale],
            badgeId.encode({ guildId, shown: showsBadge ? 0 : 1 }),
          ),
        ]
      : state === 'approved' || state === 'paused'
        ? [buttonOf(text.attestation[locale], attestationId.encode({ guildId }))]
        : [];
  const ends = [
    ...(state === 'approved' ? [buttonOf(text.pause[locale], pauseId.encode({ guildId }))] : []),
    ...(state !== 'draft' && state !== 'withdrawn'
      ? [buttonOf(text.stop[locale], stopId.encode({ guildId }), ButtonStyle.Danger)]
      : []),
  ];
  const lines = [
    ...(isNew ? [] : [line(text.capacity, text.seats(pairs, capacity)[locale])]),
    ...(badge > 0 ? [line(text.badge, badgeName(badge)[locale])] : []),
    ...(pairs > capacity ? [text.overCapacity[locale]] : []),
    ...factsOf(mentor, prefers, locale).map(({ name, value }) => line(name, value)),
  ];
  return sheet(
    [
      ...(said ? [paragraph(said[locale]), separator] : []),
      paragraph(cut(`## ${text.title[locale]}\n${standingOf(view)[locale]}`, 1_400)),
      separator,
      ...(lines.length > 0 ? [paragraph(cut(lines.join('\n'), 1_500))] : []),
      ...(about === '' ? [] : [paragraph(quoted(about, 700))]),
    ],
    ...(next ? [row(next)] : []),
    ...rows([...edits, ...thanks, ...ends]),
  );
}

const charterLines = (locale: Locale): string => charter.map((line) => `- ${line[locale]}`).join('\n');

/** The charter, to be agreed to once in each of its versions. */
export function charterScreen(mentor: Mentor, purpose: 'send' | 'renew', locale: Locale): Message {
  const { guildId } = mentor;
  const version = charterVersion;
  const isNew = mentor.charterVersion !== version;
  return sheet(
    [
      paragraph(
        [
          `## ${text.charterTitle[locale]}`,
          ...(mentor.charterVersion !== null && isNew ? [text.charterChanged[locale]] : []),
          charterLines(locale),
          `-# ${text.charterVersion(version)[locale]}`,
        ].join('\n'),
      ),
    ],
    row(
      purpose === 'send'
        ? buttonOf(text.agreeAndSend[locale], sendId.encode({ guildId, version }), ButtonStyle.Primary)
        : buttonOf(text.agreeAndRenew[locale], renewAgreeId.encode({ guildId, version }), ButtonStyle.Primary),
      buttonOf(text.back[locale], backId.encode({ guildId })),
    ),
  );
}

const backRow = (guildId: string, locale: Locale): Row => row(buttonOf(text.back[locale], backId.encode({ guildId })));

export const stopScreen = (guildId: string, locale: Locale): Message =>
  sheet(
    [paragraph(text.askStop[locale])],
    row(
      buttonOf(text.stopSure[locale], stopSureId.encode({ guildId }), ButtonStyle.Danger),
      buttonOf(text.back[locale], backId.encode({ guildId })),
    ),
  );

/** The pages that are shown of the two lists. */
type Pages = { guildId: string; courses: number; campuses: number };

export function preferScreen(mentor: Mentor, { courses, campuses }: Lists, locale: Locale): Message {
  const { guildId } = mentor;
  const pages: Pages = { guildId, courses: courses.page, campuses: campuses.page };
  const lists = [
    { list: courses, id: preferCourseId, name: text.preferCourses, chosen: mentor.prefersCourses, size: 25 },
    { list: campuses, id: preferCampusId, name: text.preferCampuses, chosen: mentor.prefersCampuses, size: 25 },
  ].filter(({ list }) => list.entries.length > 0);
  const turns = [
    { key: 'courses' as const, list: courses, next: text.nextCourses, previous: text.previousCourses },
    { key: 'campuses' as const, list: campuses, next: text.nextCampuses, previous: text.previousCampuses },
  ].flatMap(({ key, list: { page, total }, next, previous }) => [
    ...(page > 0 ? [buttonOf(previous[locale], preferId.encode({ ...pages, [key]: page - 1 }))] : []),
    ...((page + 1) * 25 < total ? [buttonOf(next[locale], preferId.encode({ ...pages, [key]: page + 1 }))] : []),
  ]);
  return sheet(
    [
      paragraph(
        [
          `## ${text.preferTitle[locale]}`,
          text.preferIntro[locale],
          ...(lists.length === 0 ? [text.noCatalogue[locale]] : []),
        ].join('\n'),
      ),
    ],
    ...lists.map(({ list, id, name, chosen, size }) => {
      const last = Math.ceil(list.total / size);
      const where = last > 1 ? `, ${text.pageOf(list.page + 1, last)[locale]}` : '';
      const options = list.entries.map((entry) => ({
        value: String(entry.id),
        label: cut(entry.name, 100),
        ...(chosen.includes(entry.id) && { default: true }),
      }));
      return selectOf(id.encode(pages), `${name[locale]}${where}`, options, { min: 0, max: options.length });
    }),
    selectOf(
      preferStageId.encode(pages),
      text.preferStages[locale],
      (Object.keys(stages) as Stage[]).map((value) => ({
        value,
        label: text.stageNames[value][locale],
        ...(mentor.prefersStages.includes(value) && { default: true }),
      })),
      { min: 0, max: Object.keys(stages).length },
    ),
    ...rows(turns),
    backRow(guildId, locale),
  );
}

export function avoidScreen(guildId: string, avoided: readonly Avoided[], locale: Locale): Message {
  const nameOf = ({ name, userId }: Avoided) => name ?? text.unknownPerson(userId)[locale];
  const list = avoided.map((one) => `- ${escapeMarkdown(cut(nameOf(one), 80))}`).join('\n');
  return sheet(
    [
      paragraph(`## ${text.avoidTitle[locale]}\n${text.avoidIntro[locale]}`),
      paragraph(cut(list === '' ? text.avoidNone[locale] : list, 2_400)),
    ],
    row({
      type: ComponentType.UserSelect,
      custom_id: avoidAddId.encode({ guildId }),
      placeholder: text.avoidAdd[locale],
      min_values: 1,
      max_values: 10,
    }),
    ...(avoided.length > 0
      ? [
          selectOf(
            avoidRemoveId.encode({ guildId }),
            text.avoidRemove[locale],
            avoided.slice(0, mostAvoided).map((one) => ({ value: one.userId, label: cut(nameOf(one), 100) })),
            { min: 1, max: Math.min(avoided.length, mostAvoided) },
          ),
        ]
      : []),
    backRow(guildId, locale),
  );
}
