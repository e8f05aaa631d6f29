import { ChannelType } from 'discord-api-types/v10';
import { button, command } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, shortText } from '../../../discord/form.ts';
import { channel, integer, optional, string } from '../../../discord/options.ts';
import { moderator } from '../../../discord/policy.ts';
import { overwritesOf } from '../../../kernel/overwrite.ts';
import { badMinutes, cannotClose, text } from '../messages/lockdown.ts';
import { isPublic } from '../rules/lock.ts';
import { draftLockdown, endLockdown, runningLockdowns, startLockdown } from '../service/lockdown.ts';
import { lockEnding, lockPlan, lockStarted, runningScreen } from '../views/lockdown.ts';
import { closeId, lockFormId, lockId, runningId, unlockId } from '../wire.ts';

const closable = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum] as const;
const canClose = ({ type }: { type: ChannelType }): boolean => (closable as readonly ChannelType[]).includes(type);

const shortest = 5;
const longest = 1_440;
const usual = 60;

/** The channels where everybody writes, or would if they were not closed now; or the one that was chosen. */
async function toClose({ db, discord, actor: { guildId } }: Context, chosen: string | undefined): Promise<string[]> {
  const [server, channels, running] = await Promise.all([
    discord.guilds.get(guildId),
    discord.guilds.getChannels(guildId),
    runningLockdowns(db, guildId),
  ]);
  if (chosen) {
    const found = channels.find(({ id }) => id === chosen);
    if (!found || !canClose(found)) throw cannotClose();
    return [chosen];
  }
  const base = BigInt(server.roles.find(({ id }) => id === guildId)?.permissions ?? '0');
  const closed = new Set(running.flatMap((lockdown) => lockdown.channels.map(({ channelId }) => channelId)));
  return channels
    .filter((one) => canClose(one) && (closed.has(one.id) || isPublic(overwritesOf(one), guildId, base)))
    .map(({ id }) => id);
}

type Wish = { channelId?: string | undefined; minutes: number; reason: string };

async function propose(context: Context, { channelId, minutes, reason }: Wish) {
  const channelIds = await toClose(context, channelId);
  return lockPlan(await draftLockdown(context.db, changeBy(context), { channelIds, minutes, reason }), context.locale);
}

export const lockdown = command({
  name: { en: 'lockdown', fr: 'verrouiller' },
  description: text.command,
  policy: moderator,
  answer: 'ephemeral',
  options: {
    channel: optional(channel({ fr: 'salon', description: text.channelOption, types: [...closable] })),
    minutes: optional(integer({ fr: 'minutes', description: text.minutesOption, min: shortest, max: longest })),
    reason: optional(string({ fr: 'raison', description: text.reasonOption, max: 200 })),
  },
  async run(context, { channel: channelId, minutes, reason }) {
    const running = await runningLockdowns(context.db, context.actor.guildId);
    const asksNothing = channelId === undefined && minutes === undefined && reason === undefined;
    if (running.length > 0 && asksNothing) return runningScreen(running, context.locale);
    return propose(context, { channelId, minutes: minutes ?? usual, reason: reason ?? '' });
  },
});

export const lockForm = form({
  id: lockFormId,
  policy: moderator,
  answer: 'ephemeral',
  title: text.formTitle,
  fields: {
    minutes: shortText({ label: text.minutesLabel, description: text.minutesHelp, max: 4 }),
    reason: shortText({ label: text.reasonLabel, required: false, max: 200 }),
  },
  async run(context, _params, { minutes: typed, reason }) {
    const minutes = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
    if (minutes < shortest || minutes > longest) throw badMinutes();
    return propose(context, { minutes, reason });
  },
});

/** What is closed now. */
export const running = button({
  id: runningId,
  policy: moderator,
  answer: 'ephemeral',
  run: async ({ db, actor, locale }) => runningScreen(await runningLockdowns(db, actor.guildId), locale),
});

export const begin = button({
  id: closeId,
  policy: moderator,
  answer: 'modal',
  run: async ({ locale }) => lockForm.open(locale, {}, { minutes: String(usual) }),
});

export const confirm = button({
  id: lockId,
  policy: moderator,
  answer: 'update',
  run: async (context, { lockdownId }) =>
    lockStarted(await startLockdown(context.db, changeBy(context), lockdownId), context.locale),
});

export const reopen = button({
  id: unlockId,
  policy: moderator,
  answer: 'update',
  async run(context, { lockdownId }) {
    await endLockdown(context.db, changeBy(context), lockdownId);
    return lockEnding(context.locale);
  },
});
