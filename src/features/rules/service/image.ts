import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { noPicture, tooManyImages } from '../messages/refusal.ts';
import { distanceOf } from '../rules/image.ts';
import { mostImages, samePicture } from '../rules/limit.ts';
import { imageTask } from '../wire.ts';
import { touchRules } from './rule.ts';

/** They are worked out by a task, so that nobody waits for them. */
export const promisePictures = (
  db: Db,
  key: string,
  message: { guildId: string; channelId: string; messageId: string; event: 'message' | 'edit' },
): Promise<void> => enqueue(db, imageTask, message, { key });

export const countImages = (db: Db, guildId: string): Promise<number> => db.ruleImage.count({ where: { guildId } });

/** Pictures to be known again: how many are new. Throws `rules.no_picture`, `rules.too_many_images`. */
export const addImages = (db: Db, { guildId, actorId, now }: Change, hashes: readonly string[]): Promise<number> =>
  db.$transaction(async (tx) => {
    if (hashes.length === 0) throw noPicture();
    await touchRules(tx, guildId);
    const { count: added } = await tx.ruleImage.createMany({
      data: hashes.map((hash) => ({ guildId, hash, addedAt: now })),
      skipDuplicates: true,
    });
    if ((await tx.ruleImage.count({ where: { guildId } })) > mostImages) throw tooManyImages(mostImages);
    await audit(tx, { guildId, actorId, action: 'rules.add_images', subject: 'list:images', after: { added }, at: now });
    return added;
  });

/** Those that resemble one of these are forgotten: how many. Throws `rules.no_picture`. */
export const removeImages = (db: Db, { guildId, actorId, now }: Change, hashes: readonly string[]): Promise<number> =>
  db.$transaction(async (tx) => {
    if (hashes.length === 0) throw noPicture();
    await touchRules(tx, guildId);
    const known = await tx.ruleImage.findMany({ where: { guildId }, select: { hash: true } });
    const gone = known.filter(({ hash }) => hashes.some((other) => distanceOf(hash, other) <= samePicture));
    await tx.ruleImage.deleteMany({ where: { guildId, hash: { in: gone.map(({ hash }) => hash) } } });
    await audit(tx, {
      guildId,
      actorId,
      action: 'rules.remove_images',
      subject: 'list:images',
      after: { removed: gone.length },
      at: now,
    });
    return gone.length;
  });
