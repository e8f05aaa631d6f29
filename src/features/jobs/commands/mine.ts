import { button, chosenRow, command, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { choice, string } from '../../../discord/options.ts';
import { alumni, anyone, holds, reader, staff } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { mineId, postId, showId } from '../../../kernel/hiring.ts';
import { cut, type Text } from '../../../kernel/text.ts';
import { text } from '../messages/author.ts';
import { chooseOne } from '../messages/refusal.ts';
import { text as reviewText } from '../messages/review.ts';
import { spokenDay } from '../rules/reading.ts';
import { describeDraft } from '../service/draft.ts';
import { closeOwn, type Renewed, renewOwn, repostOwn } from '../service/end.ts';
import { chooseOffer, countMine, countWaiting, proposeOffers, readMine } from '../service/list.ts';
import { contentOf, findEmployer, getReadable, type Offer } from '../service/offer.ts';
import { offerCard } from '../views/card.ts';
import { draftScreen, mineButton } from '../views/draft.ts';
import { mineScreen } from '../views/mine.ts';
import { say } from '../views/part.ts';
import { closeId, fillId, minePageId, pickId, queueId, renewId, repostId } from '../wire.ts';
import { deedOf } from './write.ts';

const openStates = ['draft', 'pending', 'asked', 'published', 'hidden', 'refused'] as const;

type Which = { isOwn: boolean; states: readonly Offer['state'][] };

/** The offer, by what completes the option: its id, or words that only one has. */
const offerOption = ({ isOwn, states }: Which) =>
  string({
    fr: 'offre',
    description: text.offerOption,
    min: 1,
    max: 100,
    async complete({ db, actor, locale }, typed) {
      const own = isOwn ? { authorId: actor.userId } : {};
      const found = await proposeOffers(db, { guildId: actor.guildId, text: typed, states, ...own });
      return found.map(({ id, title, employer }) => ({
        name: cut([title || text.untitled[locale], employer].filter(Boolean).join(' – '), 100),
        value: String(id),
      }));
    },
  });

async function chosen({ db, actor }: Context, typed: string, { isOwn, states }: Which): Promise<number> {
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  const own = isOwn ? { authorId: actor.userId } : {};
  const found = await chooseOffer(db, { guildId: actor.guildId, text: typed, states, ...own });
  if (found === null) throw chooseOne();
  return found;
}

// Whose offers they are is for the service: who answers for a company that is suspended, or not verified yet, has no role.
const mineAt = async ({ db, actor, locale }: Context, page: number) =>
  mineScreen(await readMine(db, { guildId: actor.guildId, userId: actor.userId, page }), locale);

export const mine = command({
  name: { en: 'job mine', fr: 'offre liste' },
  description: text.mineCommand,
  policy: anyone,
  answer: 'ephemeral',
  options: {},
  run: (context) => mineAt(context, 0),
});

export const openMine = button({
  id: mineId,
  policy: anyone,
  answer: 'ephemeral',
  run: (context) => mineAt(context, 0),
});

export const turnMine = button({
  id: minePageId,
  policy: anyone,
  answer: 'update',
  run: (context, { page }) => mineAt(context, page),
});

const manage = async (context: Context, offerId: number) =>
  draftScreen(await describeDraft(context.db, deedOf(context, offerId)), context.locale);

export const pick = select({
  id: pickId,
  policy: anyone,
  answer: 'update',
  run: (context, _, [value]) => manage(context, chosenRow(value)),
});

const own = { isOwn: true, states: openStates };
const closable = { isOwn: true, states: ['pending', 'asked', 'published', 'hidden'] as const };
const renewable = { isOwn: true, states: ['published'] as const };

export const edit = command({
  name: { en: 'job edit', fr: 'offre modifier' },
  description: text.editCommand,
  policy: anyone,
  answer: 'ephemeral',
  options: { offer: offerOption(own) },
  run: async (context, { offer }) => manage(context, await chosen(context, offer, own)),
});

async function closed(context: Context, offerId: number, as: 'filled' | 'closed') {
  const { title } = await closeOwn(context.db, deedOf(context, offerId), as);
  return say(context.t(text.closedNow(cut(title, 80), as)), context.actor.isPresent ? [mineButton(context.locale)] : []);
}

export const close = command({
  name: { en: 'job close', fr: 'offre clôturer' },
  description: text.closeCommand,
  policy: anyone,
  answer: 'ephemeral',
  options: {
    offer: offerOption(closable),
    as: choice({ fr: 'raison', description: text.asOption, choices: { filled: text.filled, closed: text.closed } }),
  },
  run: async (context, { offer, as }) => closed(context, await chosen(context, offer, closable), as),
});

export const closeButton = button({
  id: closeId,
  policy: anyone,
  answer: 'ephemeral',
  run: (context, { offerId }) => closed(context, offerId, 'closed'),
});

export const fillButton = button({
  id: fillId,
  policy: anyone,
  answer: 'ephemeral',
  run: (context, { offerId }) => closed(context, offerId, 'filled'),
});

function renewedText({ title, expiresAt, deadline, startsOn, hasStartPassed }: Renewed): Text {
  if (!deadline) return text.renewedNow(cut(title, 80), expiresAt);
  const spoken = { fr: spokenDay(deadline, 'fr'), en: spokenDay(deadline, 'en') };
  const isAtStart = startsOn?.getTime() === deadline.getTime();
  return text.renewedUntilDay(cut(title, 80), spoken, isAtStart ? 'start' : hasStartPassed ? 'passed' : null);
}

async function renewed(context: Context, offerId: number) {
  const renewal = await renewOwn(context.db, deedOf(context, offerId));
  return say(context.t(renewedText(renewal)));
}

export const renew = command({
  name: { en: 'job renew', fr: 'offre prolonger' },
  description: text.renewCommand,
  policy: anyone,
  answer: 'ephemeral',
  options: { offer: offerOption(renewable) },
  run: async (context, { offer }) => renewed(context, await chosen(context, offer, renewable)),
});

export const renewButton = button({
  id: renewId,
  policy: anyone,
  answer: 'ephemeral',
  run: (context, { offerId }) => renewed(context, offerId),
});

export const repostButton = button({
  id: repostId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context, { offerId }) {
    const { title } = await repostOwn(context.db, deedOf(context, offerId));
    return say(context.t(text.repostedNow(cut(title, 80))));
  },
});

