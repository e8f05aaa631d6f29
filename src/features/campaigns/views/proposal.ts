import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { type ButtonLook, buttonOf, row, rows, selectOf } from '../../../kernel/piece.ts';
import { cut, type Locale } from '../../../kernel/text.ts';
import { text as campaignText } from '../messages/campaign.ts';
import { obstacles, text, whys } from '../messages/proposal.ts';
import { compare, type Figures, pairsOnPage, peopleOnPage } from '../rules.ts';
import type { Placed } from '../service/campaign.ts';
import type { Turnout } from '../service/list.ts';
import type { AlonePage, ExcludedPage, Now, PairPage, Shown } from '../service/preview.ts';
import type { Changed } from '../service/publish.ts';
import {
  againId,
  aloneId,
  cancelId,
  excludedId,
  excludeId,
  firstId,
  handId,
  includeId,
  lockId,
  lookId,
  pairId,
  pairsId,
  publishId,
  showId,
  swapId,
  unlockId,
  weightsId,
} from '../wire.ts';
import { factsOf } from './campaign.ts';
import { reasonsIn } from './reason.ts';

const who = (id: string): string => `<@${id}>`;
const named = (name: string | null, id: string): string => name ?? id;

/** What the proposal is worth, in plain words. */
function worth(campaign: Placed, now: Now, locale: Locale): string {
  const figures = campaign.figures as unknown as Figures;
  const tally = figures.of[campaign.first];
  return [
    text.pairs(now.pairs, now.alone)[locale],
    ...(now.pairs === 0 ? [] : [text.fit(now.mean, now.least)[locale]]),
    ...(campaign.changedAt ? [text.changed[locale]] : [text.blocking(tally.blocking)[locale], text.loads(tally.loads)[locale]]),
    text.market(figures.learners, figures.mentors, figures.places)[locale],
    ...(now.held + now.excluded > 0 ? [text.held(now.held, now.excluded)[locale]] : []),
    '',
    text.firstIs[campaign.first][locale],
    text.comparison(compare(figures))[locale],
    '',
    text.publishHelp[locale],
  ].join('\n');
}

/** The proposal as staff first see it: what it is worth, what the other choice would cost, and all that can be done about it. */
export function proposalCard(campaign: Placed, { now, turnout }: { now: Now; turnout: Turnout }, locale: Locale): Message {
  const campaignId = campaign.id;
  const seen = { campaignId, revision: campaign.revision };
  const other = campaign.first === 'seats' ? 'stable' : 'seats';
  const look: ButtonLook = campaign.changedAt ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return {
    content: '',
    embeds: [
      { title: cut(campaign.name, 200), description: cut(factsOf(campaign, turnout, locale).join('\n'), 2_500) },
      { title: text.title[locale], description: worth(campaign, now, locale) },
    ],
    components: rows([
      buttonOf(text.publish(now.pairs)[locale], publishId.encode(seen), ButtonStyle.Success, { disabled: now.pairs === 0 }),
      buttonOf(text.seePairs[locale], pairsId.encode({ campaignId, page: 0 })),
      buttonOf(text.seeAlone[locale], aloneId.encode({ campaignId, page: 0 })),
      buttonOf(text.hand[locale], handId.encode(seen)),
      ...(now.excluded > 0 ? [buttonOf(text.seeExcluded[locale], excludedId.encode({ campaignId, page: 0 }))] : []),
      buttonOf(text.switchTo[other][locale], firstId.encode({ ...seen, first: other })),
      buttonOf(campaignText.weights[locale], weightsId.encode({ campaignId })),
      buttonOf(text.again[locale], againId.encode(seen), look),
      buttonOf(campaignText.refresh[locale], showId.encode({ campaignId })),
      buttonOf(campaignText.cancel[locale], cancelId.encode({ campaignId }), ButtonStyle.Danger),
    ]),
  };
}

