import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { flashId, type Language, languages, requestId, themes } from '../../../kernel/mentoring.ts';
import { buttonOf, plainNote, type Row, row, selectOf } from '../../../kernel/piece.ts';
import { skillName } from '../../../kernel/skill.ts';
import { cut, escapeMarkdown, type Locale, localeOf, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text, type Wish, whens, wishes } from '../messages/flash.ts';
import { isFlashTheme, lengths, mostAsksADay, threadKept } from '../rules/flash.ts';
import type { Flash } from '../service/ask.ts';
import type { FlashPlan } from '../service/finish.ts';
import {
  circlesId,
  flashAskId,
  flashCancelId,
  flashDoneId,
  flashHelpedId,
  flashMinutesId,
  flashPassId,
  flashReportId,
  flashStopId,
  flashTakeId,
  flashWishId,
  flashWithdrawId,
} from '../wire.ts';

/** As a mentor would say it too: the choices of the form are a learner's words. */
export const themeName = (theme: string): Text => (isFlashTheme(theme) ? themes[theme] : text.title);

const joined = (names: readonly Text[]): Text => ({
  fr: names.map(({ fr }) => fr).join(', '),
  en: names.map(({ en }) => en).join(', '),
});
const isLanguage = (key: string): key is Language => Object.hasOwn(languages, key);

const shown = (typed: string, limit: number): string => cut(escapeMarkdown(typed), limit);

/** What the learner asks, as anybody reads it who may: never who they are. */
function factsOf({ about, suits, skills, languages: spoken }: Flash, locale: Locale): string {
  const technologies = skills.map(skillName).map(({ fr, en }) => ({ fr: escapeMarkdown(fr), en: escapeMarkdown(en) }));
  return [
    `> ${shown(about.replace(/\s+/g, ' '), 600)}`,
    text.suits(whens[suits])[locale],
    ...(technologies.length > 0 ? [text.technologies(joined(technologies))[locale]] : []),
    text.spoken(joined(spoken.filter(isLanguage).map((key) => languages[key])))[locale],
  ].join('\n');
}

const answers = ({ id, guildId }: Flash, locale: Locale, number = ''): Row =>
  row(
    buttonOf(`${number}${text.take[locale]}`, flashTakeId.encode({ guildId, flashId: id }), ButtonStyle.Primary),
    buttonOf(`${number}${text.pass[locale]}`, flashPassId.encode({ guildId, flashId: id })),
    ...(number === '' ? [buttonOf(text.stop[locale], flashStopId.encode({ guildId }))] : []),
  );

/** To a mentor, where nobody has roles: a direct message, or a thread. */
export const flashRequest = (flash: Flash, locale: Locale): Message => ({
  embeds: [
    {
      title: text.request(themeName(flash.theme))[locale],
      description: `${factsOf(flash, locale)}\n\n${text.requestHow(timeOf(flash.closesAt))[locale]}`,
    },
  ],
  components: [answers(flash, locale)],
});

/** The same message, once there is nothing to answer. */
export function flashSettled({ state }: Flash, ask: 'asked' | 'passed' | 'taken' | 'closed', locale: Locale): Message {
  if (ask === 'taken') return plainNote(text.takenByYou[locale]);
  if (ask === 'passed') return plainNote(text.passed[locale]);
  const over = state === 'withdrawn' || state === 'expired' ? text.over[state] : text.over.taken;
  return plainNote(over[locale]);
}

export type FlashScreen = {
  /** Null for who does not learn. */
  learner: { live: Flash | null; left: number } | null;
  /** Null for who has no profile. */
  mentor: { wish: Wish; waiting: readonly Flash[]; taken: readonly Flash[] } | null;
};

const others = (locale: Locale) => [
  buttonOf(text.mentor[locale], requestId.encode({})),
  buttonOf(text.circles[locale], circlesId.encode({})),
];

function liveText(flash: Flash, locale: Locale): string {
  const thread = flash.threadId ? `\n${text.thread(`<#${flash.threadId}>`)[locale]}` : '';
  return `**${themeName(flash.theme)[locale]}** · ${text.state[flash.state][locale]}\n${factsOf(flash, locale)}${thread}`;
}

