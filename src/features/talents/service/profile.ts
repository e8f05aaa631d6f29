import type { TalentPause, TalentProfile } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { skillKeys } from '../../../kernel/fit.ts';
import { knownSkill, longestSkill, mostSkills, readSkills } from '../../../kernel/skill.ts';
import type { Locale, Text } from '../../../kernel/text.ts';
import { findMember, identityOf } from '../../members/service.ts';
import {
  badLinks,
  incomplete,
  namesSomebody,
  noProfile,
  noSkill,
  skillTooLong,
  text,
  tooManyLinks,
  tooManySkills,
} from '../messages/profile.ts';
import { leaksIn } from '../rules/anonymity.ts';
import { consentVersion, hideAfter, mostLinks, remindAfter } from '../rules/limit.ts';
import { type Ability, gapsOf, readLinks, type Search, searchable } from '../rules/profile.ts';
import { answeredTask, hiddenTask, remindTask } from '../wire.ts';
import type { Who } from './company.ts';

export type Profile = TalentProfile;
type Person = Pick<Who, 'guildId' | 'userId'>;

const keyOf = ({ guildId, userId }: Person) => ({ guildId_userId: { guildId, userId } });

export const findProfile = (db: Db | Tx, person: Person): Promise<Profile | null> =>
  db.talentProfile.findUnique({ where: keyOf(person) });

async function getProfile(db: Db | Tx, person: Person): Promise<Profile> {
  const profile = await findProfile(db, person);
  if (!profile) throw noProfile();
  return profile;
}

/** How the person is called once they accepted: as staff know them, else as they call themselves on the server. */
export async function nameOf(db: Db | Tx, person: Person): Promise<string> {
  const member = await findMember(db, person);
  const identity = identityOf(member);
  return identity ? `${identity.firstName} ${identity.lastName}` : (member?.displayName ?? '');
}

/** Every name by which somebody could be known. */
async function namesOf(db: Db | Tx, person: Person): Promise<string[]> {
  const member = await findMember(db, person);
  return [member?.firstName, member?.lastName, member?.displayName, member?.username].filter((name) => typeof name === 'string');
}

type Typed = { who: Who; locale: Locale };

/** The first of the two forms. What is open stays open: it is the person's own change. */
export async function saveSearch(db: Db, { who, locale }: Typed, search: Search): Promise<Profile> {
  const { now, guildId, userId } = who;
  // Without a city there is no going about in it.
  const mobility = search.mobility === 'city' && search.city === null ? 'department' : search.mobility;
  const data = {
    ...search,
    contracts: [...search.contracts],
    mobility,
    locale,
    updatedAt: now,
    confirmedAt: now,
    remindedAt: null,
  };
  return db.talentProfile.upsert({
    where: keyOf(who),
    create: { guildId, userId, createdAt: now, ...data },
    update: data,
  });
}

export type AbilityTyped = { skills: string; level: Ability['level']; pitch: string; links: string };

/** What was typed of abilities, or every reason why not. */
async function readAbility(db: Db | Tx, person: Person, typed: AbilityTyped): Promise<Ability> {
  const skills = readSkills(typed.skills);
  if (skills.length === 0) throw noSkill();
  if (skills.length > mostSkills) throw tooManySkills(skills.length, mostSkills);
  const long = skills.filter((skill) => skill.length > longestSkill);
  if (long.length > 0) throw skillTooLong(long, longestSkill);
  const { links, bad } = readLinks(typed.links);
  if (bad.length > 0) throw badLinks(bad);
  if (links.length > mostLinks) throw tooManyLinks(links.length, mostLinks);
  const names = await namesOf(db, person);
  const inField = (field: Text, words: string) => leaksIn(words, names).map((finding) => ({ field, ...finding }));
  // A skill of the list is a word of the trade: `.NET` is no address.
  const free = skills.filter((skill) => knownSkill(skill) === null);
  const findings = [...free.flatMap((skill) => inField(text.skills, skill)), ...inField(text.pitch, typed.pitch)];
  if (findings.length > 0) throw namesSomebody(findings);
  return { skills, level: typed.level, pitch: typed.pitch, links };
}

/** The second. Nothing in it may say who the person is, but the links, which are shown only to whom they accept. */
export async function saveAbility(db: Db, { who, locale }: Typed, typed: AbilityTyped): Promise<Profile> {
  const { now } = who;
  const ability = await readAbility(db, who, typed);
  return db.$transaction(async (tx) => {
    await getProfile(tx, who);
    return tx.talentProfile.update({
      where: keyOf(who),
      data: {
        ...ability,
        skills: [...ability.skills],
        links: [...ability.links],
        skillKeys: skillKeys(ability.skills),
        search: searchable(ability),
        locale,
        updatedAt: now,
        confirmedAt: now,
        remindedAt: null,
      },
    });
  });
}

