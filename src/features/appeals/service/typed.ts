import { type Db, enqueue, lock, type Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import { isAppealable } from '../../../kernel/moderation.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';
import { caseOfCode, useCode } from '../../moderation/service/code.ts';
import { languageOf } from '../../onboarding/service/language.ts';
import { codeIn, draftLife, longest, mostTries, shortest } from '../rules/limit.ts';
import { type Answer, answerTask } from '../wire.ts';
import { type Appeal, holdCase, writeAppeal } from './appeal.ts';

/** A direct message to the bot. */
export type Typed = { userId: string; channelId: string; messageId: string; content: string; now: Date };

type About = { guildId: string; caseId: number; locale: Locale } | null;

const answer = (tx: Tx, { channelId, messageId }: Typed, said: Answer, about: About): Promise<void> =>
  enqueue(
    tx,
    answerTask,
    {
      channelId,
      messageId,
      answer: said,
      ...(about && { guildId: about.guildId }),
      caseId: about?.caseId ?? null,
      locale: about?.locale ?? null,
    },
    { key: messageId },
  );

const languageFor = async (db: Db, who: { guildId: string; userId: string }): Promise<Locale> =>
  (await languageOf(db, who)) ?? (await readSettings(db, who.guildId)).locale;

/** The appeal that a code opened and that is still to be written, the latest. */
const draftOf = (tx: Db | Tx, { userId, now }: Typed): Promise<Appeal | null> =>
  tx.appeal.findFirst({
    where: { userId, state: 'draft', createdAt: { gt: new Date(now.getTime() - draftLife) } },
    orderBy: { id: 'desc' },
  });

const fits = (text: string): 'short' | 'long' | null =>
  text.length < shortest ? 'short' : text.length > longest ? 'long' : null;

/** A code that is none: the person is answered until they have tried too often, then once more. */
async function refuse(tx: Tx, typed: Typed): Promise<void> {
  const { userId, now } = typed;
  await tx.appealTry.create({ data: { userId, triedAt: now } });
  await answer(tx, typed, 'unknown', null);
}

/**
 * What somebody writes to the bot: a code opens the appeal against the ban that carried it, once, and the words beside it or in the next message are the
 * appeal. Everything else is passed over. The same message told twice changes nothing.
 */
export async function receive(db: Db, typed: Typed): Promise<void> {
  const { userId, messageId, content, now } = typed;
  const found = codeIn(content);
  if (!found && !(await draftOf(db, typed))) return;
  // Outside the transaction, which holds what others wait for.
  const meant = found ? await caseOfCode(db, { typed: found.code, userId, now }) : null;
  const locale = meant ? await languageFor(db, { guildId: meant.guildId, userId }) : null;
  await db.$transaction(async (tx) => {
    await lock(tx, `appeals:typed:${userId}`);
    if ((await tx.appeal.count({ where: { userId, messageId } })) > 0) return;
    if (!found) return write(tx, typed, content.trim());
    const tries = await tx.appealTry.count({ where: { userId, triedAt: { gt: new Date(now.getTime() - mostTries.within) } } });
    if (tries > mostTries.times) return;
    if (tries === mostTries.times) {
      await tx.appealTry.create({ data: { userId, triedAt: now } });
      return answer(tx, typed, 'tries', null);
    }
    if (!meant || !locale) {
      const draft = await draftOf(tx, typed);
      return draft ? answer(tx, typed, 'write', { ...draft, locale: localeOf(draft.locale) }) : refuse(tx, typed);
    }
    const { guildId, id: caseId } = meant;
    const made = await holdCase(tx, { guildId, caseId });
    const about = { guildId, caseId, locale };
    if (made?.userId !== userId || !isAppealable(made, now)) return answer(tx, typed, 'late', about);
    const former = await tx.appeal.findUnique({ where: { caseId } });
    if (!(await useCode(tx, { caseId, now })))
      return former?.state === 'draft' ? answer(tx, typed, 'write', about) : refuse(tx, typed);
    if (former && former.state !== 'draft') return answer(tx, typed, 'already', about);
    if (found.rest !== '' && fits(found.rest) === null) {
      await writeAppeal(tx, made, { text: found.rest, wish: 'lift', locale, messageId }, now);
      return answer(tx, typed, 'sent', about);
    }
    await tx.appeal.upsert({
      where: { caseId },
      update: { messageId },
      create: { guildId, caseId, userId, state: 'draft', locale, messageId, createdAt: now },
    });
    return answer(tx, typed, 'write', about);
  });
}

/** The words of an appeal that a code opened. */
async function write(tx: Tx, typed: Typed, text: string): Promise<void> {
  const draft = await draftOf(tx, typed);
  if (!draft) return;
  const { guildId, caseId } = draft;
  const locale = localeOf(draft.locale);
  const about = { guildId, caseId, locale };
  const made = await holdCase(tx, { guildId, caseId });
  if (!made || !isAppealable(made, typed.now)) return answer(tx, typed, 'late', about);
  const wrong = fits(text);
  if (wrong) return answer(tx, typed, wrong, about);
  await writeAppeal(tx, made, { text, wish: draft.wish, locale, messageId: typed.messageId }, typed.now);
  await answer(tx, typed, 'sent', about);
}
