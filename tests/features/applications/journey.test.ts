import { ComponentType } from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import { channelBy, isThreadChannel } from '../../../src/sandbox/operations/find.ts';
import { deleteThread } from '../../../src/sandbox/operations/threads.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { aCompany, aRecruiter } from '../jobs/factory.ts';
import { messageOf } from '../onboarding/story.ts';
import { allOf, cvBytes, letter, onStage, type Stage, toldTo } from './stage.ts';

/** Candidates apply, companies answer, staff see to those who do not. */

let stage: Stage;
let story: Stage['story'];
let recruiter: Persona;
let helper: Persona;
beforeAll(async () => {
  stage = await onStage();
  ({ story, recruiter } = stage);
  helper = await story.staff('thomas.vasseur');
});

const cv = { name: 'CV Léa.pdf', content: cvBytes };
/** The card of an application, as its company opens it from the board. */
const openCard = async (id: number, who = recruiter) => {
  const { offerId } = await story.db.application.findUniqueOrThrow({ where: { id } });
  const board = await stage.push(who, `jobs:board:${offerId}`);
  const card = await who.press(messageOf(board), `applications:card:${id}`);
  await story.settle();
  return card;
};
const choose = async (id: number, to: string, reason?: string, who = recruiter) => {
  const card = await openCard(id, who);
  let outcome = await who.select(messageOf(card), 'jobs:stage:', [to]);
  if (reason) outcome = await who.select(messageOf(outcome), 'jobs:stage:reason:', [reason]);
  await story.settle();
  return outcome;
};
const refusalOf = async (outcome: Promise<{ message: { content: string } | null }>) => (await outcome).message?.content ?? '';

