import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { idsOf, lastDm, messageOf, type Story, startStory } from '../onboarding/story.ts';

let story: Story;
let first: Persona;
let second: Persona;
let guildId: string;
beforeAll(async () => {
  story = await startStory();
  guildId = story.boss.guild.id;
  [first, second] = [await moderator('ines.moderation'), await moderator('leo.moderation')];
});
beforeEach(() => story.sandbox.faults.clear());

async function moderator(username: string): Promise<Persona> {
  const person = await story.arrive(username);
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId('Modération'));
  return person;
}
const shown = (message: object | null | undefined): string => JSON.stringify(message ?? '').replaceAll('\\n', '\n');
const said = ({ message, modal, failed }: Outcome): string => shown(message ?? modal ?? { failed });
async function act(doing: Promise<Outcome>): Promise<Outcome> {
  const outcome = await doing;
  await story.settle();
  story.clock.advance(31_000);
  return outcome;
}
const told = (person: Persona): string => shown(lastDm(person));
const caseOf = (person: Persona) =>
  story.db.moderationCase.findFirstOrThrow({
    where: { userId: person.user.id, kind: { not: 'release' } },
    orderBy: { id: 'desc' },
  });

/** By the moderator's own command, up to the confirmation. */
async function sanction(by: Persona, command: string, options: Record<string, string>): Promise<void> {
  const preview = await act(by.run(command, options));
  const done = await act(by.press(messageOf(preview), 'moderation:confirm'));
  if (done.failed) throw new Error(said(done));
}
const cards = (by: Persona) =>
  by.messages('moderation').filter((message) => idsOf(message).some((id) => id.startsWith('moderation:case:')));
