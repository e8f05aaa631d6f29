import { ChannelType } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { features } from '../../src/app.ts';
import { movableClock } from '../../src/kernel/time.ts';
import { fullName, inhabitants, usernameOf } from '../../src/sandbox/community.ts';
import { employers } from '../../src/sandbox/seed/employers.ts';
import { laterAfter, playLater } from '../../src/sandbox/seed/mentoring.ts';
import { postings } from '../../src/sandbox/seed/postings.ts';
import { cohorts } from '../../src/sandbox/seed/promos.ts';
import { seekers } from '../../src/sandbox/seed/seekers.ts';
import { playSeed, seedWorld } from '../../src/sandbox/seed.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { findNothingAboutNothing } from '../support/about.ts';
import { startTestApp } from '../support/app.ts';
import { monday } from '../support/monday.ts';

it('makes a community of people in every role, once', { timeout: 120_000 }, async () => {
  const world = createWorld(movableClock(monday));
  const guild = seedWorld(world);
  const test = await startTestApp({ world });
  const acts = new Set<string>();
  const played = await playSeed(test.sandbox, acts);
  await test.settle();
  expect(played.lastFailure).toBeNull();
  const expected = inhabitants.filter(({ kind, waiting }) => kind !== null && !waiting);
  expect(played).toMatchObject({ identified: expected.length, failed: 0 });

  await test.later(0);
  const promos = await test.db.promo.findMany({ orderBy: { id: 'asc' }, include: { members: true } });
  expect(promos.map(({ name, state, problem }) => ({ name, state, problem }))).toEqual(
    cohorts.map(({ name, from, isOver }) => ({ name, state: isOver ? 'ended' : from > 0 ? 'planned' : 'active', problem: null })),
  );
  for (const { name, trainers, learners } of cohorts)
    expect(promos.find((promo) => promo.name === name)?.members).toHaveLength(trainers.length + learners.length);
  expect(await test.db.groupTeam.count()).toBe(3);
  expect(await test.db.announcementPlace.findMany()).toMatchObject([
    { name: 'CDA Lille 4', problem: null, messageId: expect.any(String) },
  ]);
  const companies = await test.db.company.findMany({ include: { recruiters: true }, orderBy: { id: 'asc' } });
  const known = Object.fromEntries(companies.map(({ name, state, recruiters }) => [name, [state, recruiters.length]]));
  expect(known).toEqual(
    Object.fromEntries(
      employers.map(({ name, answer, colleague }) => [
        name,
        [answer === null ? 'pending' : answer === 'verified' ? 'verified' : 'refused', colleague ? 2 : 1],
      ]),
    ),
  );
  const hiring = async () => {
    const offers = await test.db.offer.findMany({ orderBy: { title: 'asc' } });
    const applications = await test.db.application.findMany();
    return {
      offers: Object.fromEntries(offers.map(({ title, state, endedAs }) => [title, endedAs ?? state])),
      stages: applications.map(({ stage }) => stage).sort(),
      saved: await test.db.savedOffer.count(),
      alerts: await test.db.jobAlert.count(),
      profiles: await test.db.talentProfile.count({ where: { isOpen: true } }),
      contacts: await test.db.talentContact.count(),
      recommended: await test.db.recommendation.count({ where: { state: 'accepted' } }),
    };
  };
  const state = { unsent: 'draft', waiting: 'pending', accepted: 'published' };
  const hired = await hiring();
  expect(hired).toEqual({
    offers: Object.fromEntries(
      postings.map(({ title, answer, end, reports }) => [
        title,
        end ?? (reports ? 'hidden' : typeof answer === 'object' ? 'asked' : state[answer]),
      ]),
    ),
    stages: ['declined', 'declined', 'hired', 'interview', 'offer', 'seen', 'sent'],
    saved: postings.flatMap(({ savedBy = [] }) => savedBy).length,
    alerts: 1,
    profiles: seekers.length,
    contacts: 1,
    recommended: 1,
  });
  const accompanied = async () => {
    const [profiles, requests, pairs] = await Promise.all([
      test.db.mentorProfile.findMany(),
      test.db.mentoringRequest.findMany(),
      test.db.mentoringPair.findMany({ include: { goals: true, sessions: true } }),
    ]);
    return {
      profiles: profiles.map(({ state }) => state).sort(),
      requests: requests.map(({ state }) => state).sort(),
      asks: (await test.db.mentoringAsk.findMany()).map(({ state }) => state).sort(),
      pairs: pairs
        .map(({ state, origin, goals, sessions }) => `${state} ${origin} ${goals.length} ${sessions.map((one) => one.state)}`)
        .sort(),
      campaigns: (await test.db.mentoringCampaign.findMany({ include: { participants: true, places: true } })).map((one) => [
        one.state,
        one.participants.length,
        one.places.filter(({ messageId }) => messageId !== null).length,
      ]),
      circles: (await test.db.mentoringCircle.findMany({ include: { places: true } })).map((one) => [
        one.state,
        one.places.length,
      ]),
      flashes: (await test.db.mentoringFlash.findMany()).map((one) => one.state),
    };
  };
  const helped = await accompanied();
  expect(helped).toEqual({
    profiles: [...Array(6).fill('approved'), 'paused', 'pending'],
    requests: [...Array(5).fill('paired'), ...Array(5).fill('waiting')],
    asks: ['accepted', 'accepted', 'accepted', 'accepted', 'asked', 'queued'],
    pairs: ['active asked 1 planned', 'active asked 3 planned', 'active staff 0 ', 'ended asked 0 ', 'paused asked 1 '],
    campaigns: [['open', 6, 3]],
    circles: [['open', 2]],
    flashes: ['open'],
  });
  expect(await test.db.fault.findMany()).toEqual([]);

  const said = [...world.messages.values()].flatMap((channel) => [...channel.values()].map(({ content }) => content));
  expect(said.filter((content) => content.includes('**TSSR Valenciennes 2** se termine'))).toHaveLength(1);
  const answers = [...world.messages.values()].flatMap((channel) => [...channel.values()].filter(({ only }) => only));
  expect(answers).toEqual([]);
  const channels = [...world.channels.values()].map(({ name }) => name);
  expect([channels.filter((name) => name === 'annonces').length, channels.includes('actualités')]).toEqual([1, true]);
  const aissatou = test.sandbox.persona('aissatou.diop');
  const found = await aissatou.run('member find', { text: 'dubois cda lille' });
  expect(JSON.stringify(found.message)).toContain('Léa Dubois');

  const nicknames = new Set([...guild.members.values()].map(({ nick }) => nick));
  for (const inhabitant of expected) expect(nicknames).toContain(fullName(inhabitant));
  const held = new Set([...guild.members.values()].flatMap(({ roles }) => roles));
  const unheld = [...guild.roles.values()].filter(
    ({ id, name }) => id !== guild.id && !held.has(id) && name !== 'Administration' && name !== 'Roubaix',
  );
  expect(unheld.map(({ name }) => name)).toEqual([]);

  const messages = () =>
    [...world.messages].reduce(
      (sum, [id, channel]) =>
        sum + (world.channels.get(id)?.type === ChannelType.DM ? 0 : [...channel.values()].filter(({ only }) => !only).length),
      0,
    );
  await test.settle();
  const before = messages();
  expect(await playSeed(test.sandbox, acts)).toEqual({ identified: 0, failed: 0, lastFailure: null });
  await test.settle();
  expect(messages()).toBe(before);
  // A start that was killed between a click and its note goes on from what is there.
  const untouched = postings.filter(({ answer, end }) => typeof answer === 'string' && !end);
  // Whose pair is over may ask again: for them a wish that was made before is no proof.
  for (const act of acts)
    if (
      /^(company|apply|mentor|mentor accepted|wish|asks|pair|goal|campaign|circle|flash) (?!yanis)/.test(act) ||
      untouched.some(({ title }) => act === `offer ${title}` || act === `answer ${title}`)
    )
      acts.delete(act);
  expect(await playSeed(test.sandbox, acts)).toEqual({ identified: 0, failed: 0, lastFailure: null });
  await test.settle();
  expect(await hiring()).toEqual(hired);
  expect(await accompanied()).toEqual(helped);

  // The session that was planned for the next minute takes place, once.
  await playLater(test.sandbox, acts);
  expect((await accompanied()).pairs).toEqual(helped.pairs);
  await test.later(laterAfter);
  for (let time = 0; time < 2; time += 1) await playLater(test.sandbox, acts);
  await test.settle();
  expect((await accompanied()).pairs).toContain('active asked 3 done');

  // What those at the page undo stays undone at the next start.
  const called = (wanted: (inhabitant: (typeof inhabitants)[number]) => boolean) => {
    const found = inhabitants.find(wanted);
    if (!found) throw new Error('nobody fits');
    return test.sandbox.persona(usernameOf(found));
  };
  const waiting = called((inhabitant) => inhabitant.waiting);
  const arrived = called(({ place }) => place === 'arriving');
  const manager = called(({ roles }) => roles.includes('Modération'));
  waiting.leave();
  await test.settle();
  waiting.join({ pending: false });
  arrived.leave();
  const role = [...guild.roles.values()].find(({ name }) => name === 'Modération')?.id ?? '';
  const member = guild.members.get(manager.user.id);
  if (!member) throw new Error('the moderator is a member');
  member.roles = member.roles.filter((id) => id !== role);
  member.nick = 'Renamed by hand';
  await test.settle();
  const undone = messages();
  expect(await playSeed(test.sandbox, acts)).toEqual({ identified: 0, failed: 0, lastFailure: null });
  await test.settle();
  expect(messages()).toBe(undone);
  expect(arrived.member).toBeNull();
  expect(manager.member).toMatchObject({ nick: 'Renamed by hand' });
  expect(manager.member?.roles).not.toContain(role);
  await findNothingAboutNothing(
    test.db,
    features.flatMap(({ schedules }) => schedules),
  );
  await test.stop();
});
