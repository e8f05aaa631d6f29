import { ChannelType } from 'discord-api-types/v10';
import { button, command } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { channel, choice, role, string } from '../../../discord/options.ts';
import { admin } from '../../../discord/policy.ts';
import { roleNames } from '../../../kernel/role.ts';
import { commandTexts, languages, optionTexts, text } from '../messages/setup.ts';
import { lackingInChannel } from '../rules/binding.ts';
import { mergeNeeds } from '../rules/needs.ts';
import {
  bindChannel,
  bindRole,
  type Change,
  chooseLanguage,
  chooseTimeZone,
  timeZones,
  unbindChannel,
  unbindRole,
} from '../service/binding.ts';
import { latestRun, startRun } from '../service/run.ts';
import { readGuild } from '../tasks/guild.ts';
import { runReport, stillRunning } from '../views/report.ts';
import { channelBound, note, roleBound, settingsCard } from '../views/settings.ts';
import { settingsId, unbindChannelId, unbindRoleId } from '../wire.ts';
import { awaitRun } from './wait.ts';

const changeBy = ({ actor, clock, features }: Context): Change => ({
  guildId: actor.guildId,
  actorId: actor.userId,
  now: clock.now(),
  features,
});

const guildOf = ({ discord, actor, applicationId }: Context) => readGuild(discord, actor.guildId, applicationId);

/** Discord shows at most 25 proposals. */
const proposals = 25;

export const auto = command({
  ...commandTexts.auto,
  policy: admin,
  answer: 'ephemeral',
  options: {},
  async run(context) {
    const { db, actor, locale, clock } = context;
    const runId = await startRun(db, { guildId: actor.guildId, actorId: actor.userId, locale, now: clock.now() });
    const run = await awaitRun(context, runId);
    return run ? runReport(run.report, locale) : stillRunning(locale);
  },
});

export const setRole = command({
  ...commandTexts.role,
  policy: admin,
  answer: 'ephemeral',
  options: { key: choice({ ...optionTexts.roleKey, choices: roleNames }), role: role(optionTexts.role) },
  async run(context, { key, role: roleId }) {
    await bindRole(context.db, { ...changeBy(context), guild: await guildOf(context) }, { key, roleId });
    return roleBound(key, roleId, context.locale);
  },
});

export const setChannel = command({
  ...commandTexts.channel,
  policy: admin,
  answer: 'ephemeral',
  options: {
    key: string({
      ...optionTexts.channelKey,
      max: 50,
      complete: async ({ features, t }, typed) =>
        mergeNeeds(features)
          .channels.filter(({ key }) => key.includes(typed.trim().toLowerCase()))
          .slice(0, proposals)
          .map((need) => ({ name: `${need.key} : ${t(need.topic)}`.slice(0, 100), value: need.key })),
    }),
    channel: channel({
      ...optionTexts.channel,
      types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
    }),
  },
  async run(context, { key, channel: channelId }) {
    const guild = await guildOf(context);
    const bound = await bindChannel(context.db, { ...changeBy(context), guild }, { key, channelId });
    return channelBound(bound.need, channelId, lackingInChannel(guild, bound.channel, bound.need), context.locale);
  },
});

async function settingsOf(context: Context) {
  const { db, actor, features, locale } = context;
  const lastRun = await latestRun(db, actor.guildId);
  const guild = await guildOf(context);
  return settingsCard({ guild, needs: mergeNeeds(features), settings: await context.settings(), lastRun }, locale);
}

export const show = command({
  ...commandTexts.show,
  policy: admin,
  answer: 'ephemeral',
  options: {},
  run: (context) => settingsOf(context),
});

/** The same from *Mon espace*. */
export const openSettings = button({ id: settingsId, policy: admin, answer: 'ephemeral', run: (context) => settingsOf(context) });

export const language = command({
  ...commandTexts.language,
  policy: admin,
  answer: 'ephemeral',
  options: { language: choice({ ...optionTexts.language, choices: languages }) },
  async run(context, { language }) {
    await chooseLanguage(context.db, changeBy(context), language);
    return note(context.t(text.languageChosen(languages[language])));
  },
});

export const timezone = command({
  ...commandTexts.timezone,
  policy: admin,
  answer: 'ephemeral',
  options: {
    timezone: string({
      ...optionTexts.timezone,
      max: 100,
      complete: async (_context, typed) =>
        timeZones
          .filter((name) => name.toLowerCase().includes(typed.trim().toLowerCase().replaceAll(' ', '_')))
          .slice(0, proposals)
          .map((name) => ({ name, value: name })),
    }),
  },
  async run(context, { timezone }) {
    return note(context.t(text.timeZoneChosen(await chooseTimeZone(context.db, changeBy(context), timezone))));
  },
});

export const freeRole = button({
  id: unbindRoleId,
  policy: admin,
  answer: 'update',
  async run(context, { key, roleId }) {
    await unbindRole(context.db, changeBy(context), { key, roleId });
    return note(context.t(text.roleUnbound(roleId, key)));
  },
});

export const freeChannel = button({
  id: unbindChannelId,
  policy: admin,
  answer: 'update',
  async run(context, { key, channelId }) {
    await unbindChannel(context.db, changeBy(context), { key, channelId });
    return note(context.t(text.channelUnbound(channelId, key)));
  },
});
