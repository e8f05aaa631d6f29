import { beforeAll, expect, test } from 'vitest';
import { settleCompany } from '../../../src/features/jobs/service/end.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { lastDm, messageOf } from '../onboarding/story.ts';
import { aCompany, anOffer, aRecruiter } from './factory.ts';
import { goodTerms, goodText, onStage, read, type Stage } from './stage.ts';

/** A recruiter writes, staff review, learners read and report: all by clicks. */

let stage: Stage;
let learner: Persona;
beforeAll(async () => {
  stage = await onStage();
  learner = await stage.withRole('lea.cherche', 'En formation', 'en-US');
});

const only = async (id: number) => stage.db.offer.findUniqueOrThrow({ where: { id } });

test('a draft keeps all that is typed, says all that is wrong at once, and goes to the forum once staff accept it', async () => {
  const { recruiter, db, manager, clock } = stage;
  // What is wrong in the first form is said under it, before the second.
  const half = await recruiter.submit(await recruiter.run('job post'), { ...goodText, title: 'Vendeuse de moins de 30 ans' });
  expect(read(half.message)).toContain('À corriger avant l’envoi');
  expect(read(half.message)).toContain('L5331-2');
  expect(read(half.message)).not.toContain('Contrat : à remplir');
  const erased = await recruiter.press(messageOf(half), 'jobs:drop');
  await recruiter.press(messageOf(erased), 'jobs:drop_sure');
  // Wrong in several places at once.
  const draft = await stage.write(
    recruiter,
    { title: 'Développement *web* (F/H)' },
    { place: 'Saint-Denis', pay: '2 000 € net', dates: 'quand vous voulez' },
  );
  const screen = read(draft.message);
  for (const part of ['Saint-Denis', 'Seine-Saint-Denis (93)', '2 000 € net', 'quand vous voulez', 'À corriger avant l’envoi'])
    expect(screen).toContain(part);
  expect(JSON.stringify(draft.message)).toContain('Développement \\\\*web\\\\*');
  const refused = await recruiter.press(messageOf(draft), 'jobs:submit');
  expect(read(refused.message)).toMatch(/Il reste à corriger[\s\S]*\*\*Lieu\*\* : « Saint-Denis »/);
  // The form opens again with what was typed.
  const again = await recruiter.press(messageOf(draft), 'jobs:terms');
  expect(JSON.stringify(again.modal)).toContain('quand vous voulez');
  const fixed = await recruiter.submit(again, {
    ...goodTerms,
    dates: 'à partir du 01/03/2027, candidatures jusqu’au 15 février 2027',
  });
  expect(read(fixed.message)).not.toContain('À corriger avant l’envoi');
  const more = await recruiter.submit(await recruiter.press(messageOf(fixed), 'jobs:more'), {
    skills: 'React, node.js, Pédagogie',
    level: ['junior'],
    posts: '2',
    accessibility: 'Bureaux au rez-de-chaussée.',
  });
  expect(read(more.message)).toContain('React, Node.js, Pédagogie');
  const whole = await recruiter.press(messageOf(more), 'jobs:preview');
  const preview = read(whole.message);
  const back = await recruiter.press(messageOf(whole), 'jobs:draft');

  const sent = await recruiter.press(messageOf(back), 'jobs:submit');
  expect(read(sent.message)).toContain('48 h');
  await stage.settle();
  const card = stage.cards().at(-1);
  expect(read(card)).toContain('Atelier *Vélo*');
  const { id } = await db.offer.findFirstOrThrow({ where: { state: 'pending' } });
  await manager.press(card ?? '', 'jobs:approve');
  await stage.settle();

  const { thread, message } = await stage.postOf(id);
  const forum = stage.boss.channel('offres');
  const names = thread.thread?.applied_tags.map((tag) => forum.available_tags.find((one) => one.id === tag)?.name);
  expect(names).toEqual(['CDI', 'Hauts-de-France', 'Télétravail partiel', 'Junior']);
  expect(forum.available_tags).toHaveLength(14);
  // Exactly what the preview showed, and what is only there once it is online.
  const posted = read(message);
  for (const part of preview.split('\n').slice(2, 12)) if (!part.includes('Retour')) expect(posted).toContain(part);
  expect(thread.name).toBe('Développement *web* (F/H) – Atelier *Vélo*');
  expect(read(lastDm(recruiter))).toContain('acceptée');
  expect(read(stage.cards().at(-1))).toContain('Acceptée par');
  const tasks = await db.notice.count({ where: { userId: recruiter.user.id, key: { startsWith: 'jobs.approved' } } });
  expect(tasks).toBe(1);
  // A learner finds it by a word of its title, in English.
  const found = await learner.autocomplete('job show', { offer: 'developpement velo' }, 'offer');
  expect(found).toEqual([{ name: 'Développement *web* (F/H) – Atelier *Vélo*', value: String(id) }]);
  const shown = await learner.run('job show', { offer: String(id) });
  expect(read(shown.message)).toContain('Apply until');
  expect(read(shown.message)).toContain('remote 2 days a week');
  clock.advance(hour);
});

