import { ChannelType } from 'discord-api-types/v10';
import { button, command } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { readDraft, saveDraft } from '../../../discord/draft.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { channels, form, menu, shortText } from '../../../discord/form.ts';
import { channel, choice, integer, optional, string, user } from '../../../discord/options.ts';
import { anyone } from '../../../discord/policy.ts';
import { dayOf, wallOf } from '../../../kernel/day.ts';
import { planId } from '../../../kernel/mentoring.ts';
import { fromJson } from '../../../kernel/overwrite.ts';
import { themeNames } from '../messages/agenda.ts';
import { planText } from '../messages/plan.ts';
import { badLength, badLink, badRoom, noPair, pairOver, text, twoPlaces } from '../messages/session.ts';
import { mayEnter, minutesBetween, readLink, readMinutes, usualMinutes } from '../rules/place.ts';
import { inBothLanguages } from '../rules/zone.ts';
import { openPairs, otherOf, ownPair, type Pair, partiesOf, type Session, type Who, withNames } from '../service/find.ts';
import { requireMoment } from '../service/moment.ts';
import { type By, comingSession, moveSession, type Plan, planSession } from '../service/plan.ts';
import { ofSession, savedCard } from '../views/card.ts';
import { choicesCard } from '../views/list.ts';
import { moveFormId, moveId, planFormId, withId } from '../wire.ts';

export const whoOf = ({ actor: { guildId, userId } }: Context): Who => ({ guildId, userId });
export const byOf = (context: Context): By => ({ ...whoOf(context), now: context.clock.now() });

/** The zone in which that person types and reads hours. */
async function zoneOf({ db, actor, settings }: Context, pair: Pair): Promise<string> {
  const party = (await partiesOf(db, pair)).find(({ userId }) => userId === actor.userId);
  return party?.timeZone ?? (await settings()).timeZone;
}

/** A voice room of this server which both may enter, as Discord has it at this moment. Throws `sessions.room`. */
async function requireRoom({ discord, actor: { guildId } }: Context, pair: Pair, roomId: string): Promise<void> {
  const people = [pair.mentorId, pair.learnerId].filter((id) => id !== null);
  const [room, guild, ...members] = await Promise.all([
    outcomeOf(discord.channels.get(roomId)),
    discord.guilds.get(guildId),
    ...people.map((userId) => outcomeOf(discord.guilds.getMember(guildId, userId))),
  ]);
  if (!room.ok || room.value.type !== ChannelType.GuildVoice || room.value.guild_id !== guildId) throw badRoom();
  const overwrites = fromJson(room.value.permission_overwrites ?? []);
  const mayAll = members.every((member) => member.ok && mayEnter(guild, member.value, overwrites));
  if (!mayAll) throw badRoom();
}

type Typed = { when: string; minutes: number | null; theme: string | null; room: string | null; link: string };

/** What was typed, understood. Throws every refusal of a form. */
async function planOf(context: Context, pair: Pair, timeZone: string, typed: Typed): Promise<Plan> {
  const { clock, locale } = context;
  const startsAt = requireMoment(typed.when, { now: clock.now(), timeZone, locale });
  if (typed.minutes === null) throw badLength(minutesBetween.shortest, minutesBetween.longest);
  const link = typed.link === '' ? null : readLink(typed.link);
  if (typed.link !== '' && link === null) throw badLink();
  if (link && typed.room) throw twoPlaces();
  if (typed.room) await requireRoom(context, pair, typed.room);
  return { startsAt, minutes: typed.minutes, theme: typed.theme, channelId: typed.room, link };
}

async function savePlan(context: Context, pairId: number, typed: Typed) {
  const { db, locale } = context;
  const pair = await ownPair(db, whoOf(context), pairId);
  if (pair.state === 'ended') throw pairOver();
  const timeZone = await zoneOf(context, pair);
  const plan = await planOf(context, pair, timeZone, typed);
  const session = await planSession(db, byOf(context), pairId, plan, (at) => inBothLanguages(at, timeZone));
  return savedCard(session, timeZone, locale);
}

const formFields = {
  when: shortText({ label: planText.when, description: planText.whenHelp, max: 100 }),
  minutes: shortText({ label: planText.minutes, description: planText.minutesHelp, max: 20 }),
  theme: menu({ label: planText.theme, description: planText.themeHelp, choices: themeNames, required: false }),
  room: channels({ label: planText.room, description: planText.roomHelp, types: [ChannelType.GuildVoice], required: false }),
  link: shortText({ label: planText.link, description: planText.linkHelp, max: 300, required: false }),
};
type Filled = { when: string; minutes: string; theme: readonly string[]; room: readonly string[]; link: string };
const typedOf = ({ when, minutes, theme, room, link }: Filled): Typed => ({
  when,
  minutes: readMinutes(minutes),
  theme: theme[0] ?? null,
  room: room[0] ?? null,
  link,
});

