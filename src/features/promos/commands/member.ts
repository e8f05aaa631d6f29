import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { command, event } from '../../../discord/command.ts';
import { boolean, choice, optional, user } from '../../../discord/options.ts';
import { holds, staff } from '../../../discord/policy.ts';
import { keysOf } from '../../../discord/router.ts';
import { readSettings } from '../../../infra/settings.ts';
import { escapeMarkdown } from '../../../kernel/text.ts';
import { getMember } from '../../members/service.ts';
import { commandTexts, optionTexts } from '../messages/command.ts';
import { parts, text } from '../messages/member.ts';
import { addMember, moveMember, removeMember, welcomeBack } from '../service/member.ts';
import { distrust, isTrusted, promiseTrust } from '../service/trust.ts';
import { note } from '../views/part.ts';
import { changeBy, promoOf, promoOption } from './option.ts';

const running = promoOption(optionTexts.promo, ['planned', 'active']);
const mention = (userId: string) => `<@${userId}>`;

export const add = command({
  ...commandTexts.add,
  policy: staff,
  answer: 'ephemeral',
  options: {
    promo: running,
    member: user(optionTexts.member),
    part: optional(choice({ ...optionTexts.part, choices: parts })),
    second: optional(boolean(optionTexts.second)),
  },
  async run(context, { promo, member, part, second }) {
    const { db, actor, locale } = context;
    await getMember(db, { guildId: actor.guildId, userId: member });
    const { id } = await promoOf(context, promo);
    const addition = { promoId: id, userId: member, part: part ?? 'learner', isSecond: second ?? false } as const;
    const { name } = await addMember(db, changeBy(context), addition);
    return note(text.added(mention(member), escapeMarkdown(name)), locale);
  },
});

export const remove = command({
  ...commandTexts.remove,
  policy: staff,
  answer: 'ephemeral',
  options: { promo: promoOption(optionTexts.promo, ['planned', 'active', 'ended']), member: user(optionTexts.member) },
  async run(context, { promo, member }) {
    const { id } = await promoOf(context, promo);
    const { name } = await removeMember(context.db, changeBy(context), { promoId: id, userId: member });
    return note(text.removed(mention(member), escapeMarkdown(name)), context.locale);
  },
});

export const move = command({
  ...commandTexts.move,
  policy: staff,
  answer: 'ephemeral',
  options: {
    member: user(optionTexts.member),
    to: promoOption(optionTexts.to, ['planned', 'active']),
    from: optional(promoOption(optionTexts.from, ['planned', 'active', 'ended'])),
  },
  async run(context, { member, to, from }) {
    const target = await promoOf(context, to);
    const source = from === undefined ? null : (await promoOf(context, from)).id;
    const moved = await moveMember(context.db, changeBy(context), { userId: member, to: target.id, from: source });
    return note(text.moved(mention(member), escapeMarkdown(moved.from), escapeMarkdown(moved.to)), context.locale);
  },
});

export const joined = event(GatewayDispatchEvents.GuildMemberAdd, async ({ db }, { guild_id, user: person }) => {
  if (!person.bot) await welcomeBack(db, { guildId: guild_id, userId: person.id });
});

/** Who is no longer of the staff no longer sees what they saw as such. Discord's own administrators are asked for by a task. */
export const changed = event(GatewayDispatchEvents.GuildMemberUpdate, async ({ db }, { guild_id, user: person, roles }) => {
  const who = { guildId: guild_id, userId: person.id };
  if (!(await isTrusted(db, who))) return;
  const keys = keysOf(await readSettings(db, guild_id), { roleIds: roles, isAdministrator: false });
  if (!holds(staff, keys)) await promiseTrust(db, who);
});

export const left = event(GatewayDispatchEvents.GuildMemberRemove, async ({ db, clock }, { guild_id, user: person }) => {
  const who = { guildId: guild_id, userId: person.id };
  if (await isTrusted(db, who)) await distrust(db, { ...who, now: clock.now() });
});