test('harmless edits show at once; risky ones wait with the old text shown; errors change nothing', async () => {
  const { recruiter, manager, db } = stage;
  const { id } = await db.offer.findFirstOrThrow({ where: { state: 'published' } });
  const open = await recruiter.run('job edit', { offer: String(id) });
  const typo = await recruiter.submit(await recruiter.press(messageOf(open), 'jobs:text'), {
    ...goodText,
    title: 'Développement *web* (F/H)',
    missions: goodText.missions.replace('maintenez', 'maintenés'),
    link: '',
  });
  expect(read(typo.message)).toContain('change dans un instant');
  await stage.settle();
  expect(read((await stage.postOf(id)).message)).toContain('maintenés');

  const wrong = await recruiter.submit(await recruiter.press(messageOf(open), 'jobs:terms'), {
    ...goodTerms,
    place: 'Nulle-Part-Ville',
  });
  expect(read(wrong.message)).toContain('Rien n’a changé');
  expect((await only(id)).proposal).toBeNull();

  const less = await recruiter.submit(await recruiter.press(messageOf(open), 'jobs:terms'), {
    ...goodTerms,
    pay: '24 000 € brut par an',
  });
  expect(read(less.message)).toContain('comme avant en attendant');
  await stage.settle();
  expect(read((await stage.postOf(id)).message)).not.toContain('24');
  const card = stage.cards().at(-1);
  expect(read(card)).toMatch(/Salaire brut.*28.*→.*24/);
  await manager.press(card ?? '', 'jobs:approve');
  await stage.settle();
  expect(read((await stage.postOf(id)).message)).toMatch(/24\s000/);
});

