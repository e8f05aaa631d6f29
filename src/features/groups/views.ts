import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../discord/command.ts';
import { buttonOf, row } from '../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../kernel/text.ts';
import { timeOf } from '../../kernel/time.ts';
import { groupDay, type Problem, text } from './messages.ts';
import type { HistoryPage, Past } from './service/history.ts';
import type { Round, RoundRow, Team } from './service/round.ts';
import {
  closeId,
  confirmCloseId,
  exportId,
  handId,
  historyId,
  levelsId,
  newId,
  promoPickId,
  publishId,
  redrawId,
  retryId,
  roundPickId,
  showId,
} from './wire.ts';

/** Lines of which as many as fit are shown, and the last says that there are more. */
function within(lines: readonly string[], limit: number): string {
  let kept = '';
  for (const line of lines) {
    if (kept.length + line.length + 3 > limit) return `${kept}\n…`;
    kept += `${kept === '' ? '' : '\n'}${line}`;
  }
  return kept;
}

const dayOf = (until: Date): Text => groupDay(until.toISOString().slice(0, 10));

const stateOf = ({ publishedAt, closingAt }: Pick<Past, 'publishedAt' | 'closingAt'>): Text =>
  closingAt ? text.states.closed : publishedAt ? text.states.open : text.states.draft;

const isProblem = (problem: string | null): problem is Problem => problem === 'full' || problem === 'forbidden';
const problemOf = ({ closingAt }: Pick<RoundRow, 'closingAt'>, problem: Problem): Text =>
  closingAt ? text.notClosed : text.problems[problem];

/** What staff hear when Discord refuses the rooms of groups, or their deletion. */
export const problemMessage = (
  { promoName, round, problem }: { promoName: string; round: Pick<RoundRow, 'number' | 'closingAt'>; problem: Problem },
  locale: Locale,
): Message => ({
  embeds: [
    {
      title: cut(text.title(promoName, round.number)[locale], 256),
      description: `${problemOf(round, problem)[locale]} ${text.whereToRetry[locale]}`,
    },
  ],
  allowed_mentions: { parse: [] },
});

/** Groups as the team of the promo sees them, with what can be done. */
export function roundCard({ round, promo, learners, unplaced, repeats }: Round, locale: Locale): Message {
  const { id: roundId, number, seed, byHand, publishedAt, closingAt, closedAt, until, problem, teams } = round;
  const levels = teams.some(({ places }) => places.some(({ level }) => level !== null));
  const lines = teams.map(({ number: team, places }) => {
    const names = places.map(({ userId }) => {
      const known = learners.get(userId);
      return known ? escapeMarkdown(known.name) : `<@${userId}>`;
    });
    return `**${text.team(team)[locale]}** (${names.length}) : ${names.join(', ') || text.empty[locale]}`;
  });
  const facts = [
    text.repeats(repeats)[locale],
    ...(until && !closingAt ? [text.until(dayOf(until))[locale]] : []),
    ...(unplaced.length > 0 && !closingAt ? [text.unplaced(unplaced.length)[locale]] : []),
    ...(isProblem(problem) ? [`**${problemOf(round, problem)[locale]}**`] : []),
  ];
  const foot = [stateOf(round), text.seed(seed), ...(levels ? [text.levels] : []), ...(byHand ? [text.byHand] : [])];
  const draft = [
    row(
      buttonOf(text.publish[locale], publishId.encode({ roundId }), ButtonStyle.Primary),
      buttonOf(text.redraw[locale], redrawId.encode({ roundId })),
      buttonOf(text.giveLevels[locale], levelsId.encode({ roundId })),
      buttonOf(text.byHandButton[locale], handId.encode({ roundId })),
    ),
  ];
  const again = [
    buttonOf(text.refresh[locale], showId.encode({ roundId })),
    ...(problem ? [buttonOf(text.retry[locale], retryId.encode({ roundId }), ButtonStyle.Primary)] : []),
  ];
  const open = [
    row(
      ...again,
      buttonOf(text.changeUntil[locale], publishId.encode({ roundId })),
      buttonOf(text.close[locale], closeId.encode({ roundId }), ButtonStyle.Danger),
    ),
  ];
  return {
    content: '',
    embeds: [
      {
        title: cut(text.title(promo.name, number)[locale], 256),
        description: `${within(lines, 3_200)}\n\n${facts.join('\n')}`,
        footer: { text: foot.map((one) => one[locale]).join(' · ') },
      },
    ],
    components: [
      ...(closingAt ? (problem && !closedAt ? [row(...again)] : []) : publishedAt ? open : draft),
      row(
        buttonOf(text.newButton[locale], newId.encode({ promoId: promo.id })),
        buttonOf(text.historyButton[locale], historyId.encode({ promoId: promo.id, page: 0 })),
      ),
    ],
  };
}

