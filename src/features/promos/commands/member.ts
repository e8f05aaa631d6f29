import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { command, event } from '../../../discord/command.ts';
import { changeBy } from '../../../discord/context.ts';
import { boolean, choice, optional, user } from '../../../discord/options.ts';
import { holds, staff } from '../../../discord/policy.ts';
import { keysOf } from '../../../discord/router.ts';
import { readSettings } from '../../../infra/settings.ts';
import { escapeMarkdown, type Text } from '../../../kernel/text.ts';
import { getMember } from '../../members/service.ts';
import { commandTexts, optionTexts } from '../messages/command.ts';
import { parts, text } from '../messages/member.ts';
import { promoDay } from '../messages/promo.ts';
import { dayOf } from '../rules/day.ts';
import { wantsRole } from '../rules/life.ts';
import { addMember, moveMember, removeMember, welcomeBack } from '../service/member.ts';
import type { Promo } from '../service/promo.ts';
import { distrust, isTrusted, promiseTrust } from '../service/trust.ts';
import { note } from '../views/part.ts';
import { promoOf, promoOption } from './option.ts';

const running = promoOption(optionTexts.promo, ['planned', 'active']);
const mention = (userId: string) => `<@${userId}>`;

/** When the roles of a promo come to who enters it. */
const rolesOf = (promo: Promo): Text =>
  wantsRole(promo) ? text.rolesNow : text.rolesLater(escapeMarkdown(promo.name), promoDay(dayOf(promo.startsOn)));

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
    const entered = await addMember(db, changeBy(context), addition);
    return note(text.added(mention(member), escapeMarkdown(entered.name), rolesOf(entered)), locale);
  },
});

export const remove = command({
  ...commandTexts.remove,
  policy: staff,
  answer: 'ephemeral',
  options: { promo: promoOption(optionTexts.promo, ['planned', 'active', 'ended']), member: user(optionTexts.member) },
  async run(context, { promo, member }) {
    const { id } = await promoOf(context, promo);
    const left = await removeMember(context.db, changeBy(context), { promoId: id, userId: member });
    const removed = text.removed(mention(member), escapeMarkdown(left.name));
    const { fr, en } = text.rolesNow;
    return note(wantsRole(left) ? { fr: `${removed.fr} ${fr}`, en: `${removed.en} ${en}` } : removed, context.locale);
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
    const names = [escapeMarkdown(moved.from), escapeMarkdown(moved.to.name)] as const;
    return note(text.moved(mention(member), ...names, rolesOf(moved.to)), context.locale);
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
