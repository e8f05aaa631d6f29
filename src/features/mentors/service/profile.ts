import type { Db, Tx } from '../../../infra/db.ts';
import { skillKeys } from '../../../kernel/fit.ts';
import type { Language, Slot, Stage, Theme, Way } from '../../../kernel/mentoring.ts';
import { type Place, readPlace } from '../../../kernel/place.ts';
import { longestSkill, mostSkills, readSkills } from '../../../kernel/skill.ts';
import type { Locale, Text } from '../../../kernel/text.ts';
import { invalidProfile, noProfile, notVolunteer, problems, tooManyPreferred } from '../messages/refusal.ts';
import { cityLimit, mostPreferred } from '../rules/limit.ts';
import { promiseCard, promiseChanged, recordEvent } from './event.ts';
import { holdMentor, keyOf, type Mentor, type Who } from './mentor.ts';

export type By = { who: Who; locale: Locale; now: Date };

type Data = Partial<Omit<Mentor, 'guildId' | 'userId'>>;

/** Saves what the person changed. What is approved stays so: they are their own words, and staff read them on the card. */
async function save(tx: Tx, { who, locale, now }: By, mentor: Mentor, data: Data): Promise<Mentor> {
  const saved = await tx.mentorProfile.update({
    where: keyOf(who),
    data: {
      ...data,
      locale,
      // Whoever comes back begins anew, with what they had said.
      ...(mentor.state === 'withdrawn' && { state: 'draft', comment: null }),
      updatedAt: now,
      revision: { increment: 1 },
    },
  });
  if (saved.state === 'draft') return saved;
  if (saved.about !== mentor.about || saved.job !== mentor.job)
    await recordEvent(tx, { who, kind: 'edited', actorId: who.userId, now });
  else await promiseCard(tx, who);
  if (saved.capacity < mentor.capacity && saved.state === 'approved') await promiseChanged(tx, who);
  return saved;
}

export type HelpTyped = {
  themes: readonly Theme[];
  skills: string;
  availability: readonly Slot[];
  languages: readonly Language[];
  about: string;
};

/** The skills that were typed, and all that is wrong with them. */
function skillsIn(typed: string): { skills: string[]; wrong: Text[] } {
  const skills = readSkills(typed);
  const long = skills.filter((skill) => skill.length > longestSkill);
  return {
    skills,
    wrong: [
      ...(skills.length > mostSkills ? [problems.tooManySkills(skills.length, mostSkills)] : []),
      ...(long.length > 0 ? [problems.skillTooLong(long, longestSkill)] : []),
    ],
  };
}

/**
 * The first of the two forms. `mayBegin`: they may have a profile, if they have none. Throws `mentors.invalid`, and `mentors.not_volunteer` or
 * `mentors.no_profile` for who may not.
 */
export async function saveHelp(db: Db, by: By, { mayBegin }: { mayBegin: boolean }, typed: HelpTyped): Promise<Mentor> {
  const { skills, wrong } = skillsIn(typed.skills);
  if (wrong.length > 0) throw invalidProfile(wrong);
  const { who, now } = by;
  const { guildId, userId } = who;
  return db.$transaction(async (tx) => {
    if (mayBegin)
      await tx.mentorProfile.createMany({
        data: { guildId, userId, createdAt: now, updatedAt: now },
        skipDuplicates: true,
      });
    const mentor = await holdMentor(tx, who);
    if (!mentor) throw notVolunteer();
    return save(tx, by, mentor, {
      themes: [...typed.themes],
      skills,
      skillKeys: skillKeys(skills),
      availability: [...typed.availability],
      languages: [...typed.languages],
      about: typed.about,
    });
  });
}

export type FrameTyped = { capacity: number; ways: readonly Way[]; job: string; place: string; timeZone: string | null };

/** A place is asked for only from who meets people in person. */
function placeIn({ ways, place }: FrameTyped): { place: Place | null; wrong: Text[] } {
  if (!ways.includes('in_person')) return { place: null, wrong: [] };
  if (place === '') return { place: null, wrong: [problems.placeMissing] };
  const reading = readPlace(place);
  if (reading.ok && (reading.place.city ?? '').length <= cityLimit) return { place: reading.place, wrong: [] };
  return { place: null, wrong: [problems.placeUnknown(place, reading.ok ? [] : reading.among)] };
}

/** The second. To take fewer people ends nothing that goes on. Throws `mentors.invalid`, `mentors.no_profile`. */
export async function saveFrame(db: Db, by: By, typed: FrameTyped): Promise<Mentor> {
  const { place, wrong } = placeIn(typed);
  if (wrong.length > 0) throw invalidProfile(wrong);
  return db.$transaction(async (tx) => {
    const mentor = await holdMentor(tx, by.who);
    if (!mentor) throw noProfile();
    return save(tx, by, mentor, {
      capacity: typed.capacity,
      ways: [...typed.ways],
      job: typed.job,
      city: place?.city ?? null,
      department: place?.department ?? null,
      timeZone: typed.timeZone,
    });
  });
}

export type Preference = {
  kind: 'course' | 'campus' /** Those of the page that was shown. */;
  shown: readonly number[];
  chosen: readonly number[];
};

/** Whom they would rather help: of those shown, the chosen ones; what other pages have stays. Throws `mentors.no_profile`, `too_many_preferred`. */
export const prefer = (db: Db, by: By, { kind, shown, chosen }: Preference): Promise<Mentor> =>
  db.$transaction(async (tx) => {
    const mentor = await holdMentor(tx, by.who);
    if (!mentor) throw noProfile();
    const before = kind === 'course' ? mentor.prefersCourses : mentor.prefersCampuses;
    const kept = before.filter((id) => !shown.includes(id));
    const after = [...new Set([...kept, ...chosen.filter((id) => shown.includes(id))])];
    if (after.length > mostPreferred) throw tooManyPreferred(mostPreferred);
    return save(tx, by, mentor, kind === 'course' ? { prefersCourses: after } : { prefersCampuses: after });
  });

export const preferStages = (db: Db, by: By, chosen: readonly Stage[]): Promise<Mentor> =>
  db.$transaction(async (tx) => {
    const mentor = await holdMentor(tx, by.who);
    if (!mentor) throw noProfile();
    return save(tx, by, mentor, { prefersStages: [...chosen] });
  });