const cardOf = (by: Persona, number: number) => {
  const found = cards(by).filter(({ embeds }) => embeds[0]?.title?.includes(`n° ${number}`));
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} cards`);
  return found[0];
};
const words = 'Ce message ne venait pas de moi : mon compte était ouvert sur un autre poste.';

test('the rules: none, the proposed set, one that is read, changed and moved, by admins alone', async () => {
  const member = await story.arrive('lectrice.regles', { locale: 'en-US' });
  expect(said(await member.run('rules'))).toContain('has not written its rules yet');
  const empty = await story.boss.run('rules');
  expect(said(await member.forge.component(messageOf(await member.run('rules')), 'moderation:rules:model', 2))).toContain(
    'other roles',
  );
  const list = await act(story.boss.press(messageOf(empty), 'moderation:rules:model'));
  expect(said(list)).toContain('9 règles');
  const [panel, ...others] = member.messages('reglement').filter((message) => idsOf(message).includes('moderation:rules'));
  expect(others).toEqual([]);
  expect(shown(panel)).toContain('Vie privée');
  expect(idsOf(panel ?? messageOf(list))).toContain('moderation:mine');
  expect(said(await member.press(panel ?? '', 'moderation:rules'))).toContain('Privacy');
  expect(said(await member.run('rules', { number: 3 }))).toContain('Rule 3: Privacy');
  expect(said(await member.run('rules', { number: 20 }))).toContain('there are 9 rules');

  const third = await story.db.serverRule.findFirstOrThrow({ where: { guildId, number: 3 } });
  const screen = await story.boss.run('rules', { number: 3 });
  const form = await story.boss.press(messageOf(screen), 'moderation:rules:edit');
  const edited = await act(
    story.boss.submit(form, { title: 'Vie *privée*', body: 'Rien sans accord.', title_en: '', body_en: '' }),
  );
  expect(said(edited)).toContain('Vie \\\\*privée\\\\*');
  const moved = await act(story.boss.press(messageOf(edited), 'moderation:rules:up'));
  expect(said(moved)).toContain('maintenant la 2');
  expect(
    said(await member.forge.component(messageOf(await member.run('rules')), `moderation:rules:retire_sure:${third.id}`, 2)),
  ).toContain('other roles');
  const sure = await story.boss.press(messageOf(moved), 'moderation:rules:retire');
  await act(story.boss.press(messageOf(sure), 'moderation:rules:retire_sure'));
  expect(member.messages('reglement').filter((message) => shown(message).includes('Rien sans accord'))).toEqual([]);
  expect(
    said(await member.forge.component(messageOf(await member.run('rules')), `moderation:rules:one:${third.id}`, 2)),
  ).toContain('Retired rule');
});

describe.each([
  ['fr', 'Mes sanctions', 'Votre recours est envoyé', 'accepté'],
  ['en-US', 'My cases', 'Your appeal is sent', 'accepted'],
] as const)('somebody is warned, in %s', (locale, title, sent, accepted) => {
  test('reads why, appeals once, and somebody else than the author decides', async () => {
    const person = await story.arrive(`averti.${locale}`.toLowerCase(), { locale });
    expect(said(await person.run('my cases'))).toContain(locale === 'fr' ? 'Aucune sanction' : 'No sanction');
    await sanction(first, 'mod warn', { person: person.user.id, reason: 'Messages *répétés*.', severity: 'medium' });
    const made = await caseOf(person);
    const mine = await person.run('my cases');
    expect(said(mine)).toContain(title);
    expect(said(mine)).toContain('répétés');
    expect(said(mine)).not.toContain(first.user.id);
    expect(said(mine)).not.toContain(first.user.username);

    const form = await person.press(messageOf(mine), 'moderation:appeal');
    const short = await act(person.submit(form, { text: `Trop court${' '.repeat(60)}` }));
    expect(said(short)).toContain('50');
    const corrected = await person.press(messageOf(short), 'form:correct');
    // Discord posts the card and its answer is lost: the next try finds it.
    story.sandbox.faults.next({ method: 'POST', route: /channels\/\d+\/messages/, status: 'closed', afterEffect: true });
    const done = await act(person.submit(corrected, { text: words }));
    expect(said(done)).toContain(sent);
    const again = await person.forge.component(messageOf(mine), `moderation:appeal:${guildId}:${made.id}`, 2);
    expect(said(again)).toContain(words);
    const other = await story.arrive(`curieux.${locale}`.toLowerCase(), { locale });
    const forged = await other.forge.component(
      messageOf(await other.run('my cases')),
      `moderation:appeal:${guildId}:${made.id}`,
      2,
    );
    expect(said(forged)).not.toContain(words);

    expect(said(await first.press(cardOf(first, made.number), 'moderation:decide:accept'))).toContain('quelqu’un d’autre');
    expect(said(await person.forge.component(messageOf(mine), 'moderation:decide:accept:1', 2))).not.toContain('Réponse');
    const decision = await second.press(cardOf(second, made.number), 'moderation:decide:accept');
    expect(said(await act(second.submit(decision, { reason: 'Nous avons relu : vous avez raison.' })))).toContain('prévenue');
    expect(told(person)).toContain(accepted);
    expect(told(person)).toContain('relu');
    expect(told(person)).not.toContain(second.user.id);
    expect((await caseOf(person)).voidedAt).not.toBe(null);
    expect(idsOf(cardOf(second, made.number)).filter((id) => id.startsWith('moderation:decide'))).toEqual([]);
  });
});

test('somebody banned appeals by the button of the message, and by its code; nobody else can', async () => {
  const byButton = await story.arrive('banni.bouton');
  await sanction(story.boss, 'mod ban', { person: byButton.user.id, reason: 'Publicité répétée.' });
  expect(story.boss.guild.members.has(byButton.user.id)).toBe(false);
  const form = await byButton.press(lastDm(byButton) ?? '', 'moderation:appeal');
  expect(said(await act(byButton.submit(form, { text: words, wish: 'reduce' })))).toContain('envoyé');
  const made = await caseOf(byButton);
  const reduce = await second.press(cardOf(second, made.number), 'moderation:decide:reduce');
  expect(said(await act(second.submit(reduce, { length: ['72'], reason: 'Trois jours suffisent cette fois.' })))).toContain(
    'réduite',
  );
  expect((await caseOf(byButton)).kind).toBe('tempban');
  await story.later(3 * day + hour);
  expect((await caseOf(byButton)).endedAt).not.toBe(null);

  const byCode = await story.arrive('banni.code');
  await sanction(story.boss, 'mod ban', { person: byCode.user.id, reason: 'Publicité répétée.' });
  const code = /[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(told(byCode))?.[0] ?? 'none';
  const thief = await story.arrive('voleuse.code');
  thief.openDm();
  thief.write('dm', code);
  await story.settle();
  expect(told(thief)).toContain('Ce code n’est pas reconnu');
  byCode.write('dm', code);
  await story.settle();
  const draft = { where: { caseId: (await caseOf(byCode)).id } };
  expect((await story.db.appeal.findUniqueOrThrow(draft)).state).toBe('draft');
  byCode.write('dm', words);
  await story.settle();
  expect((await story.db.appeal.findUniqueOrThrow(draft)).state).toBe('open');
  const banned = await caseOf(byCode);
  expect(shown(cardOf(second, banned.number))).toContain('compte était ouvert');
  const uphold = await second.press(cardOf(second, banned.number), 'moderation:decide:uphold');
  await act(second.submit(uphold, { reason: 'La décision est juste au vu des messages.' }));
  expect(await story.db.appeal.findUniqueOrThrow({ where: { caseId: banned.id } })).toMatchObject({ state: 'upheld' });
});

test('moderators search, edit and hide; admins void; what the person was told is told again; Discord away', async () => {
  const person = await story.arrive('suivi.cas');
  await sanction(first, 'mod warn', { person: person.user.id, reason: 'Un premier motif.', severity: 'low' });
  const { id, number } = await caseOf(person);
  const list = await second.menu('Cases', { user: person.user.id });
  expect(said(list)).toContain(`n° ${number}`);
  const card = await second.select(messageOf(list), 'moderation:cases:open', [String(id)]);
  expect(said(card)).toContain('Un premier motif');
  const edit = await second.press(messageOf(card), 'moderation:case:edit');
  story.sandbox.faults.next({ method: 'POST', route: /channels\/\d+\/messages/, status: 500 });
  const edited = await act(second.submit(edit, { reason: 'Un second motif.', rule: '1', severity: 'medium' }));
  expect(said(edited)).toContain('Le cas est modifié');
  expect(said(edited)).toContain('motif, règle, gravité');
  const changes = person.messages('dm').filter((message) => shown(message).includes('modifiée'));
  expect(changes).toHaveLength(1);
  expect(shown(changes[0])).toContain('Un second motif');

  expect(said(await second.run('case void', { number }))).toContain('Seule l’administration');
  const hide = await second.press(messageOf(edited), 'moderation:case:hide');
  await act(second.submit(hide, { reason: 'Affaire sensible.' }));
  expect(said(await (await moderator('autre.moderation')).run('case show', { number }))).toContain('masqué');
  const voiding = await story.boss.run('case void', { number });
  expect(said(await act(story.boss.submit(voiding, { reason: 'Erreur de personne.' })))).toContain('annulé');
  expect(told(person)).toContain('annulée');
  expect(said(await person.run('my cases'))).toContain('Annulée');
  expect(said(await second.run('case show', { number: 9_999 }))).toContain('n’existe pas');
});

test('an appeal that waits is recalled each day, and its home line goes to who may decide', async () => {
  const person = await story.arrive('attend.reponse');
  await sanction(first, 'mod warn', { person: person.user.id, reason: 'Un motif.', severity: 'low' });
  const { number } = await caseOf(person);
  const form = await person.press(messageOf(await person.run('my cases')), 'moderation:appeal');
  await act(person.submit(form, { text: words }));
  expect(said(await second.run('home'))).toContain('recours attend votre décision');
  expect(said(await first.run('home'))).not.toContain('recours attend votre décision');
  expect(said(await person.run('home'))).toContain(`n° ${number}`);
  const reminders = () => second.messages('moderation').filter(({ content }) => content.includes('plus longtemps que prévu'));
  await story.later(7 * day + hour);
  expect(reminders()).toHaveLength(1);
  await story.later(hour);
  expect(reminders()).toHaveLength(1);
  await story.later(day);
  expect(reminders()).toHaveLength(2);
  expect(shown(reminders()[0])).toContain(person.user.id);
  expect(shown(reminders()[0])).not.toContain(first.user.id);
  const own = await person.press(messageOf(await person.run('my cases')), 'moderation:appeal');
  const ask = await person.press(messageOf(own), 'moderation:appeal:withdraw');
  expect(said(await act(person.press(messageOf(ask), 'moderation:appeal:withdraw_sure')))).toContain('retiré');
  expect(idsOf(cardOf(second, number)).filter((one) => one.startsWith('moderation:decide'))).toEqual([]);
});