const marksOf = ({ locked, byHand, rivalId }: Shown, locale: Locale): string[] => [
  ...(byHand ? [text.byHand[locale]] : locked ? [text.locked[locale]] : []),
  ...(rivalId === null ? [] : [text.rival(who(rivalId))[locale]]),
];

/** The buttons that turn pages; none for one page. */
const turns = (page: number, last: number, to: (page: number) => string, locale: Locale) => [
  ...(page > 0 ? [buttonOf(campaignText.previous[locale], to(page - 1))] : []),
  ...(page < last ? [buttonOf(campaignText.next[locale], to(page + 1))] : []),
];
const footer = (page: number, last: number, locale: Locale) =>
  last > 0 ? { footer: { text: campaignText.page(page + 1, last + 1)[locale] } } : {};

export function pairsCard({ campaign, pairs, total, page }: PairPage, locale: Locale): Message {
  const campaignId = campaign.id;
  const last = Math.max(0, Math.ceil(total / pairsOnPage) - 1);
  const lines = pairs.map((pair) => {
    const about = [reasonsIn(pair.reasons, locale), ...marksOf(pair, locale)].filter((one) => one !== '');
    return [
      `${who(pair.learnerId)} → ${who(pair.mentorId)} · **${text.score(pair.score)[locale]}**`,
      ...(about.length === 0 ? [] : [about.join(' · ')]),
    ].join('\n');
  });
  const options = pairs.map((pair) => ({
    value: String(pair.id),
    label: cut(`${named(pair.learnerName, pair.learnerId)} → ${named(pair.mentorName, pair.mentorId)}`, 100),
    description: text.score(pair.score)[locale],
  }));
  const isOpen = campaign.state === 'preview';
  return {
    content: '',
    embeds: [
      {
        title: text.pairsTitle(total)[locale],
        description: lines.length === 0 ? text.pairsEmpty[locale] : [text.pairsHelp[locale], ...lines].join('\n\n'),
        ...footer(page, last, locale),
      },
    ],
    components: [
      ...(options.length > 0 && isOpen ? [selectOf(pairId.encode({ campaignId, page }), text.pick[locale], options)] : []),
      row(
        ...turns(page, last, (to) => pairsId.encode({ campaignId, page: to }), locale),
        buttonOf(campaignText.back[locale], showId.encode({ campaignId })),
      ),
    ],
  };
}

/** One pair, with what staff can do about it. */
export function pairCard(campaign: Placed, pair: Shown, page: number, locale: Locale): Message {
  const campaignId = campaign.id;
  const seen = { campaignId, row: pair.id, revision: campaign.revision };
  const marks = marksOf(pair, locale);
  return {
    content: '',
    embeds: [
      {
        title: text.pairTitle[locale],
        description: [
          `${text.learner[locale]} : ${who(pair.learnerId)}`,
          `${text.mentor[locale]} : ${who(pair.mentorId)}`,
          `**${text.score(pair.score)[locale]}** · ${text.views(pair.learnerScore, pair.mentorScore)[locale]}`,
          `${text.why[locale]} : ${reasonsIn(pair.reasons, locale, 8)}`,
          ...(marks.length === 0 ? [] : [marks.join(' · ')]),
        ].join('\n'),
      },
    ],
    components: [
      row({
        type: ComponentType.UserSelect,
        custom_id: swapId.encode(seen),
        placeholder: text.swap[locale],
        min_values: 1,
        max_values: 1,
      }),
      row(
        pair.locked
          ? buttonOf(text.unlock[locale], unlockId.encode(seen))
          : buttonOf(text.lock[locale], lockId.encode(seen), ButtonStyle.Primary),
        buttonOf(text.exclude[locale], excludeId.encode(seen), ButtonStyle.Danger),
        buttonOf(text.backToPairs[locale], pairsId.encode({ campaignId, page })),
      ),
    ],
  };
}

