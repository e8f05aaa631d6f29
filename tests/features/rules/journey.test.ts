import type { APIMessage } from 'discord-api-types/v10';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { turn } from '../../../src/features/automod/service/choice.ts';
import { touchRules } from '../../../src/features/rules/service/rule.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { lastDm, messageOf, type Story, said, startStory, wordsOf } from '../onboarding/story.ts';

/** The life of a rule: an administrator writes it, it watches, acts, is wrong once, and learns. */

let story: Story;
let guildId: string;
let admin: Persona;
let mod: Persona;
let lea: Persona;
let stranger: Persona;
let witness: Persona;

async function withRole(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId(role));
  return person;
}

const shown = (from: Outcome | APIMessage | undefined): string => {
  const message = from && 'failed' in from ? (from.message ?? from.modal) : from;
  return JSON.stringify(message ?? '');
};
const queue = (): APIMessage[] =>
  mod.messages('moderation').filter(({ embeds }) => embeds[0]?.title?.startsWith('Règles automatiques :'));
const lastCard = (): APIMessage => {
  const card = queue().at(-1);
  if (!card) throw new Error('no card');
  return card;
};
const ruleNamed = (name: string) => story.db.rule.findFirstOrThrow({ where: { guildId, name } });
const public_ = 'général';
const posts = (person: Persona) => person.messages(public_);

async function write(person: Persona, words: string): Promise<string> {
  const { id } = person.write(public_, words);
  await story.settle();
  return id;
}
const isThere = (id: string) => posts(mod).some((message) => message.id === id);

beforeAll(async () => {
  story = await startStory({ messageContent: true });
  guildId = story.sandbox.guildId;
  admin = await withRole('nadia.admin', 'Administration');
  mod = await withRole('sophie.modere', 'Modération', 'en-US');
  lea = await withRole('lea_*dubois*', 'En formation');
  stranger = await withRole('ines.curieuse', 'En formation', 'en-US');
  witness = await withRole('omar.temoin', 'En formation', 'en-US');
  story.clock.advance(10 * minute);
});
beforeEach(() => {
  story.sandbox.faults.clear();
  story.clock.advance(minute);
});

test('the proposed rules watch from the beginning, and act on nobody', async () => {
  expect(await story.db.rule.count({ where: { mode: 'shadow' } })).toBeGreaterThan(15);
  const id = await write(stranger, 'Free nitro for everyone, claim here: https://dlscord-gift.com/nitro');
  expect(isThere(id)).toBe(true);
  expect(queue()).toHaveLength(0);
  expect(await story.db.ruleHit.count({ where: { mode: 'shadow', userId: stranger.user.id } })).toBeGreaterThanOrEqual(1);
  const list = await admin.run('rule list');
  expect(shown(list)).toContain('En observation');
  const { id: ruleId } = await ruleNamed('Arnaques et faux liens');
  const sheet = await admin.run('rule show', { rule: String(ruleId) });
  expect(shown(sheet)).toContain('aurait agi');
  const found = await admin.press(messageOf(sheet), 'rules:found');
  expect(shown(found)).toContain('Free nitro');
});

