import { type APISelectMenuOption, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, row, rows, selectOf } from '../../../kernel/piece.ts';
import { bold, cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { levelNames, minimumNames, problems, states, text, weightNames } from '../messages/campaign.ts';
import { isRunning, lapseDays, minimumOf, readLevels, weighed } from '../rules.ts';
import type { Campaign, Placed } from '../service/campaign.ts';
import type { CampaignPage, Turnout } from '../service/list.ts';
import type { Choices } from '../service/place.ts';
import {
  cancelId,
  cancelSureId,
  chosenId,
  closeId,
  editId,
  listId,
  newId,
  pickId,
  planId,
  promosId,
  showId,
  weightsId,
} from '../wire.ts';

export const stateOf = ({ state, plannedAt }: Campaign, locale: Locale): string =>
  (state === 'draft' && plannedAt ? states.planned : states[state])[locale];

/** Places named in a card. */
const mostNamed = 12;

function promosOf({ places }: Placed, locale: Locale): string {
  const promos = places.filter(({ promoId }) => promoId !== null).map(({ name }) => escapeMarkdown(name));
  if (promos.length === 0) return text.everybody[locale];
  const more = promos.length - mostNamed;
  return [...promos.slice(0, mostNamed), ...(more > 0 ? [text.more(more)[locale]] : [])].join(', ');
}

function weightsIn({ weights }: Campaign, locale: Locale): string {
  const levels = readLevels(weights);
  const said = weighed
    .filter((part) => levels[part] !== 'usual')
    .map((part) => `${weightNames[part][locale]} (${levelNames[levels[part]][locale].toLocaleLowerCase(locale)})`);
  return said.length === 0 ? text.usual[locale] : said.join(' ; ');
}

function hintOf(campaign: Placed, pairs: number, locale: Locale): string[] {
  switch (campaign.state) {
    case 'draft':
      return [(campaign.plannedAt ? text.planned : text.prepared)[locale]];
    case 'closed':
      return [text.computing[locale]];
    case 'published':
      return [text.done(pairs)[locale]];
    case 'cancelled':
      return [(campaign.lapsed ? text.lapsed(lapseDays) : text.cancelledDone)[locale]];
    default:
      return [];
  }
}

/** The facts of a campaign, whatever its state. */
export function factsOf(campaign: Placed, turnout: Turnout, locale: Locale, pairs = 0): string[] {
  const { opensAt, closesAt, openedAt, state, coordinatorId, minScore, places } = campaign;
  const failed = places.filter(({ problem }) => problem !== null && state === 'open');
  const line = (label: string, value: string) => `${label}${locale === 'fr' ? ' :' : ':'} ${value}`;
  return [
    `**${stateOf(campaign, locale)}**`,
    ...hintOf(campaign, pairs, locale),
    line(text.opening[locale], timeOf(openedAt ?? opensAt)),
    line(text.closing[locale], timeOf(campaign.closedAt ?? closesAt)),
    line(text.forWhom[locale], promosOf(campaign, locale)),
    line(
      text.counts[locale],
      `${weightsIn(campaign, locale)} · ${minimumNames[minimumOf(minScore)][locale].toLocaleLowerCase(locale)}`,
    ),
    ...(coordinatorId === null ? [] : [line(text.coordinator[locale].replace(/ ?\?$/, ''), `<@${coordinatorId}>`)]),
    ...(state === 'draft' ? [] : [line(text.joined[locale], text.turnout(turnout.learners, turnout.mentors)[locale])]),
    ...(state === 'open' ? [text.ready(turnout.readyLearners, turnout.readyMentors)[locale]] : []),
    ...failed.map(({ name, problem }) =>
      line(
        `${text.notPosted[locale]} (${name === '' ? text.mentoringChannel[locale] : escapeMarkdown(name)})`,
        problem ? problems[problem][locale] : '',
      ),
    ),
  ];
}

/** Where a campaign stands, with what staff can do about it. `now` says whether its day has come. */
export function campaignCard(
  campaign: Placed,
  { turnout, pairs, now }: { turnout: Turnout; pairs: number; now: Date },
  locale: Locale,
): Message {
  const { id: campaignId, revision, state, opensAt, plannedAt, name } = campaign;
  const seen = { campaignId, revision };
  const isPreparing = state === 'draft';
  const buttons = [
    ...(isPreparing && !plannedAt
      ? [buttonOf((opensAt <= now ? text.openNow : text.plan)[locale], planId.encode(seen), ButtonStyle.Primary)]
      : []),
    ...(isPreparing ? [buttonOf(text.promos[locale], promosId.encode({ campaignId, page: 0 }))] : []),
    ...(isPreparing || state === 'open'
      ? [
          buttonOf(text.weights[locale], weightsId.encode({ campaignId })),
          buttonOf(text.edit[locale], editId.encode({ campaignId })),
        ]
      : []),
    ...(state === 'open' ? [buttonOf(text.close[locale], closeId.encode(seen), ButtonStyle.Primary)] : []),
    buttonOf(text.refresh[locale], showId.encode({ campaignId })),
    ...(isRunning(state) ? [buttonOf(text.cancel[locale], cancelId.encode({ campaignId }), ButtonStyle.Danger)] : []),
    buttonOf(text.all[locale], listId.encode({ page: 0 })),
  ];
  return {
    content: '',
    embeds: [{ title: cut(name, 200), description: cut(factsOf(campaign, turnout, locale, pairs).join('\n'), 4_000) }],
    components: rows(buttons),
  };
}

export function listCard({ campaigns, total, page }: CampaignPage, locale: Locale, size: number): Message {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const lines = campaigns.map((campaign) => {
    const { name, closesAt, learners, mentors, state } = campaign;
    const who = state === 'draft' ? '' : ` · ${text.turnout(learners, mentors)[locale]}`;
    return `${bold(name)} · ${stateOf(campaign, locale)} · ${timeOf(closesAt, 'D')}${who}`;
  });
  const options: APISelectMenuOption[] = campaigns.map((campaign) => ({
    value: String(campaign.id),
    label: cut(campaign.name, 100),
    description: stateOf(campaign, locale),
  }));
  const turns = [
    ...(page > 0 ? [buttonOf(text.previous[locale], listId.encode({ page: page - 1 }))] : []),
    ...(page < last ? [buttonOf(text.next[locale], listId.encode({ page: page + 1 }))] : []),
  ];
  return {
    content: '',
    embeds: [
      {
        title: text.listTitle(total)[locale],
        description: lines.length === 0 ? text.listEmpty[locale] : lines.join('\n'),
        ...(last > 0 && { footer: { text: text.page(page + 1, last + 1)[locale] } }),
      },
    ],
    components: [
      ...(options.length > 0 ? [selectOf(pickId.encode({}), text.pick[locale], options)] : []),
      row(...turns, buttonOf(text.create[locale], newId.encode({}), ButtonStyle.Primary)),
    ],
  };
}

/** What goes, before it goes. */
export const cancelCard = (campaign: Placed, people: number, locale: Locale): Message => ({
  content: text.cancelAsk(people)[locale],
  embeds: [{ title: cut(campaign.name, 200) }],
  components: [
    row(
      buttonOf(
        text.cancelSure[locale],
        cancelSureId.encode({ campaignId: campaign.id, revision: campaign.revision }),
        ButtonStyle.Danger,
      ),
      buttonOf(text.back[locale], showId.encode({ campaignId: campaign.id })),
    ),
  ],
});

/** Promos to choose, a page at a time; what was chosen on the others stays. */
export function choiceCard({ campaign, promos, chosen, total, page }: Choices, locale: Locale, size: number): Message {
  const campaignId = campaign.id;
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const options = promos.map(({ id, name, people, isChosen }) => ({
    value: String(id),
    label: cut(name, 100),
    description: text.people(people)[locale],
    default: isChosen,
  }));
  const id = chosenId.encode({ campaignId, page, first: promos[0]?.id ?? 1, last: promos.at(-1)?.id ?? 1 });
  return {
    content: `${text.chooseTitle[locale]}\n**${text.chosen(chosen)[locale]}**`,
    embeds: [],
    components: [
      selectOf(id, text.choose[locale], options, { min: 0, max: options.length }),
      row(
        ...(page > 0 ? [buttonOf(text.previous[locale], promosId.encode({ campaignId, page: page - 1 }))] : []),
        ...(page < last ? [buttonOf(text.next[locale], promosId.encode({ campaignId, page: page + 1 }))] : []),
        buttonOf(text.back[locale], showId.encode({ campaignId }), ButtonStyle.Primary),
      ),
    ],
  };
}