/** Shows the profile, once the person agreed to the text of that version. `stale`: they read another one. */
export async function openProfile(db: Db, who: Who, version: number): Promise<Profile | 'stale'> {
  if (version !== consentVersion) return 'stale';
  const { now } = who;
  return db.$transaction(async (tx) => {
    const gaps = gapsOf(await getProfile(tx, who));
    if (gaps.length > 0) throw incomplete(gaps);
    return tx.talentProfile.update({
      where: keyOf(who),
      data: {
        isOpen: true,
        pausedAs: null,
        consentVersion: version,
        consentedAt: now,
        updatedAt: now,
        confirmedAt: now,
        remindedAt: null,
      },
    });
  });
}

/** Hides it; what the companies asked before can still be answered. */
export async function pauseProfile(db: Db | Tx, { guildId, userId, now }: Who, pausedAs: TalentPause): Promise<boolean> {
  const { count } = await db.talentProfile.updateMany({
    where: { guildId, userId, isOpen: true },
    data: { isOpen: false, pausedAs, updatedAt: now },
  });
  return count > 0;
}

/** It still holds. */
export async function confirmProfile(db: Db, { guildId, userId, now }: Who): Promise<void> {
  const { count } = await db.talentProfile.updateMany({
    where: { guildId, userId, isOpen: true },
    data: { confirmedAt: now, remindedAt: null },
  });
  if (count === 0) throw noProfile();
}

export async function tellOffers(db: Db, { guildId, userId, now }: Who, on: boolean): Promise<void> {
  const { count } = await db.talentProfile.updateMany({
    where: { guildId, userId },
    data: { tellsOffers: on, updatedAt: now },
  });
  if (count === 0) throw noProfile();
}

/** Nothing of it is shown from here on. Questions that wait are closed; who asked learns that the person is not available. */
export const deleteProfile = (db: Db, who: Who): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    const { count } = await tx.talentProfile.deleteMany({ where: { guildId, userId } });
    if (count === 0) throw noProfile();
    await tx.talentNotice.deleteMany({ where: { guildId, userId } });
    const closed = await tx.talentContact.updateManyAndReturn({
      where: { guildId, userId, state: 'asked' },
      data: { state: 'declined', endedAt: now },
      select: { id: true },
    });
    await enqueueAll(
      tx,
      answeredTask,
      closed.map(({ id }) => ({ payload: { guildId, contactId: id }, key: String(id) })),
    );
  });

/** How many companies have seen the card. */
export const countSights = (db: Db, { guildId, userId }: Person): Promise<number> =>
  db.talentSight.count({ where: { guildId, userId } });

/** Promises to ask those who were shown for six months whether it still holds, and hides those who did not answer for three more. */
export async function askToConfirm(tx: Tx, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age);
  const present = { NOT: { guildId: { in: await leftGuilds(tx) } } };
  const due = await tx.talentProfile.findMany({
    where: { isOpen: true, confirmedAt: { lte: before(remindAfter) }, remindedAt: null, ...present },
    select: { guildId: true, userId: true },
  });
  const payloads = (people: readonly Person[]) =>
    people.map((person) => ({ payload: person, key: `${person.guildId}:${person.userId}` }));
  await enqueueAll(tx, remindTask, payloads(due));
  const silent = await tx.talentProfile.updateManyAndReturn({
    where: { isOpen: true, remindedAt: { lte: before(hideAfter) }, ...present },
    data: { isOpen: false, pausedAs: 'silent', updatedAt: now },
    select: { guildId: true, userId: true },
  });
  await enqueueAll(tx, hiddenTask, payloads(silent));
}

const leftGuilds = async (tx: Tx): Promise<string[]> =>
  (await tx.guild.findMany({ where: { leftAt: { not: null } }, select: { id: true } })).map(({ id }) => id);

/** Who was asked at which moment, so that silence is counted from then. */
export const recordReminded = (db: Db, { guildId, userId }: Person, now: Date) =>
  db.talentProfile.updateMany({ where: { guildId, userId, isOpen: true, remindedAt: null }, data: { remindedAt: now } });

/** Profiles of people who are no longer on the server are shown to nobody. */
export async function hideAbsent(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE talent_profile AS profile SET is_open = false, paused_as = 'left', updated_at = ${now}
    FROM member
    WHERE profile.is_open AND member.guild_id = profile.guild_id AND member.user_id = profile.user_id AND member.left_at IS NOT NULL`;
}
