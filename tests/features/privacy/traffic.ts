import type { Db } from '../../../src/infra/db.ts';
import { someone } from '../jobs/factory.ts';

/** What the logs, a cleaning and the protection of a stolen account keep of somebody, who moderates as well. */
export async function liveInTraffic(
  db: Db,
  { guildId, userId, now: at }: { guildId: string; userId: string; now: Date },
): Promise<void> {
  const channelId = someone();
  const said = { userName: 'quetzal', content: 'Le message copié.', files: ['copie.png'] };
  await db.messageCopy.create({ data: { ...said, messageId: someone(), guildId, channelId, userId, at } });
  const entry = { guildId, kind: 'deletions', what: 'deleted', channelId, at } as const;
  await db.logEntry.create({
    data: {
      ...entry,
      ref: `deleted:${someone()}`,
      userId,
      userName: 'quetzal',
      before: 'Le message supprimé.',
      files: ['perdu.png'],
    },
  });
  await db.logEntry.create({ data: { ...entry, ref: `deleted:${someone()}`, userId: someone(), actorId: userId } });
  const cleaning = { guildId, state: 'done', total: 1, removed: 1, createdAt: at, confirmedAt: at, doneAt: at } as const;
  await db.cleaning.create({
    data: {
      ...{ ...cleaning, askedBy: someone(), userId },
      messages: {
        create: {
          messageId: someone(),
          guildId,
          channelId,
          userId,
          ...said,
          content: 'Le message nettoyé.',
          sentAt: at,
          fate: 'removed',
        },
      },
    },
  });
  await db.cleaning.create({ data: { ...cleaning, askedBy: userId } });
  const account = { guildId, hitId: 1, until: at, floodedAt: at, createdAt: at };
  await db.compromisedAccount.create({ data: { ...account, userId, recoveredAt: at } });
  await db.compromisedAccount.create({
    data: { ...account, userId: someone(), state: 'freed', decidedBy: userId, decidedAt: at },
  });
}