test('staff ask by part, and the author reads each ask beside it; a refusal can be corrected', async () => {
  const { recruiter, manager, db, clock } = stage;
  await stage.later(day);
  const draft = await stage.write(recruiter, {
    title: 'Support informatique (F/H)',
    missions: 'Vous aidez cent personnes par téléphone et sur place, et tenez le parc de machines à jour.',
  });
  await recruiter.press(messageOf(draft), 'jobs:submit');
  await stage.settle();
  const { id } = await db.offer.findFirstOrThrow({ where: { state: 'pending' } });
  const deleted = stage.cards().at(-1);
  stage.boss.remove(deleted?.id ?? '');
  await stage.settle();
  // A card that somebody deleted comes back.
  const card = stage.cards().at(-1) ?? '';
  expect(card).not.toBe('');
  expect(typeof card === 'string' ? '' : card.id).not.toBe(deleted?.id);
  await manager.submit(await manager.press(card, 'jobs:changes'), {
    field: ['missions'],
    comment: 'Dites quels outils.',
    field2: ['pay'],
    comment2: 'Précisez les *astreintes*.',
  });
  await stage.settle();
  const dm = read(lastDm(recruiter));
  expect(dm).toContain('Dites quels outils.');
  expect(dm).toContain('*astreintes*');
  expect(read((await recruiter.run('home')).message)).toContain('L’équipe vous demande de modifier 1 offre');
  const opened = await recruiter.run('job edit', { offer: 'support' });
  expect(read(opened.message)).toContain('**Missions** : Dites quels outils.');
  const answered = await recruiter.submit(await recruiter.press(messageOf(opened), 'jobs:text'), {
    ...goodText,
    title: 'Support informatique (F/H)',
    missions: 'Vous aidez cent personnes avec GLPI et Windows 11, par téléphone et sur place, et tenez le parc à jour.',
    link: '',
  });
  // What was answered is no longer asked.
  expect(read(answered.message)).not.toContain('Dites quels outils.');
  await recruiter.press(messageOf(answered), 'jobs:submit');
  await stage.settle();
  await manager.submit(await manager.press(stage.cards().at(-1) ?? '', 'jobs:refuse'), { reason: 'Une offre semblable existe.' });
  await stage.settle();
  expect(await only(id)).toMatchObject({ state: 'refused', reason: 'Une offre semblable existe.' });
  expect(read(lastDm(recruiter))).toContain('Une offre semblable existe.');
  // A stale button of the card decides nothing more.
  clock.advance(hour);
  const dropped = await recruiter.press(messageOf(await recruiter.run('job edit', { offer: String(id) })), 'jobs:drop');
  await recruiter.press(messageOf(dropped), 'jobs:drop_sure');
  expect(await db.offer.count({ where: { id } })).toBe(0);
});

test('three people hide an offer; staff show it again, and the same three count no more', async () => {
  const { db, manager, recruiter } = stage;
  const { id } = await db.offer.findFirstOrThrow({ where: { state: 'published' } });
  const people = [learner, await stage.withRole('ali.umni', 'Alumni'), await stage.withRole('mia.entor', 'Mentorat')];
  const { message } = await stage.postOf(id);
  for (const person of people) {
    const answer = await person.submit(await person.press(message, 'jobs:report'), {
      category: ['misleading'],
      comment: 'Le poste est déjà pris.',
    });
    expect(answer.failed).toBeNull();
  }
  await stage.settle();
  expect((await only(id)).state).toBe('hidden');
  const { thread, message: masked } = await stage.postOf(id);
  expect([thread.name, thread.thread?.metadata.locked]).toEqual(['Offre en cours de vérification', true]);
  expect(read(masked)).not.toContain('Lille');
  const card = stage.cards().at(-1);
  expect(read(card)).toContain('3 signalements');
  for (const { user } of people) expect(JSON.stringify(card)).not.toContain(user.id);
  expect(JSON.stringify(lastDm(recruiter))).not.toContain(learner.user.id);
  expect(read((await learner.run('job show', { offer: String(id) })).message)).toContain('can no longer be seen');
  await manager.press(card ?? '', 'jobs:keep');
  await stage.settle();
  expect(await only(id)).toMatchObject({ state: 'published', reportedAt: null });
  expect((await stage.postOf(id)).thread.thread?.metadata.locked).toBe(false);
  stage.clock.advance(10_000);
  const again = await learner.submit(await learner.press((await stage.postOf(id)).message, 'jobs:report'), {
    category: ['other'],
    comment: 'Encore une fois.',
  });
  expect(read(again.message)).toContain('already reported');
  const fourth = await stage.withRole('zoe.autre', 'En formation');
  await fourth.submit(await fourth.press((await stage.postOf(id)).message, 'jobs:report'), {
    category: ['other'],
    comment: 'Une quatrième personne.',
  });
  await stage.settle();
  expect((await only(id)).state).toBe('published');
  // One alone hides nothing, and is for staff to settle.
  const single = stage.cards().at(-1);
  expect(read(single)).toContain('signalée, encore en ligne');
  expect(read(single)).toContain('1 signalement');
  const kept = await manager.press(single ?? '', 'jobs:keep');
  expect(kept.failed).toBeNull();
  await stage.settle();
  expect(await only(id)).toMatchObject({ state: 'published', flaggedAt: null });
  // What candidates read can be removed at any time, by staff alone.
  const settled = stage.cards().at(-1);
  expect(read(settled)).toContain('Retirer l’offre');
  const forged = await recruiter.forge.component(messageOf(await recruiter.run('job mine')), `jobs:remove:${id}`, 2);
  expect(read(forged.message)).toContain('réservée');
});