const readable = { isOwn: false, states: ['published'] as const };

async function shown({ db, actor, locale, keys }: Context, offerId: number) {
  const offer = await getReadable(db, { guildId: actor.guildId, offerId });
  return offerCard(offer, contentOf(offer), locale, { mayRecommend: holds(alumni, await keys()) });
}

export const show = command({
  name: { en: 'job show', fr: 'offre voir' },
  description: text.showCommand,
  policy: reader,
  answer: 'ephemeral',
  options: { offer: offerOption(readable) },
  run: async (context, { offer }) => shown(context, await chosen(context, offer, readable)),
});

export const showButton = button({
  id: showId,
  policy: reader,
  answer: 'ephemeral',
  run: (context, { offerId }) => shown(context, offerId),
});

/** What waits for authors and for staff. */
export async function home(context: Context): Promise<readonly HomeItem[]> {
  const { db, actor, clock } = context;
  const { guildId, userId } = actor;
  const keys = await context.keys();
  const items: HomeItem[] = [];
  if (holds(staff, keys)) {
    const waiting = await countWaiting(db, guildId);
    if (waiting > 0)
      items.push({
        text: reviewText.homeWaiting(waiting),
        waiting: true,
        button: { label: reviewText.queue, customId: queueId.encode({}) },
      });
  }
  const { drafts, asked, lost, ending, open } = await countMine(db, { guildId, userId, now: clock.now() });
  const mineAction = { label: text.mine, customId: mineId.encode({}) };
  if (asked > 0) items.push({ text: text.homeAsked(asked), waiting: true, button: mineAction });
  if (lost > 0) items.push({ text: text.homeLost(lost), waiting: true, button: mineAction });
  if (ending > 0) items.push({ text: text.homeEnding(ending), waiting: true, button: mineAction });
  if (drafts > 0) items.push({ text: text.homeDrafts(drafts), button: mineAction });
  if (open > 0) items.push({ text: text.homeOpen(open), button: mineAction });
  const isAuthor = keys.has('recruiter') || keys.has('alumni') || (await findEmployer(db, { guildId, userId })) !== null;
  if (isAuthor) items.push({ text: text.homePost, button: { label: text.post, customId: postId.encode({}) } });
  return items;
}
