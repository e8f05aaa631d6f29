import { schedule, task } from '../../../infra/tasks.ts';
import { hour } from '../../../kernel/time.ts';
import { compareGuilds, eraseLeftGuilds, promiseGuilds, recordStay } from '../service/presence.ts';
import { readGuildsTask } from '../wire.ts';

/** The most that Discord gives at once. https://docs.discord.com/developers/resources/user#get-current-user-guilds */
const pageLength = 200;

export const watchGuilds = schedule('settings.guilds', hour, async (tx, { clock }) => {
  await promiseGuilds(tx);
  await eraseLeftGuilds(tx, clock.now());
});

/** Finds the servers that the bot joined or left while nobody listened. */
export const readGuilds = task(readGuildsTask, async ({ db, discord, clock, features, applicationId, outcome }) => {
  const seenAt = clock.now();
  const guildIds: string[] = [];
  for (;;) {
    const after = guildIds.at(-1);
    const page = await discord.users.getGuilds({ limit: pageLength, ...(after !== undefined && { after }) });
    guildIds.push(...page.map(({ id }) => id));
    if (page.length < pageLength) break;
  }
  for (const guildId of await compareGuilds(db, { guildIds, seenAt })) {
    const own = await outcome(discord.guilds.getMember(guildId, applicationId));
    if (!own.ok) continue;
    await recordStay(db, { guildId, joinedAt: own.value.joined_at ? new Date(own.value.joined_at) : seenAt, features });
  }
});
