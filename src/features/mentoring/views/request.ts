import { type APIComponentInContainer, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { badgeName, mostChosen, slotName, ways } from '../../../kernel/mentoring.ts';
import { buttonOf, paragraph, type Row, row, rows, selectOf, separator, sheet } from '../../../kernel/piece.ts';
import { type Place, placeName } from '../../../kernel/place.ts';
import { cut, escapeMarkdown, type Locale, localeOf } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { languageName, listed, skillText, stageName, themeName } from '../messages/reason.ts';
import { text } from '../messages/request.ts';
import { slotsOf } from '../rules/time.ts';
import type { Gap, Proposal } from '../service/propose.ts';
import type { Request } from '../service/request.ts';
import type { Asked, Own } from '../service/status.ts';
import {
  answerId,
  chooseId,
  dropId,
  editId,
  keepId,
  mainThemeId,
  mentorsId,
  moreId,
  peopleId,
  raiseId,
  withdrawId,
  withdrawnId,
} from '../wire.ts';
import { fitText } from './reason.ts';

const shown = (typed: string, limit: number): string => cut(escapeMarkdown(typed), limit);
const nameOf = (name: string): string => cut(name || '?', 60);

/** What somebody asked for, in their own words. */
function wishText(request: Request, locale: Locale): string {
  const { goals, themes, skills, availability, languages, stage, city, department } = request;
  const [main = '', ...others] = themes.map((id) => themeName(id)[locale]);
  const line = (label: string, value: string) => `**${label}**\u00a0: ${value}`;
  return [
    `> ${shown(goals.replace(/\s+/g, ' '), 700)}`,
    line(text.themes[locale], [others.length > 0 ? `${main} (${text.first[locale]})` : main, ...others].join(', ')),
    line(
      text.skills[locale].split(',')[0] ?? '',
      skills.length > 0 ? cut(skills.map((id) => skillText(id, locale)).join(', '), 700) : text.any[locale],
    ),
    line(
      text.availability[locale].replace(/\s*\?$/, ''),
      listed(
        slotsOf(availability).map((slot) => slotName(slot)[locale]),
        locale,
      ) || text.any[locale],
    ),
    line(
      text.languages[locale],
      listed(
        languages.map((id) => languageName(id)[locale]),
        locale,
      ),
    ),
    line(text.ways[locale], listed(ways_(request.ways, locale), locale) || text.any[locale]),
    ...(stage ? [line(text.stage[locale].replace(/\s*\?$/, ''), stageName(stage)[locale])] : []),
    ...(department ? [line(text.place[locale].replace(/\s*\?$/, ''), shown(placeName({ city, department } as Place), 100))] : []),
  ].join('\n');
}
const ways_ = (ids: readonly string[], locale: Locale): string[] =>
  Object.entries(ways).flatMap(([id, name]) => (ids.includes(id) ? [name[locale].toLowerCase()] : []));

/** Whom they ask, in order. */
export const queueText = (asks: readonly Asked[], locale: Locale): string =>
  asks
    .map(({ state, name, dueAt }, index) => {
      const until = dueAt ? timeOf(dueAt) : '';
      if (state === 'asked') return text.asked(nameOf(name), until)[locale];
      if (state === 'question') return text.questioned(nameOf(name), until)[locale];
      return text.queued(index + 1, nameOf(name))[locale];
    })
    .join('\n');

/** What can be done with the order, where nobody has roles too. */
export function queueRows({ request: { guildId }, asks }: Own, locale: Locale): Row[] {
  const raised = asks.filter(({ state }) => state === 'queued').slice(1);
  return rows([
    ...asks
      .filter(({ state }) => state === 'question')
      .map(({ id }) => buttonOf(text.answer[locale], answerId.encode({ guildId, askId: id }), ButtonStyle.Primary)),
    ...raised.map(({ id, name }) => buttonOf(text.raise(nameOf(name))[locale], raiseId.encode({ guildId, askId: id }))),
    ...asks.map(({ id, name }) => buttonOf(text.drop(nameOf(name))[locale], dropId.encode({ guildId, askId: id }))),
  ]);
}

/** On the server: all that was said, where it stands, and what next. */
export function requestScreen(own: Own, locale: Locale): Message {
  const { request, asks } = own;
  const { id: requestId, guildId, themes } = request;
  return sheet(
    [
      paragraph(`## ${text.title[locale]}\n${text.since(timeOf(request.createdAt, 'D'))[locale]}`),
      paragraph(wishText(request, locale)),
      separator,
      paragraph(asks.length > 0 ? `### ${text.choicesTitle[locale]}\n${queueText(asks, locale)}` : text.nextStep[locale]),
    ],
    ...(themes.length > 1
      ? [
          selectOf(
            mainThemeId.encode({}),
            text.main[locale],
            themes.map((value, index) => ({ value, label: themeName(value)[locale], default: index === 0 })),
          ),
        ]
      : []),
    ...queueRows(own, locale),
    row(
      buttonOf(text.see[locale], mentorsId.encode({ guildId, requestId }), ButtonStyle.Primary),
      buttonOf(text.edit[locale], editId.encode({})),
      buttonOf(text.more[locale], moreId.encode({})),
      buttonOf(text.people[locale], peopleId.encode({})),
      buttonOf(text.withdraw[locale], withdrawId.encode({ guildId, requestId })),
    ),
  );
}

function proposalText({ mentorId, name, job, about, badge, fit, slots }: Proposal, locale: Locale): string {
  return [
    `**${shown(nameOf(name), 120)}** (<@${mentorId}>)${job ? ` · ${shown(job, 120)}` : ''}`,
    fitText(fit, slots, locale),
    ...(badge > 0 ? [badgeName(badge)[locale]] : []),
    ...(about ? [`> ${shown(about.replace(/\s+/g, ' '), 240)}`] : []),
  ].join('\n');
}

const gapText = ({ mentors, speaking, free }: Gap, locale: Locale): string => {
  if (mentors === 0) return text.noMentors[locale];
  if (speaking === 0) return text.noLanguage[locale];
  return (free === 0 ? text.noPlace(speaking) : text.littleCommon(free))[locale];
};

/** The best mentors, and whom was chosen before. Works where nobody has roles. */
export function proposalsScreen(own: Own, proposals: readonly Proposal[], gap: Gap | null, locale: Locale): Message {
  const { request, asks } = own;
  const { id: requestId, guildId } = request;
  const left = Math.max(0, mostChosen - asks.length);
  const most = Math.min(left, proposals.length);
  const list: APIComponentInContainer[] = proposals.map((proposal) => paragraph(cut(proposalText(proposal, locale), 620)));
  return sheet(
    [
      ...(asks.length > 0 ? [paragraph(`### ${text.choicesTitle[locale]}\n${queueText(asks, locale)}`), separator] : []),
      paragraph(`## ${text.proposalsTitle[locale]}`),
      ...(proposals.length > 0
        ? [paragraph(left === 0 ? text.chosenAll(mostChosen)[locale] : text.proposalsHow[locale]), ...list]
        : [paragraph([text.nobody[locale], ...(gap ? [gapText(gap, locale)] : []), text.stays[locale]].join('\n'))]),
    ],
    ...(most > 0
      ? [
          selectOf(
            chooseId.encode({ guildId, requestId }),
            text.choose(most)[locale],
            proposals.map(({ mentorId, name, job }) => ({
              value: mentorId,
              label: cut(nameOf(name), 100),
              ...(job !== '' && { description: cut(job, 100) }),
            })),
            { max: most },
          ),
        ]
      : []),
    ...queueRows(own, locale),
    row(buttonOf(text.withdraw[locale], withdrawId.encode({ guildId, requestId }))),
  );
}

export const withdrawScreen = ({ id: requestId, guildId }: Request, locale: Locale): Message =>
  sheet(
    [paragraph(text.askWithdraw[locale])],
    row(
      buttonOf(text.sureWithdraw[locale], withdrawnId.encode({ guildId, requestId }), ButtonStyle.Danger),
      buttonOf(text.keep[locale], mentorsId.encode({ guildId, requestId })),
    ),
  );

export const expiringMessage = ({ id: requestId, guildId, locale: spoken }: Request, days: number): Message => {
  const locale = localeOf(spoken);
  return {
    content: text.expiring(days)[locale],
    components: [
      row(
        buttonOf(text.keep[locale], keepId.encode({ guildId, requestId }), ButtonStyle.Primary),
        buttonOf(text.see[locale], mentorsId.encode({ guildId, requestId })),
        buttonOf(text.withdraw[locale], withdrawId.encode({ guildId, requestId })),
      ),
    ],
  };
};
export const expiredMessage = (locale: Locale): Message => ({ content: text.expired[locale] });
