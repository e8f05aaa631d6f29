import { type APIChannel, ChannelType } from 'discord-api-types/v10';
import { command, select } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { channels, form, shortText } from '../../../discord/form.ts';
import { channel, choice, integer, optional } from '../../../discord/options.ts';
import { admin } from '../../../discord/policy.ts';
import { isLogKind, quotes } from '../../../kernel/log.ts';
import type { Text } from '../../../kernel/text.ts';
import {
  badDays,
  isPublicChannel,
  isSeenChannel,
  kindNames,
  needsKind,
  notText,
  notWritable,
  text,
} from '../messages/setting.ts';
import { readLogs, setLog, type Wanted } from '../service/setting.ts';
import { settingScreen } from '../views/setting.ts';
import { chooseId, formId } from '../wire.ts';
import { fittingOf } from './fitting.ts';
import { keeperOf } from './keeper.ts';

/** A log tells what people took back: it must not be read by everybody, and we must be able to write there. */
async function requireFitting(context: Context, channelId: string): Promise<void> {
  const { discord, applicationId, actor } = context;
  const { guildId } = actor;
  const found = await outcomeOf(discord.channels.get(channelId) as Promise<APIChannel>);
  if (!found.ok && found.why === 'forbidden') throw notWritable(channelId, ['ViewChannel']);
  if (!found.ok || found.value.type !== ChannelType.GuildText || found.value.guild_id !== guildId) throw notText();
  const [server, bot, { roles }] = await Promise.all([
    discord.guilds.get(guildId),
    discord.guilds.getMember(guildId, applicationId),
    context.settings(),
  ]);
  const { isPublic, seenBy, missing } = fittingOf({ server, bot, roles }, found.value);
  if (isPublic) throw isPublicChannel(channelId);
  if (seenBy) throw isSeenChannel(channelId, seenBy);
  if (missing.length > 0) throw notWritable(channelId, missing);
}

/** Where people write: a category is none, and would say nothing of what is in it. */
const writtenIn = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
] as const;

async function save(context: Context, wanted: Wanted): Promise<Text> {
  if (wanted.channelId) await requireFitting(context, wanted.channelId);
  const { kind, channelId } = await setLog(context.db, changeBy(context), wanted);
  keeperOf(context).relearn(context.actor.guildId);
  return channelId === null ? text.stopped(kind) : text.saved(kind, channelId);
}

const show = async ({ db, actor, locale, reads }: Context, notice?: Text) =>
  settingScreen(await readLogs(db, actor.guildId), { ...(notice && { notice }), readsContent: reads.messageContent }, locale);

export const settings = command({
  name: { en: 'setup logs', fr: 'configurer journaux' },
  description: text.command,
  policy: admin,
  answer: 'ephemeral',
  options: {
    log: optional(choice({ fr: 'journal', description: text.kindOption, choices: kindNames })),
    channel: optional(channel({ fr: 'salon', description: text.channelOption, types: [ChannelType.GuildText] })),
    days: optional(integer({ fr: 'jours', description: text.daysOption, min: 1, max: 365 })),
    text: optional(integer({ fr: 'texte', description: text.textOption, min: 1, max: 30 })),
  },
  async run(context, { log, channel: channelId, days, text: textDays }) {
    const wanted = {
      ...(channelId !== undefined && { channelId }),
      ...(days !== undefined && { days }),
      ...(textDays !== undefined && { textDays }),
    };
    if (Object.keys(wanted).length === 0 && log === undefined) return show(context);
    if (log === undefined) throw needsKind();
    return show(context, Object.keys(wanted).length > 0 ? await save(context, { kind: log, ...wanted }) : undefined);
  },
});

export const settingForm = form({
  id: formId,
  policy: admin,
  answer: 'update',
  title: text.formTitle,
  fields: {
    channel: channels({
      label: text.channelLabel,
      description: text.channelHelp,
      required: false,
      types: [ChannelType.GuildText],
    }),
    days: shortText({ label: text.daysLabel, max: 3 }),
    text: shortText({ label: text.textLabel, description: text.textHelp, max: 2, required: false }),
    ignored: channels({ label: text.ignoredLabel, required: false, max: 25, types: [...writtenIn] }),
  },
  async run(context, { kind }, { channel: [channelId], days, text: textDays, ignored }) {
    const read = (typed: string, most: number): number => {
      const count = /^\d+$/.test(typed) ? Number(typed) : 0;
      if (count < 1 || count > most) throw badDays();
      return count;
    };
    const wanted = {
      kind,
      channelId: channelId ?? null,
      days: read(days, 365),
      ...(quotes(kind) && textDays !== '' && { textDays: read(textDays, 30) }),
      ignored,
    };
    return show(context, await save(context, wanted));
  },
});

export const choose = select({
  id: chooseId,
  policy: admin,
  answer: 'modal',
  async run({ db, actor, locale }, _params, [value]) {
    const kind = isLogKind(value) ? value : 'deletions';
    const log = (await readLogs(db, actor.guildId)).find((one) => one.kind === kind);
    return settingForm.open(
      locale,
      { kind },
      {
        channel: log?.channelId ? [log.channelId] : [],
        days: String(log?.days ?? 30),
        text: quotes(kind) ? String(log?.textDays ?? 7) : '',
        ignored: log?.ignored ?? [],
      },
    );
  },
});