export function aloneCard({ campaign, people, whys: counts, total, page }: AlonePage, locale: Locale): Message {
  const campaignId = campaign.id;
  const last = Math.max(0, Math.ceil(total / peopleOnPage) - 1);
  const summary = [...counts].map(([why, count]) => `${count} · ${whys[why][locale]}`);
  const lines = people.map(({ userId, why }) => `${who(userId)} · ${whys[why][locale]}`);
  return {
    content: '',
    embeds: [
      {
        title: text.aloneTitle(total)[locale],
        description: total === 0 ? text.aloneEmpty[locale] : [...summary, '', ...lines].join('\n'),
        ...footer(page, last, locale),
      },
    ],
    components: [
      row(
        ...turns(page, last, (to) => aloneId.encode({ campaignId, page: to }), locale),
        buttonOf(campaignText.back[locale], showId.encode({ campaignId })),
      ),
    ],
  };
}

/** The value of an option is two ids of Discord. */
export const excludedValue = ({ learnerId, mentorId }: { learnerId: string; mentorId: string }): string =>
  `${learnerId} ${mentorId}`;

export function excludedCard({ campaign, excluded, total, page }: ExcludedPage, locale: Locale): Message {
  const campaignId = campaign.id;
  const last = Math.max(0, Math.ceil(total / peopleOnPage) - 1);
  const options = excluded.map(({ learnerId, mentorId, learnerName, mentorName }) => ({
    value: excludedValue({ learnerId, mentorId }),
    label: cut(`${named(learnerName, learnerId)} → ${named(mentorName, mentorId)}`, 100),
  }));
  const id = includeId.encode({ campaignId, page, revision: campaign.revision });
  return {
    content: '',
    embeds: [
      {
        title: text.excludedTitle(total)[locale],
        description:
          total === 0
            ? text.excludedEmpty[locale]
            : excluded.map(({ learnerId, mentorId }) => `${who(learnerId)} → ${who(mentorId)}`).join('\n'),
        ...footer(page, last, locale),
      },
    ],
    components: [
      ...(options.length > 0 ? [selectOf(id, text.include[locale], options)] : []),
      row(
        ...turns(page, last, (to) => excludedId.encode({ campaignId, page: to }), locale),
        buttonOf(campaignText.back[locale], showId.encode({ campaignId })),
      ),
    ],
  };
}

/** Why nothing was published, and the way on. */
export function blockedCard({ campaign, changed }: { campaign: Placed; changed: readonly Changed[] }, locale: Locale): Message {
  const campaignId = campaign.id;
  const lines = changed
    .slice(0, 15)
    .map(({ learnerId, mentorId, why }) => `${who(learnerId)} → ${who(mentorId)} : ${obstacles[why][locale]}`);
  const more = changed.length - lines.length;
  return {
    content: '',
    embeds: [
      {
        title: text.blockedTitle[locale],
        description: [...lines, ...(more > 0 ? [campaignText.more(more)[locale]] : []), '', text.blockedHelp[locale]].join('\n'),
      },
    ],
    components: [
      row(
        buttonOf(text.again[locale], againId.encode({ campaignId, revision: campaign.revision }), ButtonStyle.Primary),
        buttonOf(text.seePairs[locale], pairsId.encode({ campaignId, page: 0 })),
        buttonOf(campaignText.back[locale], showId.encode({ campaignId })),
      ),
    ],
  };
}

/** In the channel of staff, once the proposal is ready, kept up to date until the end. */
export const staffCard = (campaign: Placed, now: Now, turnout: Turnout, locale: Locale): Message => ({
  content: '',
  embeds: [
    {
      title: text.cardTitle(cut(campaign.name, 200))[locale],
      description: [
        ...(campaign.state === 'preview' ? [text.cardReady[locale], text.pairs(now.pairs, now.alone)[locale]] : []),
        ...factsOf(campaign, turnout, locale, now.pairs),
      ].join('\n'),
    },
  ],
  components: [row(buttonOf(text.cardOpen[locale], lookId.encode({ campaignId: campaign.id }), ButtonStyle.Primary))],
});