/** Everything about flash sessions for who opens it, whatever they are. */
export function flashScreen({ learner, mentor }: FlashScreen, locale: Locale): Message {
  const embeds: APIEmbed[] = [];
  const components: Row[] = [];
  if (!learner && !mentor) embeds.push({ title: text.title[locale], description: text.neither[locale] });
  if (learner) {
    const { live, left } = learner;
    embeds.push({
      title: text.title[locale],
      description: live ? liveText(live, locale) : `${text.intro[locale]}\n${text.left(left)[locale]}`,
    });
    const own = live
      ? live.state === 'open'
        ? [buttonOf(text.withdraw[locale], flashWithdrawId.encode({ flashId: live.id }))]
        : []
      : left > 0
        ? [buttonOf(text.ask[locale], flashAskId.encode({}), ButtonStyle.Primary)]
        : [];
    components.push(row(...own, ...others(locale)));
  }
  if (mentor) {
    const { wish, waiting, taken } = mentor;
    const done = taken.map((flash) => `${text.home.mentorTaken[locale]}${flash.threadId ? ` <#${flash.threadId}>` : ''}`);
    embeds.push({
      title: text.wishTitle[locale],
      description: [text.wishNow(wish)[locale], text.bound(mostAsksADay)[locale], ...done].join('\n'),
    });
    components.push(
      selectOf(
        flashWishId.encode({}),
        text.wishTitle[locale],
        (Object.keys(wishes) as Wish[]).map((value) => ({
          value,
          label: wishes[value][locale],
          ...(value === wish && { default: true }),
        })),
      ),
    );
    waiting.forEach((flash, index) => {
      embeds.push({
        title: `${index + 1}. ${text.request(themeName(flash.theme))[locale]}`,
        description: factsOf(flash, locale),
      });
      components.push(answers(flash, locale, `${index + 1}. `));
    });
  }
  return { embeds, components };
}

export const askedNote = (flash: Flash, asked: number, locale: Locale): Message => ({
  content: text.asked(asked, timeOf(flash.closesAt))[locale],
  components: [row(buttonOf(text.withdraw[locale], flashWithdrawId.encode({ flashId: flash.id })), ...others(locale))],
});

export const otherWays = (said: string, locale: Locale): Message => ({
  content: said,
  embeds: [],
  components: [row(buttonOf(text.askOther[locale], flashId.encode({})), ...others(locale))],
});

export const roomName = ({ id, theme }: Flash, locale: Locale): string => cut(text.room(themeName(theme), id)[locale], 100);

/** The first message of the thread; edited when it is over. Both write in the language of the learner. */
export function flashOpening({ flash }: FlashPlan): Message {
  const locale = localeOf(flash.locale);
  const { id, learnerId, mentorId, state, theme, endedAt, minutes } = flash;
  const people = [learnerId, mentorId].filter((one): one is string => one !== null);
  const over =
    state === 'done' && minutes !== null
      ? text.ended.done(minutes)
      : state === 'cancelled' || state === 'lapsed'
        ? text.ended[state]
        : null;
  const gone = endedAt ? text.disappears(timeOf(new Date(endedAt.getTime() + threadKept), 'R'))[locale] : text.kept[locale];
  const agenda = isFlashTheme(theme) ? [{ name: text.agendaTitle[locale], value: text.agenda[theme][locale] }] : [];
  return {
    content: learnerId && mentorId ? text.welcome(`<@${learnerId}>`, `<@${mentorId}>`)[locale] : themeName(theme)[locale],
    embeds: [
      {
        title: themeName(theme)[locale],
        description: [...(flash.about ? [factsOf(flash, locale)] : []), ...(over ? [`**${over[locale]}**`] : []), gone].join(
          '\n\n',
        ),
        ...(over === null && { fields: agenda }),
      },
    ],
    components: [
      row(
        ...(state === 'taken' || state === 'done'
          ? [buttonOf(text.done[locale], flashDoneId.encode({ flashId: id }), ButtonStyle.Primary)]
          : []),
        ...(state === 'taken' ? [buttonOf(text.cancel[locale], flashCancelId.encode({ flashId: id }))] : []),
        buttonOf(text.report[locale], flashReportId.encode({ flashId: id }), ButtonStyle.Danger),
      ),
    ],
    allowed_mentions: { parse: [], users: people },
  };
}

export const minutesNote = ({ id, minutes }: Flash, locale: Locale): Message => ({
  content: text.doneMentor(minutes ?? 30)[locale],
  components: [
    selectOf(
      flashMinutesId.encode({ flashId: id }),
      text.minutesPlaceholder[locale],
      lengths.map((length) => ({
        value: String(length),
        label: text.minutes(length)[locale],
        ...(length === minutes && { default: true }),
      })),
    ),
  ],
});

export const helpedQuestion = ({ id, guildId }: Flash, locale: Locale): Message => ({
  content: text.helpedAsk[locale],
  components: [
    row(
      buttonOf(text.yes[locale], flashHelpedId.encode({ guildId, flashId: id, yes: 1 })),
      buttonOf(text.no[locale], flashHelpedId.encode({ guildId, flashId: id, yes: 0 })),
    ),
  ],
});

/** The same for the mentor. */
export const mentorNews = ({ state, endedBy, mentorId }: Flash, locale: Locale): Message | null =>
  state === 'cancelled' && endedBy !== mentorId ? plainNote(text.learnerCancelled[locale]) : null;

/** What the learner is told of what they did not do themselves; null when there is nothing. In their language. */
export function flashNews(flash: Flash): Message | null {
  const locale = localeOf(flash.locale);
  const { state, endedBy, learnerId } = flash;
  if (state === 'expired') return otherWays(text.noAnswer[locale], locale);
  if (state === 'cancelled' && endedBy !== learnerId) return otherWays(text.mentorCancelled[locale], locale);
  return state === 'done' && endedBy !== learnerId ? helpedQuestion(flash, locale) : null;
}