test('a deleted post is for its author to choose; an offer is renewed from a direct message, and expires', async () => {
  const { db, recruiter, sandbox } = stage;
  const { id } = await db.offer.findFirstOrThrow({ where: { state: 'published' } });
  const { thread } = await stage.postOf(id);
  stage.boss.remove(stage.boss.messages(thread.id)[0]?.id ?? '');
  await stage.settle();
  expect(await only(id)).toMatchObject({ state: 'published', threadId: null });
  const chosen = await recruiter.press(lastDm(recruiter) ?? '', 'jobs:repost');
  expect(chosen.failed).toBeNull();
  await stage.settle();
  expect((await stage.postOf(id)).thread.id).not.toBe(thread.id);
  expect(sandbox.world.channels.has(thread.id)).toBe(false);

  const { expiresAt } = await only(id);
  await stage.later((expiresAt?.getTime() ?? 0) - stage.clock.now().getTime() - 2 * day);
  await stage.later(hour);
  expect(read(lastDm(recruiter))).toContain('45 jours');
  const renewed = await recruiter.press(lastDm(recruiter) ?? '', 'jobs:renew');
  expect(read(renewed.message)).toContain('reste en ligne');
  await stage.settle();
  await stage.later(47 * day);
  // A schedule that found the database busy is asked again.
  for (let more = 0; more < 20 && (await only(id)).state !== 'closed'; more++) await stage.later(minute);
  expect(await only(id)).toMatchObject({ state: 'closed', endedAs: 'expired' });
  const closed = await stage.postOf(id);
  expect(closed.thread.name).toMatch(/^\[Terminée\]/);
  expect(closed.thread.thread?.metadata).toMatchObject({ locked: true, archived: true });
  expect(JSON.stringify(closed.message.components)).not.toContain('jobs:apply');
});

test('who may not: other people’s offers, unverified companies, no company, closed doors', async () => {
  const { db, recruiter } = stage;
  const other = await stage.withRole('paul.seul', 'Recrutement', 'en-US');
  const denied = await other.run('job post');
  expect(read(denied.message)).toContain('/company register');
  const mine = await stage.write(recruiter, { title: 'Autre poste (F/H)' });
  const { id } = await db.offer.findFirstOrThrow({ where: { title: 'Autre poste (F/H)' } });
  for (const custom of [
    `jobs:submit:${id}`,
    `jobs:drop_sure:${id}`,
    `jobs:terms_open:${id}`,
    `jobs:fill:${stage.sandbox.guildId}:${id}`,
  ]) {
    const forged = await other.forge.component(messageOf(denied), custom, 2);
    expect(read(forged.message), custom).toContain('is not yours');
  }
  const staffOnly = await recruiter.forge.component(messageOf(mine), `jobs:approve:${id}:1`, 2);
  expect(read(staffOnly.message)).toContain('réservée');
  await db.company.update({ where: { id: stage.company.id }, data: { state: 'suspended', reason: 'À revoir.' } });
  const suspended = await recruiter.press(messageOf(mine), 'jobs:submit');
  expect(read(suspended.message)).toContain('suspendue');
  await db.company.update({ where: { id: stage.company.id }, data: { state: 'verified', reason: null } });
  expect(read((await recruiter.run('job mine')).message)).toContain('Brouillon');
});