test('an administrator writes a rule by forms: every mistake at once, what was typed kept, tried before it is saved', async () => {
  const begun = await admin.run('rule new');
  const form = await admin.select(messageOf(begun), 'rules:begin:0', ['words']);
  expect(form.modal?.title).toBe('Des mots');
  const wrong = await admin.submit(form, { words: '***\nok', match: 'word' });
  expect(said(wrong)).toContain('ligne 1');
  const corrected = await admin.submit(await admin.press(messageOf(wrong), 'form:correct'), {
    words: 'casino\npari gratuit',
    match: 'word',
  });
  expect(shown(corrected)).toContain('casino');
  const home = await admin.press(messageOf(corrected), 'rules:resume');
  expect(shown(home)).toContain('il manque');
  const actions = await admin.press(messageOf(home), 'rules:part');
  expect(shown(actions)).toContain('Déclencheurs');
  const draft = await story.db.ruleDraft.findFirstOrThrow();
  const part = await admin.forge.component(messageOf(home), `rules:part:${draft.id}:actions`, 2);
  let screen = await admin.select(messageOf(part), 'rules:add', ['delete']);
  screen = await admin.select(messageOf(screen), 'rules:add', ['keep']);
  screen = await admin.submit(await admin.select(messageOf(screen), 'rules:add', ['dm']), { text: '' });
  const slow = await admin.submit(await admin.select(messageOf(screen), 'rules:add', ['timeout']), { seconds: '40 jours' });
  expect(said(slow)).toMatch(/Durée.*au plus/s);
  screen = await admin.submit(await admin.press(messageOf(slow), 'form:correct'), { seconds: '10 min' });
  expect(shown(screen)).toContain('10 min');
  const back = await admin.press(messageOf(screen), 'rules:resume');
  const named = await admin.submit(await admin.press(messageOf(back), 'rules:name'), {
    name: 'Pas de *casino*',
    cooldown: '5 min',
  });
  expect(shown(named)).toContain('La règle est complète');
  const trial = await admin.press(messageOf(named), 'rules:try');
  const typed = await admin.submit(await admin.press(messageOf(trial), 'rules:try_text'), {
    samples: 'Bonjour à tous\nLe c4s1n0 en ligne\nUn pari gratuit !',
  });
  expect(shown(typed)).toContain('Sur 3 messages');
  expect(shown(typed)).toContain('**2**');
  const saved = await admin.press(messageOf(await admin.press(messageOf(typed), 'rules:resume')), 'rules:save');
  expect(shown(saved)).toContain('est enregistrée');
  expect(await ruleNamed('Pas de *casino*')).toMatchObject({ mode: 'shadow' });

  const watched = await write(lea, 'le casino ouvre demain');
  expect(isThere(watched)).toBe(true);
  const on = await admin.press(messageOf(saved), 'rules:mode');
  await story.settle();
  expect(shown(on)).toContain('Mode : **Active**');
});

