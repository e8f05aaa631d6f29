import type { Db } from '../../../src/infra/db.ts';
import { aCase, someEvidence, someone } from '../moderation/factory.ts';
import { aReport } from '../reports/factory.ts';

/** What somebody leaves behind who was sanctioned once, and moderates too. */
export async function liveAsModerated(
  db: Db,
  { guildId, userId, now }: { guildId: string; userId: string; now: Date },
): Promise<void> {
  const there = { guildId, createdAt: now };
  const { id: evidenceId } = await someEvidence(db, { ...there, userId });
  await db.moderationFile.create({
    data: { evidenceId, name: 'capture.png', contentType: 'image/png', size: 3, url: 'https://cdn.example/capture.png' },
  });
  const { id: caseId } = await aCase(db, { ...there, userId, evidenceId });
  const written = { guildId, locale: 'fr', createdAt: now, sentAt: now, dueAt: now };
  await db.appeal.create({
    data: { ...written, caseId, userId, state: 'open', text: 'Ce n’était pas moi.', messageId: someone() },
  });
  await db.appealTry.create({ data: { userId, triedAt: now } });
  const other = await aCase(db, { ...there, userId: someone() });
  const decided = { state: 'upheld', decidedAt: now, decidedBy: userId, answer: 'La décision est juste.' } as const;
  await db.appeal.create({ data: { ...written, ...decided, caseId: other.id, userId: other.userId } });
  await aCase(db, { ...there, authorId: userId, behalfId: userId });
  await aCase(db, { ...there, userId: someone(), voidedBy: userId, voidedAt: now, voidReason: 'Erreur de personne.' });
  await aCase(db, { ...there, userId: someone(), hiddenBy: userId, hiddenAt: now });
  await db.moderationPlan.create({ data: { guildId, userId, targetId: someone(), deed: { kind: 'note' }, createdAt: now } });
  await liveUnderRules(db, { guildId, userId, now });
  await liveAsReported(db, { guildId, userId, now });
  await liveAsVoter(db, { guildId, userId, now });
}

type Trace = { guildId: string; userId: string; now: Date };

/** Was found by automatic rules, alone and with others, and writes one. */
async function liveUnderRules(db: Db, { guildId, userId, now }: Trace): Promise<void> {
  const { id: ruleId } = await db.rule.create({
    data: { guildId, name: `Mots ${someone()}`, body: {}, mode: 'on', createdAt: now, updatedAt: now },
  });
  const hit = { guildId, ruleId, mode: 'on', userId, userName: 'Un nom', isDue: true, found: [], createdAt: now } as const;
  const { id: cardId } = await db.ruleCard.create({ data: { guildId, userId, openedAt: now } });
  await db.ruleHit.create({
    data: { ...hit, cardId, event: 'message', eventKey: `message:${someone()}`, content: 'Un mot de trop.' },
  });
  const crowd = await db.ruleCard.create({ data: { guildId, ruleId, openedAt: now } });
  await db.ruleHit.create({ data: { ...hit, cardId: crowd.id, event: 'join', eventKey: `join:${userId}:1` } });
  await db.ruleCounter.create({ data: { guildId, userId, name: 'mots', isShadow: false, value: 1, at: now } });
  await db.ruleCooldown.create({ data: { ruleId, guildId, userId, actedAt: now } });
  await db.ruleDraft.create({ data: { guildId, authorId: userId, name: 'En cours', body: {}, updatedAt: now } });
}

/** Reports somebody, is reported, looks at a message to report, and handles what others report. */
async function liveAsReported(db: Db, { guildId, userId, now }: Trace): Promise<void> {
  const there = { guildId, now };
  await aReport(db, { ...there, userId: someone(), reporterId: userId });
  const end = { state: 'dismissed', closedAt: now, closeReason: 'Rien à redire.' } as const;
  await aReport(db, { ...there, userId, reporterId: someone(), closed: end });
  const { report } = await aReport(db, {
    ...there,
    userId: someone(),
    reporterId: someone(),
    closed: { ...end, closedBy: userId },
  });
  const seen = { guildId, channelId: someone(), content: 'Vu en passant.', isBot: false, sentAt: now, seenAt: now };
  await db.reportGlimpse.create({ data: { ...seen, userId, messageId: someone(), authorId: someone() } });
  await db.reportGlimpse.create({ data: { ...seen, userId: someone(), messageId: someone(), authorId: userId } });
  const asked = { guildId, reportId: report.id, reason: 'Signalements en série.', askedAt: now, expiresAt: now, closedAt: now };
  await db.reportReveal.create({ data: { ...asked, askedBy: userId } });
  await db.reportReveal.create({ data: { ...asked, askedBy: someone(), confirmedBy: userId, confirmedAt: now } });
}

/** Proposes a vote, decides one, votes, and is voted on. */
async function liveAsVoter(db: Db, { guildId, userId, now }: Trace): Promise<void> {
  const vote = { guildId, measure: 'warning', reason: 'Plusieurs rappels.', createdAt: now, closesAt: now } as const;
  const over = { state: 'tied', closedAt: now } as const;
  await db.moderationVote.create({ data: { ...vote, ...over, userId, proposedBy: someone() } });
  await db.moderationVote.create({ data: { ...vote, userId: someone(), proposedBy: userId } });
  await db.moderationVote.create({
    data: {
      ...{ ...vote, ...over, userId: someone(), decidedBy: userId, decidedReason: 'Tout est dit.' },
      ballots: { create: { guildId, voterId: userId, choice: 'no', at: now } },
    },
  });
}

/** What somebody leaves who was on a list during a raid, and decided things in one. */
export async function liveThroughRaid(
  db: Db,
  { guildId, userId, now }: { guildId: string; userId: string; now: Date },
): Promise<void> {
  const raid = await db.raid.create({
    data: {
      guildId,
      level: 'low',
      peak: 'low',
      cause: 'moderator',
      raisedBy: userId,
      startedAt: now,
      levelAt: now,
      signalAt: now,
      endedAt: now,
    },
  });
  const sweep = { guildId, raidId: raid.id, measure: 'kick', madeAt: now, confirmedAt: now, doneAt: now } as const;
  await db.raidSweep.create({ data: { ...sweep, madeBy: userId } });
  await db.raidSweep.create({ data: { ...sweep, people: { create: { guildId, userId, fate: 'done' } } } });
  await db.lockdown.create({
    data: {
      guildId,
      minutes: 5,
      reason: 'Des insultes.',
      madeBy: userId,
      madeAt: now,
      startedAt: now,
      endsAt: new Date(now.getTime() + 1),
      endedAt: now,
    },
  });
}