test('who answers for a company needs no role: a candidate prepares a draft, and a suspended company closes its offer', async () => {
  const { db, sandbox } = stage;
  const company = await aCompany(db, { guildId: sandbox.guildId, state: 'pending', verifiedSince: null, verifiedUntil: null });
  const candidate = await stage.withRole('carl.candidat', 'Candidature', 'en-US');
  await aRecruiter(db, company, { userId: candidate.user.id });
  expect(read((await candidate.run('home')).message)).toContain('Post an offer');
  const draft = await stage.write(candidate, { title: 'Premier poste (F/H)' });
  expect(read(draft.message)).toContain('Premier poste');
  expect(read((await candidate.press(messageOf(draft), 'jobs:submit')).message)).toContain('waits to be verified');
  await db.company.update({ where: { id: company.id }, data: { state: 'refused', reason: 'Essai.' } });
  const nobody = await stage.arrive('nora.neuve', { locale: 'fr' });
  await aRecruiter(db, stage.company, { userId: nobody.user.id });
  const offer = await anOffer(db, {
    ...{ guildId: sandbox.guildId, companyId: stage.company.id, authorId: nobody.user.id, title: 'Sans rôle (F/H)' },
    createdAt: stage.clock.now(),
  });
  await db.company.update({ where: { id: stage.company.id }, data: { state: 'suspended', reason: 'À revoir.' } });
  await settleCompany(db, { guildId: sandbox.guildId, companyId: stage.company.id, now: stage.clock.now() });
  await stage.settle();
  expect(read((await nobody.run('job mine')).message)).toContain('Sans rôle');
  const filled = await nobody.press(lastDm(nobody) ?? '', 'jobs:fill');
  expect(read(filled.message)).toContain('pourvue');
  expect(await only(offer.id)).toMatchObject({ state: 'closed', endedAs: 'filled' });
  await db.company.update({ where: { id: stage.company.id }, data: { state: 'verified', reason: null } });
  await settleCompany(db, { guildId: sandbox.guildId, companyId: stage.company.id, now: stage.clock.now() });
  await stage.settle();
});

test('refused domains are found as one types; who can be reached by no way is noted on the card', async () => {
  const { db, boss, sandbox, recruiter, manager } = stage;
  for (const block of ['mauvais.example', 'pire.example']) await boss.run('setup offers', { block });
  const found = await boss.autocomplete('setup offers', { unblock: 'PIRE' }, 'unblock');
  expect(found).toEqual([{ name: 'pire.example', value: 'pire.example' }]);
  await stage.later(day);
  const draft = await stage.write(recruiter, {
    title: 'Poste injoignable (F/H)',
    missions: 'Vous tenez les comptes de vingt associations, préparez leurs bilans et répondez à leurs questions.',
  });
  await recruiter.press(messageOf(draft), 'jobs:submit');
  await stage.settle();
  const { id } = await db.offer.findFirstOrThrow({ where: { title: 'Poste injoignable (F/H)' } });
  const card = stage.cards().at(-1) ?? '';
  const welcome = await db.channelBinding.findFirstOrThrow({ where: { guildId: sandbox.guildId, key: 'welcome' } });
  await db.channelBinding.delete({ where: { guildId_key: { guildId: sandbox.guildId, key: 'welcome' } } });
  recruiter.closeDms();
  await manager.submit(await manager.press(card, 'jobs:refuse'), { reason: 'Trop vague.' });
  await stage.settle();
  expect((await only(id)).untoldAt).not.toBeNull();
  expect(read(stage.cards().at(-1))).toContain('n’a pas pu être prévenue');
  recruiter.openDms();
  await db.channelBinding.create({ data: welcome });
});