/** Stripes and spots that differ by their number. */
const poster = (seed: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="#eee"/>${Array.from(
        { length: 6 },
        (_, index) =>
          `<circle cx="${(seed * 197 + index * 131) % 640}" cy="${(seed * 89 + index * 71) % 400}" r="${30 + ((seed * 37 + index * 53) % 90)}" fill="hsl(${(seed * 70 + index * 60) % 360} 80% ${25 + ((index * 17) % 50)}%)"/>`,
      ).join('')}</svg>`,
    ),
  );

test('an image that an administrator adds is known again resized and recompressed, and no other is', async () => {
  const file = async (picture: Sharp, name: string) => ({
    name,
    content: await picture.toBuffer(),
    contentType: 'image/png',
  });
  const scam = await file(poster(3).png(), 'affiche.png');
  const send = async (person: Persona, one: Awaited<ReturnType<typeof file>>): Promise<string> => {
    const { id } = person.write(public_, '', { files: [one] });
    await story.settle();
    return id;
  };
  // Nothing is fetched as long as nobody looks for an image.
  expect(isThere(await send(stranger, scam))).toBe(true);
  const lists = await admin.run('rule lists');
  const form = await admin.press(messageOf(lists), 'rules:image_add');
  expect(shown(await admin.submit(form, { files: [scam] }))).toContain('1 image ajoutée');
  const { id: ruleId } = await ruleNamed('Images connues');
  await admin.run('rule mode', { rule: String(ruleId), mode: 'on' });
  await story.settle();
  story.clock.advance(minute);
  expect(isThere(await send(stranger, await file(poster(8).png(), 'autre.png')))).toBe(true);
  const resized = await file(sharp(scam.content).resize(220, 140).jpeg({ quality: 60 }), 'vacances.jpg');
  expect(isThere(await send(stranger, resized))).toBe(false);
  expect(wordsOf(lastCard())).toContain('vacances.jpg');
  expect(isThere(await send(mod, scam))).toBe(true);
  // What was kept of it is known already.
  const hit = await story.db.ruleHit.findFirstOrThrow({ where: { ruleId } });
  const again = await admin.forge.component(messageOf(lists), `rules:recognise:${hit.id}`, 2);
  expect(shown(again)).toContain('ajoutée');
  expect(said(await mod.forge.component(lastCard(), `rules:recognise:${hit.id}`, 2))).toContain('other roles');
});

const full =
  `Le casino de Saint-Étienne engage ! ${'Lisez [l’annonce](https://exemple.fr/a) **en entier** @everyone. '.repeat(40)}`.slice(
    0,
    2_000,
  );

test('a message is removed, its author told, and one click brings it back word for word; the rule learns', async () => {
  const id = await write(lea, full);
  expect(isThere(id)).toBe(false);
  const dm = lea.messages('dm').find((message) => wordsOf(message).includes('retiré'));
  expect(shown(dm)).toContain('Pas de');
  expect(await story.db.moderationCase.findMany({ where: { userId: lea.user.id } })).toMatchObject([
    { kind: 'timeout', origin: 'rule', authorId: null },
  ]);
  const card = lastCard();
  expect(wordsOf(card)).toContain('lea\\_\\*dubois\\*');
  expect(card.content).not.toContain('@everyone');
  expect(said(await witness.forge.component(posts(witness).at(-1) ?? '', `moderation:restore:1`, 2))).toContain('other roles');

  const clicks = await Promise.all(Array.from({ length: 5 }, () => mod.press(card, 'moderation:restore')));
  expect(clicks.filter((one) => shown(one).includes('comes back'))).toHaveLength(1);
  await story.settle();
  const back = posts(mod).filter(({ embeds }) => embeds[0]?.description === full);
  expect(back).toHaveLength(1);
  expect(back[0]?.embeds[0]?.author?.name).toBe('lea_*dubois*');
  expect(wordsOf(lastDm(lea) ?? card)).toMatch(/mot pour mot|est annulé/);
  expect(await story.db.moderationCase.count({ where: { kind: 'timeout', voidedAt: null } })).toBe(0);
  expect(wordsOf(lastCard())).toContain('rétabli');
  expect(await story.db.auditEntry.count({ where: { action: 'rules.restore' } })).toBe(1);

  story.clock.advance(10 * minute);
  await story.later(minute);
  const again = await write(lea, full);
  expect(isThere(again)).toBe(true);
  const other = await write(lea, 'Au casino ce soir');
  expect(isThere(other)).toBe(false);
});

test('fifty messages of one person are one card; each is removed, also when Discord fails now and then, and nothing is done twice', async () => {
  const flooder = await withRole('flo.flood', 'En formation');
  const before = queue().length;
  story.sandbox.faults.next({ method: 'DELETE', status: 500, times: 3 });
  story.sandbox.faults.next({
    method: 'POST',
    route: '/channels/{channel_id}/messages',
    status: 500,
    times: 1,
    afterEffect: true,
  });
  const ids = Array.from({ length: 50 }, (_, index) => flooder.write(public_, `casino ${index}`).id);
  await story.settle();
  await story.settle();
  expect(ids.filter(isThere)).toEqual([]);
  expect(queue()).toHaveLength(before + 1);
  expect(wordsOf(lastCard())).toContain('50 alertes');
  expect(flooder.messages('dm').filter((message) => wordsOf(message).includes('retiré'))).toHaveLength(1);
  expect(await story.db.moderationCase.count({ where: { userId: flooder.user.id } })).toBe(1);
  const all = await mod.press(lastCard(), 'rules:hits');
  const hit = await mod.select(messageOf(all), 'rules:hit_pick', [
    String((await story.db.ruleHit.findFirstOrThrow({ where: { userId: flooder.user.id }, orderBy: { id: 'desc' } })).id),
  ]);
  expect(shown(hit)).toContain('Well seen');
  const judged = await mod.press(messageOf(hit), 'rules:founded');
  expect(shown(judged)).toContain('Noted');
  await mod.press(lastCard(), 'rules:close');
  await story.settle();
  expect(wordsOf(lastCard())).toContain('Classé');
});

test('what Discord refuses is said on the card; staff, edits, other people’s ids and forged ones', async () => {
  story.sandbox.faults.next({
    method: 'DELETE',
    route: '/channels/{channel_id}/messages/{message_id}',
    status: 403,
    code: 50013,
  });
  const refusedId = await write(stranger, 'casino interdit');
  expect(isThere(refusedId)).toBe(true);
  expect(wordsOf(lastCard())).toContain('refusé par Discord');
  expect(isThere(await write(mod, 'casino de l’équipe'))).toBe(true);
  story.clock.advance(20 * minute);
  const fine = await write(stranger, 'bonjour');
  expect(isThere(fine)).toBe(true);
  stranger.edit(fine, 'bonjour le casino');
  await story.settle();
  expect(isThere(fine)).toBe(false);

  const [panel] = stranger.messages('bienvenue');
  const { id: hitId, cardId } = await story.db.ruleHit.findFirstOrThrow({
    where: { userId: lea.user.id, cardId: { not: null } },
  });
  const { id: ruleId } = await ruleNamed('Pas de *casino*');
  for (const id of [
    `moderation:restore:${hitId}`,
    `moderation:restore:all:${cardId}`,
    `rules:mistaken:${hitId}`,
    `rules:show:${ruleId}`,
    `rules:mode:${ruleId}:0:off`,
    `rules:close:${cardId}`,
  ]) {
    story.clock.advance(3_000);
    expect([id, said(await witness.forge.component(panel ?? '', id, 2))]).toEqual([id, expect.stringContaining('other roles')]);
  }
  expect(said(await mod.forge.component(panel ?? '', `rules:mode:${ruleId}:2:off`, 2))).toContain('other roles');
  for (const id of ['moderation:restore:999999', 'rules:mistaken:999999', 'rules:hits:999999', 'rules:close:999999'])
    expect([id, said(await mod.forge.component(panel ?? '', id, 2))]).toEqual([id, expect.stringMatching(/no (longer|more)/)]);
  for (const id of ['rules:resume:999999', 'rules:show:999999', 'rules:save:999999', 'rules:drop_sure:999999:1'])
    expect([id, said(await admin.forge.component(panel ?? '', id, 2))]).toEqual([
      id,
      expect.stringMatching(/n’existe plus|n’est pas le vôtre/),
    ]);
  expect(said(await admin.forge.modal(`rules:piece:1:triggers:constructor:0`, [], { channel: public_ }))).not.toContain(
    'erreur de notre côté',
  );
});

test('at the end of the watch administrators are asked once, and one click turns it on; files, lists, deletion; content off is said', async () => {
  const before = mod.messages('moderation').length;
  await story.later(8 * day);
  const proposals = () => mod.messages('moderation').filter((message) => wordsOf(message).includes('temps d’observation'));
  const asked = proposals();
  expect(asked).toHaveLength(1);
  expect(asked.map(wordsOf).join()).toContain('Arnaques et faux liens');
  expect(mod.messages('moderation').length).toBeGreaterThan(before);
  await story.later(day);
  expect(proposals().map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
  // One more whose time is over: one message again, the new one.
  await story.db.rule.updateMany({ where: { guildId, name: 'Publicité' }, data: { askedAt: null } });
  await story.later(hour);
  const [proposal, ...others] = proposals();
  if (!proposal) throw new Error('no proposal');
  expect([others.length, proposal.id === asked[0]?.id]).toEqual([0, false]);
  const { id: scamId, revision } = await ruleNamed('Arnaques et faux liens');
  const { id: adId, revision: adRevision } = await ruleNamed('Publicité');
  const chosen = [`${scamId}-${revision}`, `${adId}-${adRevision}`];
  expect(said(await mod.select(proposal, 'rules:turn_on', chosen))).toContain('other roles');
  expect(shown(await admin.select(proposal, 'rules:turn_on', chosen))).toContain('Règles actives');
  await story.settle();
  expect(proposals().map(wordsOf).join()).not.toContain('Arnaques');
  expect(proposals().map(({ id }) => id)).toEqual([proposal.id]);
  const { id: watching } = await ruleNamed('Insultes');
  const stale = await admin.forge.component(proposal, 'rules:turn_on', 3, [`${watching}-99`]);
  expect(shown(stale) + stale.failed).toContain('entre-temps');
  expect(await story.db.rule.count({ where: { guildId, mode: 'on', template: { in: ['phishing', 'spam'] } } })).toBe(2);

  const { id: ruleId } = await ruleNamed('Pas de *casino*');
  const exported = messageOf(await admin.run('rule export', { rule: String(ruleId) })).attachments[0];
  const json = Buffer.from(await (await fetch(exported?.url ?? '')).arrayBuffer()).toString('utf8');
  expect(JSON.parse(json)).toMatchObject({ name: 'Pas de *casino*', triggers: [{ kind: 'words' }] });
  expect(said(await admin.run('rule import', { file: { name: 'a.json', content: '{' } }))).toContain('n’est pas une règle');
  expect(
    said(
      await admin.run('rule import', {
        file: { name: 'a.json', content: '{"name":"X","on":["message"],"triggers":[{"kind":"nope"}],"actions":[]}' },
      }),
    ),
  ).toContain('Déclencheurs');
  expect(shown(await admin.run('rule import', { file: { name: 'a.json', content: json } }))).toContain('Le fichier est lu');
  const lists = await admin.run('rule lists');
  const added = await admin.submit(await admin.press(messageOf(lists), 'rules:list_add:blocked'), { domains: 'evil.example' });
  expect(shown(added)).toContain('1 site ajouté');
  const sure = await admin.run('rule delete', { rule: String(ruleId) });
  expect(shown(await admin.press(messageOf(sure), 'rules:drop_sure'))).toContain('est supprimée');
  expect(said(await stranger.run('rule list').catch(() => ({ message: null }) as Outcome))).not.toContain('Automatic rules');
  expect(shown(await admin.run('diagnostic'))).not.toContain('MESSAGE_CONTENT');
});

test('what Discord holds back by a rule of ours is shown and kept by that rule, and a false alarm gives it back to us', async () => {
  const now = story.clock.now();
  const body = {
    ...{ on: ['message'], triggers: [{ kind: 'words', words: ['loterie'], match: 'word' }], conditions: [], cooldownSeconds: 0 },
    ...{ exemptions: { staff: true, roleIds: [], channelIds: [], userIds: [] }, actions: [{ kind: 'delete' }, { kind: 'keep' }] },
  };
  const data = { guildId, name: 'Loterie', body, mode: 'on', createdAt: now, updatedAt: now } as const;
  const { id: ruleId } = await story.db.rule.create({ data });
  await story.db.$transaction((tx) => touchRules(tx, guildId));
  await turn(story.db, { guildId, actorId: admin.user.id, now }, 'on');
  await story.settle();
  const words = 'La loterie est ouverte';
  expect(() => stranger.write(public_, words)).toThrow();
  await story.settle();
  const hits = await story.db.ruleHit.findMany({ where: { ruleId }, include: { actions: true, evidence: true } });
  expect(hits).toMatchObject([{ content: words, isDue: true, actions: [], evidence: { content: words } }]);
  expect(wordsOf(lastCard())).toContain(words);
  await mod.press(lastCard(), 'rules:mistaken');
  await story.settle();
  const { id } = stranger.write(public_, words);
  await story.settle();
  expect(isThere(id)).toBe(true);
});
