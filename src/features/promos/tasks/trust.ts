import { task } from '../../../infra/tasks.ts';
import { isOfStaff, knowsStaff } from '../rules/server.ts';
import { distrust, isTrusted, readOrphans } from '../service/trust.ts';
import { orphansMessage } from '../views/edit.ts';
import { orphansTask, trustTask } from '../wire.ts';
import { readServer } from './server.ts';

/** Only Discord knows who is an administrator by a permission, or owns the server. */
export const trust = task(trustTask, async ({ db, discord, outcome, settings, applicationId, clock }, who) => {
  if (!(await isTrusted(db, who))) return;
  const server = await outcome(readServer(discord, who.guildId, applicationId));
  if (!server.ok) return;
  const { roles } = await settings(who.guildId);
  if (!knowsStaff(server.value, roles)) return;
  const member = await outcome(discord.guilds.getMember(who.guildId, who.userId));
  const isStaff = member.ok && isOfStaff({ userId: who.userId, roleIds: member.value.roles }, server.value, roles);
  if (!isStaff) await distrust(db, { ...who, now: clock.now() });
});

/** In the staff's channel; whoever cannot be told there finds it in *Mon espace*. */
export const orphans = task(orphansTask, async ({ db, post, settings }, { guildId, at }) => {
  const { locale, channels } = await settings(guildId);
  const found = await readOrphans(db, guildId);
  if (found.total === 0 || !channels.alerts) return;
  const posted = await post({
    channelId: channels.alerts,
    messageId: null,
    message: orphansMessage(found, locale),
    key: `promos.orphans:${guildId}:${at.getTime()}`,
    since: at,
  });
  if (!posted.ok && posted.why === 'forbidden') throw posted.error;
});