test('alumni relay an offer of the company where they work, in English, always reviewed; the queue shows it', async () => {
  const alumni = await stage.withRole('ines.alum', 'Alumni', 'en-US');
  const draft = await alumni.submit(await alumni.run('job post'), {
    company: 'Chez @Nous',
    ...goodText,
    title: 'Relayed job (F/H)',
  });
  const done = await alumni.submit(await alumni.press(messageOf(draft), 'jobs:terms'), {
    ...goodTerms,
    dates: 'as soon as possible',
    pay: 'selon profil et expérience',
  });
  await alumni.press(messageOf(done), 'jobs:submit');
  await stage.settle();
  const queue = await stage.manager.press(messageOf(await stage.manager.run('home')), 'jobs:queue');
  expect(read(queue.message)).toContain('Relayée par une personne de la communauté');
  await stage.later(49 * hour);
  const late = () =>
    stage.manager.messages(stage.cards().at(-1)?.channel_id ?? '').filter((message) => message.content.includes('plus de 48 h'));
  expect(late()).toHaveLength(1);
  await stage.later(49 * hour);
  expect(late()).toHaveLength(1);
});

test('without a forum, without permission, or while Discord fails, nothing is lost: the post comes once it can', async () => {
  const { db, sandbox, boss } = stage;
  const { guildId, faults } = sandbox;
  const company = await aCompany(db, { guildId, createdAt: stage.clock.now(), verifiedSince: new Date(0) });
  const author = await stage.withRole('omar.ouvre', 'Recrutement', 'en-US');
  await aRecruiter(db, company, { userId: author.user.id });
  const forum = boss.channel('offres');
  await db.channelBinding.deleteMany({ where: { guildId, key: 'offers' } });
  const id = await stage.online(author, { title: 'Sans forum (F/H)' });
  expect(await only(id)).toMatchObject({ state: 'published', threadId: null });
  const before = stage.posts().length;
  await db.channelBinding.create({ data: { guildId, key: 'offers', channelId: forum.id } });

  faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status: 403 });
  await stage.later(hour);
  expect(await db.fault.count({ where: { key: { startsWith: 'jobs.post' } } })).toBe(1);
  for (const status of [500, 502] as const) faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status });
  await stage.later(hour);
  await stage.later(hour);
  expect(stage.posts().length).toBe(before + 1);
  expect(await db.fault.count({ where: { key: { startsWith: 'jobs.post' } } })).toBe(0);

  // Somebody locks and renames it by hand, of which nobody tells: the next look mends it.
  const { thread: locked } = await stage.postOf(id);
  const { name } = locked;
  const tags = [...(locked.thread?.applied_tags ?? [])];
  if (locked.thread) {
    locked.thread.metadata.locked = true;
    locked.thread.applied_tags = [];
  }
  locked.name = 'Offre bidon';
  await stage.later(hour);
  const { thread: mended } = await stage.postOf(id);
  expect([mended.name, mended.thread?.metadata.locked, mended.thread?.applied_tags]).toEqual([name, false, tags]);

  await author.run('job close', { offer: String(id), as: 'filled' });
  await stage.settle();
  const { thread } = await stage.postOf(id);
  expect([thread.name.startsWith('[Pourvue]'), thread.thread?.metadata.locked]).toEqual([true, true]);
  // Somebody opens a closed one again.
  if (thread.thread) Object.assign(thread.thread.metadata, { locked: false, archived: false });
  await stage.later(hour);
  await stage.later(hour);
  expect((await stage.postOf(id)).thread.thread?.metadata).toMatchObject({ locked: true, archived: true });
  // Who leaves takes their offers along.
  const next = await stage.write(author, {
    title: 'Encore une (F/H)',
    missions: 'Vous accueillez le public, tenez la caisse et préparez les commandes de la semaine avec deux personnes.',
  });
  await author.press(messageOf(next), 'jobs:submit');
  await stage.settle();
  // The only one who answered for the company: which of the two is found first is chance.
  author.leave();
  await stage.settle();
  expect(await db.offer.findFirst({ where: { title: 'Encore une (F/H)' } })).toMatchObject({
    state: 'closed',
    endedAs: expect.stringMatching(/^(author|company)_left$/),
  });
});