/** A promo without groups. */
export const emptyCard = (promoId: number, locale: Locale): Message => ({
  content: text.none[locale],
  embeds: [],
  components: [row(buttonOf(text.newButton[locale], newId.encode({ promoId }), ButtonStyle.Primary))],
});

/** What goes, before it goes. */
export const closeCard = ({ round, promo }: Round, locale: Locale): Message => ({
  content: '',
  embeds: [
    { title: cut(text.title(promo.name, round.number)[locale], 256), description: text.askClose(round.teams.length)[locale] },
  ],
  components: [row(buttonOf(text.confirmClose[locale], confirmCloseId.encode({ roundId: round.id }), ButtonStyle.Danger))],
});

const mention = ({ userId }: { userId: string }): string => `<@${userId}>`;

/** Who is in which group, for the whole promo; nobody is called by it. */
export function roundMessage({ number, until, teams }: RoundRow, members: ReadonlySet<string>, locale: Locale): Message {
  const lines = teams.map(({ number: team, places, threadId, voiceId }) => {
    const people = places.filter(({ userId }) => members.has(userId)).map(mention);
    const where = [threadId, voiceId].flatMap((id) => (id ? [`<#${id}>`] : [])).join(' ');
    return `**${text.team(team)[locale]}** ${where}\n${people.join(', ') || text.empty[locale]}`;
  });
  return {
    embeds: [
      {
        title: text.listTitle(number)[locale],
        description: within([...lines, ...(until ? ['', text.until(dayOf(until))[locale]] : [])], 4_000),
      },
    ],
    allowed_mentions: { parse: [] },
  };
}

/** The first message of a group's thread. */
export const openingMessage = (
  { number, until }: Pick<RoundRow, 'number' | 'until'>,
  team: Pick<Team, 'number'>,
  { voiceId }: { voiceId: string },
  locale: Locale,
): Message => ({
  embeds: [
    {
      title: text.room(number, team.number)[locale],
      ...(until && { description: text.welcome(`<#${voiceId}>`, dayOf(until))[locale] }),
    },
  ],
  allowed_mentions: { parse: [] },
});

export function historyCard({ promo, rounds, total, page }: HistoryPage, locale: Locale, size: number): Message {
  if (total === 0) return emptyCard(promo.id, locale);
  const promoId = promo.id;
  const last = Math.max(0, Math.ceil(total / size) - 1);
  return {
    content: '',
    embeds: [
      {
        title: cut(text.historyTitle(promo.name, total)[locale], 256),
        description: rounds
          .map((round) => {
            const when = timeOf(round.publishedAt ?? round.madeAt, 'D');
            return `${round.number}. ${when} · ${text.historyLine(round.groups, round.people)[locale]} · ${stateOf(round)[locale]}`;
          })
          .join('\n'),
        ...(last > 0 && { footer: { text: text.page(page + 1, last + 1)[locale] } }),
      },
    ],
    components: [
      row({
        type: ComponentType.StringSelect,
        custom_id: roundPickId.encode({ promoId }),
        placeholder: text.pickRound[locale],
        options: rounds.map((round) => ({
          value: String(round.id),
          label: text.listTitle(round.number)[locale],
          description: stateOf(round)[locale],
        })),
      }),
      row(
        ...(page > 0 ? [buttonOf(text.previous[locale], historyId.encode({ promoId, page: page - 1 }))] : []),
        ...(page < last ? [buttonOf(text.next[locale], historyId.encode({ promoId, page: page + 1 }))] : []),
        buttonOf(text.export[locale], exportId.encode({ promoId })),
      ),
    ],
  };
}

export const promoCard = (promos: readonly { id: number; name: string }[], locale: Locale): Message => ({
  content: text.pickPromoTitle[locale],
  embeds: [],
  components: [
    row({
      type: ComponentType.StringSelect,
      custom_id: promoPickId.encode({}),
      placeholder: text.pickPromo[locale],
      options: promos.map(({ id, name }) => ({ value: String(id), label: cut(name, 100) })),
    }),
  ],
});