export const planForm = form({
  id: planFormId,
  policy: anyone,
  answer: 'ephemeral',
  title: planText.title,
  fields: formFields,
  run: (context, { pairId }, fields) => savePlan(context, pairId, typedOf(fields)),
});

const openForm = ({ locale }: Context, pairId: number, initial: Partial<Filled> = {}) =>
  planForm.open(locale, { pairId }, { minutes: String(usualMinutes), ...initial });

export const open = button({
  id: planId,
  policy: anyone,
  answer: 'modal',
  async run(context, { pairId }) {
    const pair = await ownPair(context.db, whoOf(context), pairId);
    if (pair.state === 'ended') throw pairOver();
    return openForm(context, pairId);
  },
});

/** With one of several, and what was typed before the choice. */
export const openWith = button({
  id: withId,
  policy: anyone,
  answer: 'modal',
  async run(context, { pairId, draftId }) {
    const pair = await ownPair(context.db, whoOf(context), pairId);
    if (pair.state === 'ended') throw pairOver();
    const draft = await readDraft(context.db, context.actor, draftId);
    return openForm(context, pairId, draft?.form === withId.prefix ? (draft.values as Partial<Filled>) : {});
  },
});

export const plan = command({
  name: { en: 'mentoring plan', fr: 'mentorat planifier' },
  description: planText.description,
  policy: anyone,
  answer: 'step',
  options: {
    when: optional(string({ fr: 'quand', description: planText.optionWhen, max: 100 })),
    minutes: optional(
      integer({
        fr: 'minutes',
        description: planText.optionMinutes,
        min: minutesBetween.shortest,
        max: minutesBetween.longest,
      }),
    ),
    theme: optional(choice({ fr: 'sujet', description: planText.optionTheme, choices: themeNames })),
    where: optional(channel({ fr: 'salon', description: planText.optionWhere, types: [ChannelType.GuildVoice] })),
    with: optional(user({ fr: 'avec', description: planText.optionWith })),
    link: optional(string({ fr: 'lien', description: planText.optionLink, max: 300 })),
  },
  async run(context, { when, minutes = usualMinutes, theme, where, with: otherId, link = '' }) {
    const who = whoOf(context);
    const { db, clock, locale } = context;
    const pairs = await openPairs(db, who, otherId ? undefined : context.channelId);
    if (pairs.length === 0) throw noPair();
    const wanted = otherId ? pairs.filter((pair) => otherOf(pair, who.userId) === otherId) : pairs;
    const [pair, ...others] = wanted;
    const filled: Filled = {
      when: when ?? '',
      minutes: String(minutes),
      theme: theme ? [theme] : [],
      room: where ? [where] : [],
      link,
    };
    if (!pair || others.length > 0) {
      const owner = { ...who, form: withId.prefix, now: clock.now() };
      const draftId = await saveDraft(db, owner, { values: filled, resolved: undefined }, Object.keys(filled));
      return choicesCard(await withNames(db, who, pairs), { isOther: !pair, draftId }, locale);
    }
    if (when !== undefined) return savePlan(context, pair.id, { when, minutes, theme: theme ?? null, room: where ?? null, link });
    return openForm(context, pair.id, filled);
  },
});

/** As the form takes it back, whatever the language. */
function typedMoment(at: Date, timeZone: string): string {
  const wall = wallOf(at, timeZone);
  return `${dayOf(wall).split('-').reverse().join('/')} ${wall.toISOString().slice(11, 16)}`;
}

export const moveForm = form({
  id: moveFormId,
  policy: anyone,
  answer: 'ephemeral',
  title: planText.moveTitle,
  fields: formFields,
  async run(context, { sessionId, sequence }, fields) {
    const { db, locale, t } = context;
    const by = byOf(context);
    const former = await comingSession(db, by, sessionId);
    const timeZone = await zoneOf(context, former.pair);
    const planned = await planOf(context, former.pair, timeZone, typedOf(fields));
    const words = (at: Date) => inBothLanguages(at, timeZone);
    const { session, isChanged } = await moveSession(db, by, { sessionId, sequence }, planned, words);
    return isChanged ? savedCard(session, timeZone, locale) : { content: t(text.unchanged) };
  },
});

const initialOf = ({ startsAt, minutes, theme, channelId, link }: Session, timeZone: string): Filled => ({
  when: typedMoment(startsAt, timeZone),
  minutes: String(minutes),
  theme: theme ? [theme] : [],
  room: channelId ? [channelId] : [],
  link: link ?? '',
});

export const move = button({
  id: moveId,
  policy: anyone,
  answer: 'modal',
  async run(context, { sessionId }) {
    const session = await comingSession(context.db, byOf(context), sessionId);
    const initial = initialOf(session, await zoneOf(context, session.pair));
    return moveForm.open(context.locale, { ...ofSession(session), sequence: session.sequence }, initial);
  },
});
