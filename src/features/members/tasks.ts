import type { APIGuildMember } from 'discord-api-types/v10';
import { schedule, task } from '../../infra/tasks.ts';
import { day, hour } from '../../kernel/time.ts';
import { presenceOf } from './rules.ts';
import { forgetFormerMembers, reconcileAll, recordAbsent, recordMembers } from './service.ts';
import { reconcileTask } from './wire.ts';

/** The most that Discord gives at once. https://docs.discord.com/developers/resources/guild#list-guild-members */
const pageLength = 1_000;

/** Compares the whole member list with ours, a page at a time so that a large server costs no more memory than a small one. */
export const reconcile = task(reconcileTask, async ({ discord, db, clock }, { guildId }) => {
  let after: string | null = '0';
  while (after !== null) {
    const seenAt = clock.now();
    const page: APIGuildMember[] = await discord.guilds.getMembers(guildId, { limit: pageLength, after });
    const until: string | null = page.length < pageLength ? null : (page.at(-1)?.user.id ?? null);
    const people = page.flatMap((member) => presenceOf(member, seenAt) ?? []);
    await recordMembers(db, guildId, people, seenAt);
    await recordAbsent(db, { guildId, after, until, present: page.map(({ user }) => user.id), seenAt });
    after = until;
  }
});

export const reconcileHourly = schedule('members.reconcile', hour, (tx) => reconcileAll(tx));
export const forget = schedule('members.forget', day, (tx, { clock }) => forgetFormerMembers(tx, clock.now()));
