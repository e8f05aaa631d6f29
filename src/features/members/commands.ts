import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { button, command, event, select, userCommand } from '../../discord/command.ts';
import type { Context } from '../../discord/context.ts';
import { form, shortText } from '../../discord/form.ts';
import { string, user } from '../../discord/options.ts';
import { holds, staff } from '../../discord/policy.ts';
import type { HomeItem } from '../../kernel/feature.ts';
import { text, unknownMember } from './messages.ts';
import { presenceOf } from './rules.ts';
import { findChosen, findMembers, getMember, proposeMembers, recordLeave, recordMembers } from './service.ts';
import { foundPage, memberCard, proposals } from './views.ts';
import { askId, openId, pageId, searchId } from './wire.ts';

async function cardOf(context: Context, userId: string) {
  const { db, actor, locale, features } = context;
  const member = await getMember(db, { guildId: actor.guildId, userId });
  const added = await Promise.all(features.map(({ card: cardItems }) => cardItems?.(context, userId) ?? []));
  return memberCard(member, added.flat(), locale);
}

const find = async ({ db, actor, locale }: Context, typed: string, page = 0) =>
  foundPage(await findMembers(db, { guildId: actor.guildId, text: typed, page }), locale);

export const show = command({
  name: { en: 'member show', fr: 'membre voir' },
  description: text.show,
  policy: staff,
  answer: 'ephemeral',
  options: { member: user({ fr: 'membre', description: text.member }) },
  run: (context, { member }) => cardOf(context, member),
});

export const search = command({
  name: { en: 'member find', fr: 'membre chercher' },
  description: text.find,
  policy: staff,
  answer: 'ephemeral',
  options: {
    text: string({
      fr: 'texte',
      description: text.text,
      min: 1,
      max: 100,
      async complete({ db, actor, locale }, typed) {
        return proposals(await proposeMembers(db, { guildId: actor.guildId, text: typed }), locale);
      },
    }),
  },
  async run(context, options) {
    // What completes the search is the id of one person, whose card is what is wanted.
    const chosen = await findChosen(context.db, { guildId: context.actor.guildId, text: options.text });
    return chosen ? cardOf(context, chosen.userId) : find(context, options.text);
  },
});

export const card = userCommand({
  name: text.card,
  policy: staff,
  answer: 'ephemeral',
  run: (context, { userId }) => cardOf(context, userId),
});

export const turnPage = button({
  id: pageId,
  policy: staff,
  answer: 'update',
  run: (context, { page, text: typed }) => find(context, typed, page),
});

export const openCard = select({
  id: openId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, _params, [userId]) {
    if (!userId) throw unknownMember();
    return cardOf(context, userId);
  },
});

export const searchForm = form({
  id: searchId,
  policy: staff,
  answer: 'ephemeral',
  title: text.searchTitle,
  fields: { text: shortText({ label: text.searchLabel, max: 100 }) },
  run: (context, _params, fields) => find(context, fields.text),
});

export const askSearch = button({
  id: askId,
  policy: staff,
  answer: 'modal',
  run: async ({ locale }) => searchForm.open(locale, {}),
});

/** Staff look for people all day: one button spares them the command. */
export async function home({ keys }: Context): Promise<readonly HomeItem[]> {
  return holds(staff, await keys())
    ? [{ text: text.searchHome, button: { label: text.search, customId: askId.encode({}) } }]
    : [];
}

export const joined = event(GatewayDispatchEvents.GuildMemberAdd, async ({ db, clock }, member) => {
  const person = presenceOf(member, clock.now());
  if (person) await recordMembers(db, member.guild_id, [person], person.joinedAt);
});

export const changed = event(GatewayDispatchEvents.GuildMemberUpdate, async ({ db, clock }, member) => {
  const person = member.joined_at ? presenceOf(member, clock.now()) : null;
  if (person) await recordMembers(db, member.guild_id, [person], person.joinedAt);
});

export const left = event(GatewayDispatchEvents.GuildMemberRemove, ({ db, clock }, { guild_id, user }) =>
  recordLeave(db, { guildId: guild_id, userId: user.id, now: clock.now() }),
);