describe.each([
  ['fr', 'Postuler', 'part chez', 'souhaite vous rencontrer', 'Félicitations', 'Retirée'],
  ['en-US', 'Apply', 'on its way', 'would like to meet you', 'Congratulations', 'Withdrawn'],
] as const)('a candidate in %s', (locale, title, sent, meet, hired, gone) => {
  test('applies with a CV, talks in private, is told each step, and is hired', async () => {
    const offer = await stage.offer();
    const lea = await stage.person(`lea.${locale.toLowerCase()}`, 'En formation', locale);
    const form = await stage.push(lea, `jobs:apply:${offer.id}`);
    expect(form.modal).toMatchObject({ title });
    const answer = await lea.submit(form, { message: letter, cv: [cv], consent: true });
    expect(answer.message?.content).toContain(sent);
    await story.settle();

    const id = await stage.idOf(lea, offer);
    const threadId = await stage.threadOf(lea, offer);
    const [opening, file] = lea.messages(threadId);
    expect(allOf(opening)).toContain('atelier de vélos');
    expect(opening?.content).toContain(`<@${recruiter.user.id}>`);
    expect(file?.attachments).toMatchObject([{ filename: 'CV_L_a.pdf', content_type: 'application/pdf' }]);
    expect(recruiter.messages(threadId)).toHaveLength(2);
    const stranger = await stage.person(`tiers.${locale.toLowerCase()}`, 'En formation');
    expect(() => stranger.messages(threadId)).toThrow();
    expect(await story.db.applicationFile.count()).toBe(0);
    expect(await story.db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({
      consentVersion: 1,
      stage: 'sent',
      locale: locale.slice(0, 2),
    });
    expect(await refusalOf(stage.push(lea, `jobs:apply:${offer.id}`))).toMatch(/déjà postulé|already applied/);

    const before = toldTo(lea).length;
    const card = await openCard(id);
    expect(allOf(card.message)).toContain('atelier de vélos');
    expect(await story.db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({ stage: 'seen' });
    await choose(id, 'interview');
    expect(toldTo(lea).at(-1)).toContain(meet);
    await choose(id, 'offer');
    await choose(id, 'hired');
    expect(toldTo(lea).at(-1)).toContain(hired);
    expect(toldTo(lea)).toHaveLength(before + 4);
    expect(lea.messages(threadId)).toHaveLength(2);
  });

  test('withdraws: nothing of it is left, and the company hears no name', async () => {
    const offer = await stage.offer();
    const tom = await stage.person(`tom.${locale.toLowerCase()}`, 'Alumni', locale);
    await stage.apply(tom, offer, { cv: [cv] });
    const threadId = await stage.threadOf(tom, offer);
    const mine = await tom.run('job applications');
    const ask = await tom.press(messageOf(mine), 'applications:withdraw:');
    await tom.press(messageOf(ask), 'applications:gone:');
    await story.settle();
    expect(story.sandbox.world.channels.has(threadId)).toBe(false);
    const told = toldTo(recruiter).at(-1) ?? '';
    expect(told).toContain('retirée');
    expect(told).not.toMatch(new RegExp(`${tom.user.id}|${tom.user.username}`));
    const row = await story.db.application.findFirstOrThrow({ where: { userId: tom.user.id } });
    expect(row).toMatchObject({ stage: 'withdrawn', message: null, roomChannelId: null });
    expect(allOf((await tom.run('job applications')).message)).toContain(gone);
    await stage.apply(tom, offer);
    expect(stage.threads().some(({ members }) => members.includes(tom.user.id))).toBe(true);
  });
});

describe('what cannot be sent', () => {
  test.each([
    ['no consent', { consent: false }, /cochez/],
    ['a Word file', { cv: [{ name: 'cv.docx', content: cvBytes }] }, /finir par/],
    ['a page that is called a PDF', { cv: [{ name: 'cv.pdf', content: '<html>' }] }, /contenu/],
    ['something else that is called a PDF', { cv: [{ name: 'cv.pdf', content: cvBytes, type: 'text/html' }] }, /autre genre/],
    ['too large a file', { cv: [{ name: 'cv.pdf', content: `${cvBytes}${' '.repeat(5_000_000)}` }] }, /5 Mo/],
  ] as const)('%s is refused, and what was typed is there again', async (name, fields, said) => {
    const offer = await stage.offer();
    const person = await stage.person(`refus.${name.replaceAll(/\W/g, '')}`.toLowerCase(), 'En formation');
    const answer = await stage.apply(person, offer, fields as never);
    expect(answer.message?.content).toMatch(said);
    expect(await story.db.application.count({ where: { offerId: offer.id } })).toBe(0);
    const again = await person.press(messageOf(answer), 'form:correct:');
    expect(allOf(again.modal as never)).toContain('atelier de vélos');
    const sent = await person.submit(again, { consent: true, message: letter });
    expect(sent.message?.content).toContain('part chez');
    await story.settle();
  });

  test('by whom it is not for, with an id of another, or by hand', async () => {
    const offer = await stage.offer();
    expect(await refusalOf(stage.push(recruiter, `jobs:apply:${offer.id}`))).toContain('réservée à d’autres rôles');
    const both = await stage.person('cumul.roles', 'Alumni');
    await aRecruiter(story.db, stage.company, { userId: both.user.id });
    expect(await refusalOf(stage.push(both, `jobs:apply:${offer.id}`))).toContain('celle de votre entreprise');
    await story.db.companyRecruiter.deleteMany({ where: { userId: both.user.id } });

    const lea = await stage.person('lea.forge', 'En formation');
    await stage.apply(lea, offer);
    const id = await stage.idOf(lea, offer);
    const rival = await stage.person('rival.marc', 'Recrutement');
    for (const customId of [
      `applications:card:${id}`,
      `jobs:stage:undo:${id}`,
      `jobs:board:${offer.id}`,
      `applications:withdraw:${id}`,
      `applications:cv:${id}`,
    ])
      expect(await refusalOf(stage.push(rival, customId))).toMatch(/n’existe pas|réservées|n’est plus/);
    const panel = messageOf(await stage.push(recruiter, `jobs:board:${offer.id}`));
    for (const wanted of ['withdrawn', 'seen', 'hired', 'nonsense'])
      expect(
        await refusalOf(recruiter.forge.component(panel, `jobs:stage:${id}`, ComponentType.StringSelect, [wanted])),
      ).toContain('Envoyée');
    for (const wanted of ['no_answer', 'nonsense'])
      await recruiter.forge.component(panel, `jobs:stage:reason:${id}`, ComponentType.StringSelect, [wanted]);
    expect(await story.db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({ stage: 'sent' });
  });
});

describe('a refusal', () => {
  test('gives a reason that helps, and a slip is taken back', async () => {
    const offer = await stage.offer();
    const lea = await stage.person('lea.refus', 'En formation');
    await stage.apply(lea, offer);
    const id = await stage.idOf(lea, offer);
    const card = await choose(id, 'declined', 'experience');
    expect(toldTo(lea).at(-1)).toMatch(/n’est pas retenue[\s\S]*plus d’expérience/);
    await recruiter.press(messageOf(card), 'jobs:stage:undo:');
    await story.settle();
    expect(toldTo(lea).at(-1)).toContain('erreur de manipulation');
    expect(await story.db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({ stage: 'seen', reason: null });
    const again = await choose(id, 'declined', 'skills');
    story.clock.advance(11 * minute);
    expect(await refusalOf(recruiter.press(messageOf(again), 'jobs:stage:undo:'))).toContain('dix minutes');
  });

  test('reaches who takes no direct messages', async () => {
    const offer = await stage.offer();
    const yanis = await stage.person('yanis.haddad', 'En formation');
    yanis.closeDms();
    await stage.apply(yanis, offer);
    await choose(await stage.idOf(yanis, offer), 'declined', 'place');
    const own = stage.threads().filter(({ members, name }) => members.includes(yanis.user.id) && name === 'Candidatures');
    expect(own).toHaveLength(1);
    expect(yanis.messages(own[0]?.id ?? '').at(-1)?.content).toContain('n’est pas retenue');
  });
});

describe('people come and go', () => {
  test('a colleague who joins the company enters the threads, who may not read is out, and with the last one staff answer', async () => {
    const company = await aCompany(story.db, { guildId: story.sandbox.guildId, createdAt: story.clock.now() });
    const [first, marc] = [await stage.person('nora.seule', 'Recrutement'), await stage.person('marc.oliveira', 'Recrutement')];
    await aRecruiter(story.db, company, { userId: first.user.id });
    const offer = await stage.offer({ companyId: company.id, authorId: first.user.id });
    const lea = await stage.person('lea.equipe', 'En formation');
    await stage.apply(lea, offer);
    const threadId = await stage.threadOf(lea, offer);
    const members = () => stage.threads().find(({ id }) => id === threadId)?.members ?? [];
    await aRecruiter(story.db, company, { userId: marc.user.id });
    await story.later(2 * minute);
    expect(members()).toEqual(expect.arrayContaining([lea.user.id, first.user.id, marc.user.id]));
    // Erased, or of a company that is suspended: nobody stays who may not read.
    await story.db.companyRecruiter.deleteMany({ where: { userId: marc.user.id } });
    await story.db.company.update({ where: { id: company.id }, data: { state: 'suspended', reason: 'À vérifier.' } });
    await story.later(2 * minute);
    expect(members()).toHaveLength(2);
    expect(members()).toContain(lea.user.id);
    await story.db.company.update({ where: { id: company.id }, data: { state: 'verified', reason: null } });

    const id = await stage.idOf(lea, offer);
    expect(await refusalOf(stage.push(helper, `jobs:board:${offer.id}`))).toContain('réservées');
    await story.db.companyRecruiter.updateMany({ where: { userId: first.user.id }, data: { leftAt: story.clock.now() } });
    await choose(id, 'declined', 'paused', helper);
    expect(toldTo(lea).at(-1)).toContain('suspendu ou annulé');
    expect(await story.db.auditEntry.count({ where: { subject: `application:${id}` } })).toBe(1);
  });

  test('a candidate who leaves the server is withdrawn', async () => {
    const offer = await stage.offer();
    const lea = await stage.person('lea.part', 'En formation');
    await stage.apply(lea, offer);
    const threadId = await stage.threadOf(lea, offer);
    lea.leave();
    await story.settle();
    expect(story.sandbox.world.channels.has(threadId)).toBe(false);
    expect(await story.db.application.findFirstOrThrow({ where: { offerId: offer.id } })).toMatchObject({
      stage: 'withdrawn',
      message: null,
    });
  });
});

describe('silence', () => {
  test('the company is reminded once, then staff; an answer in the thread counts; a closed offer leaves nobody waiting', async () => {
    await story.db.application.deleteMany();
    const queue = helper.channel('suivi-recrutement').id;
    const staffRead = () => helper.messages(queue).map(({ embeds }) => embeds[0]?.description ?? '');
    const offer = await stage.offer({ expiresAt: new Date(story.clock.now().getTime() + 60 * day) });
    const lea = await stage.person('lea.attend', 'En formation');
    const ana = await stage.person('ana.parle', 'En formation');
    await stage.apply(lea, offer);
    await stage.apply(ana, offer);
    story.clock.advance(hour);
    recruiter.write(await stage.threadOf(ana, offer), 'Bonjour Ana, êtes-vous libre jeudi ?');
    const before = toldTo(recruiter).length;
    await story.later(7 * day - minute);
    expect(toldTo(recruiter).slice(before)).toEqual([expect.stringContaining('1 candidature')]);
    expect(await story.db.application.findFirstOrThrow({ where: { userId: ana.user.id } })).toMatchObject({ stage: 'seen' });
    await story.later(7 * day);
    const late = staffRead().filter((said) => said.includes('sans réponse depuis deux semaines'));
    expect(late).toEqual([expect.stringContaining('Atelier Pignon')]);
    expect(await story.db.application.count({ where: { userId: lea.user.id, staffRemindedAt: { not: null } } })).toBe(1);

    await story.db.offer.update({
      where: { id: offer.id },
      data: { state: 'closed', closedAt: story.clock.now(), endedAs: 'filled' },
    });
    await story.later(day);
    expect(toldTo(recruiter).at(-1)).toContain('encore ouvertes (2)');
    const board = await stage.push(recruiter, `jobs:board:${offer.id}`);
    expect(allOf(board.message)).toContain('L’offre est close');
    await choose(await stage.idOf(ana, offer), 'hired');
    expect(toldTo(ana).at(-1)).toContain('Félicitations');
    await story.later(14 * day);
    expect(toldTo(lea).at(-1)).toContain('plutôt que de vous laisser attendre');
    expect(staffRead().at(-1)).toContain('était sans réponse : chaque personne a reçu');
    expect(await story.db.application.count({ where: { closedAt: null } })).toBe(0);
  });
});

describe('after the answer', () => {
  test('a candidate deletes what they sent; a thread that somebody deletes takes the CV with it, and that is told', async () => {
    const offer = await stage.offer();
    const lea = await stage.person('lea.apres', 'En formation');
    await stage.apply(lea, offer, { cv: [cv] });
    const first = await stage.threadOf(lea, offer);
    const thread = channelBy(story.sandbox.world, first);
    if (isThreadChannel(thread)) deleteThread(story.sandbox.world, { actorId: story.boss.user.id, reason: null }, thread);
    await choose(await stage.idOf(lea, offer), 'interview');
    expect(toldTo(lea).some((said) => said.includes('nous n’en avons pas gardé de copie'))).toBe(true);
    const threadId = await stage.threadOf(lea, offer);
    expect(threadId).not.toBe(first);
    await choose(await stage.idOf(lea, offer), 'declined', 'dates');
    const ask = await lea.press(messageOf(await lea.run('job applications')), 'applications:withdraw:');
    expect(allOf(ask.message)).toContain('La réponse reçue ne change pas');
    const done = await lea.press(messageOf(ask), 'applications:gone:');
    expect(allOf(done.message)).toContain('C’est effacé');
    await story.settle();
    expect(story.sandbox.world.channels.has(threadId)).toBe(false);
    expect(allOf((await lea.run('job applications')).message)).not.toContain('applications:withdraw:');
  });

  test('who waits for an offer that is hidden is told so, and does not wait for ever', async () => {
    await story.db.application.deleteMany();
    const company = await aCompany(story.db, { guildId: story.sandbox.guildId, createdAt: story.clock.now() });
    await aRecruiter(story.db, company, { userId: (await stage.person('nora.pause', 'Recrutement')).user.id });
    const { userId: authorId } = await story.db.companyRecruiter.findFirstOrThrow({ where: { companyId: company.id } });
    const expiresAt = new Date(story.clock.now().getTime() + 20 * day);
    const offer = await stage.offer({ companyId: company.id, authorId, expiresAt });
    const lea = await stage.person('lea.pause', 'En formation');
    await stage.apply(lea, offer);
    await story.db.company.update({ where: { id: company.id }, data: { state: 'lapsed' } });
    await story.db.offer.update({ where: { id: offer.id }, data: { state: 'hidden', hiddenAt: story.clock.now() } });
    await story.later(2.1 * day);
    expect(toldTo(lea).at(-1)).toContain('en pause depuis deux jours');
    expect(allOf((await lea.run('job applications')).message)).toContain('Offre en pause');
    await story.later(43 * day);
    expect(await story.db.offer.findUniqueOrThrow({ where: { id: offer.id } })).toMatchObject({ state: 'closed' });
    expect(await story.db.application.count({ where: { outcomeAskedAt: { not: null } } })).toBe(1);
  });
});

describe('when Discord refuses', () => {
  test('threads are impossible: the company gets all of it by direct message or on its board; then they are possible again', async () => {
    const offer = await stage.offer();
    const lea = await stage.person('lea.sansfil', 'En formation');
    const creation = { method: 'POST', route: '/channels/{channel_id}/threads' } as const;
    story.sandbox.faults.next({ ...creation, status: 403 });
    await stage.apply(lea, offer, { cv: [cv] });
    const dm = recruiter.messages('dm').at(-1);
    expect(dm?.content).toContain('Nouvelle candidature');
    expect(dm?.attachments).toMatchObject([{ filename: 'CV_L_a.pdf' }]);
    // A colleague whom no message reaches can still have it, and so can the thread once there is one.
    expect(await story.db.applicationFile.count()).toBe(1);
    const sent = await openCard(await stage.idOf(lea, offer));
    expect(allOf(sent.message)).toContain('envoyée par message privé à 1 personne');
    expect(allOf(sent.message)).toContain('applications:cv:');

    story.sandbox.faults.next({ ...creation, status: 403, times: 2 });
    recruiter.closeDms();
    const tom = await stage.person('tom.sansfil', 'En formation');
    await stage.apply(tom, offer, { cv: [cv] });
    const card = await openCard(await stage.idOf(tom, offer));
    const file = await recruiter.press(messageOf(card), 'applications:cv:');
    expect(file.message?.attachments).toMatchObject([{ filename: 'CV_L_a.pdf' }]);
    recruiter.openDms();
    await story.later(2 * 60 * minute);
    expect(lea.messages(await stage.threadOf(lea, offer))).toHaveLength(2);
    expect(await story.db.applicationFile.count()).toBe(0);
    expect(tom.messages(await stage.threadOf(tom, offer))).toHaveLength(2);

    // What went by direct message is taken back with the rest, also after the notice of any other would have been forgotten.
    await story.later(181 * day);
    const mine = await lea.run('job applications');
    await lea.press(messageOf(await lea.press(messageOf(mine), 'applications:withdraw:')), 'applications:gone:');
    await story.settle();
    expect(recruiter.messages('dm').map(({ id }) => id)).not.toContain(dm?.id);
  });

  test('one call in four fails, half of them after their effect: one thread each, with both inside and one CV', async () => {
    const offer = await stage.offer();
    story.sandbox.faults.rate(0.25, { seed: 7, lost: 0.5, route: /^\/(channels|guilds|users)/ });
    const people: Persona[] = [];
    for (let index = 0; index < 4; index++) people.push(await stage.person(`panne.${index}`, 'En formation'));
    for (const person of people) await stage.apply(person, offer, { cv: [cv] });
    story.sandbox.faults.clear();
    await story.settle();
    for (const person of people) {
      const own = stage.threads().filter(({ members }) => members.includes(person.user.id));
      expect(own).toHaveLength(1);
      expect(own[0]?.members).toContain(recruiter.user.id);
      expect(person.messages(own[0]?.id ?? '').flatMap(({ attachments }) => attachments)).toHaveLength(1);
    }
  });
});

describe('a recommendation', () => {
  test('is asked of the learner, agreed to in a direct message or in Mon espace, and read with their application', async () => {
    const offer = await stage.offer({ threadId: '123456789012345678' });
    const antoine = await stage.person('antoine.carpentier', 'Alumni');
    const identify = (person: Persona) =>
      story.db.member.updateMany({
        where: { userId: person.user.id },
        data: {
          kind: 'learner',
          firstName: 'Chloé',
          lastName: 'Petit',
          email: 'chloe@example.org',
          identifiedAt: story.clock.now(),
        },
      });
    const chloe = await stage.person('chloe.petit', 'En formation');
    const remi = await stage.person('remi.wattel', 'En formation', 'en-US');
    for (const person of [chloe, remi]) await identify(person);
    remi.closeDms();
    const words = 'Une personne **sérieuse**, avec qui j’ai mené un projet.';
    for (const person of [chloe, remi]) {
      const answer = await antoine.run('job recommend', { offer: String(offer.id), member: person.user.id, words });
      expect(answer.message?.content).toContain('donner son accord');
      story.clock.advance(minute);
      await story.settle();
    }
    const asked = chloe.messages('dm').at(-1);
    if (!asked) throw new Error('nobody was asked');
    expect(asked.content).toContain('\\*\\*sérieuse');
    const agreed = await chloe.press(asked, 'jobs:recommended:yes');
    expect(agreed.message?.content).toContain('https://discord.com/channels/');
    await stage.apply(chloe, offer);
    expect(allOf((await openCard(await stage.idOf(chloe, offer))).message)).toContain('Recommandation de');

    const home = await remi.run('home');
    const shown = await remi.press(messageOf(home), 'applications:recommended:');
    expect(shown.message?.content).toContain('would like to recommend you');
    const yes = await remi.press(messageOf(shown), 'jobs:recommended:yes');
    const form = await remi.press(messageOf(yes), 'jobs:apply:');
    expect(form.modal).toMatchObject({ title: 'Apply' });
    // The same without a command, below an offer that alumni read.
    const read = await antoine.run('job show', { offer: String(offer.id) });
    expect(allOf((await chloe.run('job show', { offer: String(offer.id) })).message)).not.toContain('jobs:recommend');
    const lina = await stage.person('lina.forme', 'En formation');
    await identify(lina);
    const blank = await antoine.press(messageOf(read), 'jobs:recommend:');
    const kept = await antoine.submit(blank, { member: [lina.user.id], words });
    expect(kept.message?.content).toContain('donner son accord');
    await story.settle();
    expect(lina.messages('dm').at(-1)?.content).toContain('souhaite vous recommander');
    expect((await antoine.autocomplete('job recommend', { offer: 'devel' }, 'offer')).length).toBeGreaterThan(0);
  });
});
