import { createHash, randomInt } from 'node:crypto';
import type { Db, Tx } from '../../../infra/db.ts';
import { fold } from '../../../kernel/text.ts';
import { day } from '../../../kernel/time.ts';
import type { ModerationCase } from './case.ts';

/** Without those that are read for another: 0 O, 1 I L, U V. */
const letters = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const length = 10;

const clean = (typed: string): string =>
  fold(typed)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(`moderation.code:${clean(code)}`)
    .digest('hex');

/**
 * The code in the message that announces a ban, `ABCDE-FGHJK`: whoever is banned types it to the bot, in a direct message. The same at each try
 * until the message is sent; afterwards only its hash is left. It serves for as long as an appeal is possible.
 */
export async function appealCode(
  tx: Tx,
  { id: caseId, createdAt }: Pick<ModerationCase, 'id' | 'createdAt'>,
  now: Date,
): Promise<string> {
  const fresh = Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
  const code = `${fresh.slice(0, 5)}-${fresh.slice(5)}`;
  const expiresAt = new Date(createdAt.getTime() + codeLife);
  await tx.moderationCode.createMany({
    data: { caseId, code, hash: hashOf(code), createdAt: now, expiresAt },
    skipDuplicates: true,
  });
  const kept = await tx.moderationCode.findUniqueOrThrow({ where: { caseId }, select: { code: true } });
  return kept.code ?? code;
}

/** A ban may be appealed for half a year. */
const codeLife = 180 * day;

/** The message is sent, or cannot be: nobody but the person can read the code any more. */
export async function sealCode(db: Db | Tx, caseId: number): Promise<void> {
  await db.moderationCode.updateMany({ where: { caseId }, data: { code: null } });
}

/**
 * The case that a typed code stands for; null for one that is no code, is used or too old, or belongs to another person: whoever guesses learns nothing.
 */
export async function caseOfCode(
  db: Db | Tx,
  { typed, userId, now }: { typed: string; userId: string; now: Date },
): Promise<ModerationCase | null> {
  if (clean(typed).length !== length) return null;
  const found = await db.moderationCode.findUnique({ where: { hash: hashOf(typed) }, include: { case: true } });
  if (!found || found.usedAt || found.expiresAt <= now || found.case.userId !== userId) return null;
  return found.case;
}

/** True the first time: an appeal was made with it. */
export async function useCode(tx: Tx, { caseId, now }: { caseId: number; now: Date }): Promise<boolean> {
  const { count } = await tx.moderationCode.updateMany({ where: { caseId, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}
