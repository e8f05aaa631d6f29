import type { Db, Tx } from '../../../infra/db.ts';
import { isLargeCity, isLargeGroup } from '../rules/profile.ts';
import { findProfile, type Profile } from './profile.ts';

/** What a company sees of somebody, and no more: whoever draws it has nothing else. */
export type Card = Pick<
  Profile,
  'contracts' | 'mobility' | 'remote' | 'level' | 'availableFrom' | 'skills' | 'pitch' | 'department'
> & {
  /** Null when so few live there that it would name somebody. */
  city: string | null;
  /** Course and campus, when enough visible profiles share both. */
  studies: { course: string; campus: string } | null;
};

type Studies = { userId: string; course: string; campus: string; people: number };

/** The latest course and campus of each, and how many visible profiles have the same. */
const studiesOf = (db: Db | Tx, guildId: string, userIds: readonly string[]): Promise<Studies[]> => db.$queryRaw<Studies[]>`
  WITH own AS (
    SELECT DISTINCT ON (learner.user_id) learner.user_id, promo.course_id, promo.campus_id
    FROM promo_member AS learner JOIN promo ON promo.id = learner.promo_id
    WHERE learner.guild_id = ${guildId} AND learner.user_id = ANY (${[...userIds]}::text[]) AND learner.part = 'learner' AND promo.state <> 'cancelled'
    ORDER BY learner.user_id, promo.starts_on DESC, promo.id DESC
  ), visible AS (
    SELECT DISTINCT learner.user_id
    FROM (SELECT DISTINCT course_id, campus_id FROM own) AS taught
      JOIN promo ON promo.guild_id = ${guildId} AND promo.course_id = taught.course_id AND promo.campus_id = taught.campus_id AND promo.state <> 'cancelled'
      JOIN promo_member AS learner ON learner.promo_id = promo.id AND learner.part = 'learner'
      JOIN talent_profile AS profile ON profile.guild_id = ${guildId} AND profile.user_id = learner.user_id AND profile.is_open
  ), latest AS (
    SELECT DISTINCT ON (visible.user_id) visible.user_id, promo.course_id, promo.campus_id
    FROM visible JOIN promo_member AS learner ON learner.guild_id = ${guildId} AND learner.user_id = visible.user_id AND learner.part = 'learner'
      JOIN promo ON promo.id = learner.promo_id AND promo.state <> 'cancelled'
    ORDER BY visible.user_id, promo.starts_on DESC, promo.id DESC
  )
  SELECT own.user_id AS "userId", course.name AS course, campus.name AS campus,
    (SELECT count(*)::int FROM latest WHERE latest.course_id = own.course_id AND latest.campus_id = own.campus_id) AS people
  FROM own JOIN catalogue_entry AS course ON course.id = own.course_id JOIN catalogue_entry AS campus ON campus.id = own.campus_id`;

/** Their cards, by their id. */
export async function cardsOf(db: Db | Tx, guildId: string, profiles: readonly Profile[]): Promise<Map<string, Card>> {
  const found =
    profiles.length === 0
      ? []
      : await studiesOf(
          db,
          guildId,
          profiles.map(({ userId }) => userId),
        );
  const studies = new Map(found.map((one) => [one.userId, one]));
  return new Map(
    profiles.map((profile) => {
      const { userId, contracts, mobility, remote, level, availableFrom, skills, pitch, department, city } = profile;
      const own = studies.get(userId);
      const card: Card = {
        contracts,
        mobility,
        remote,
        level,
        availableFrom,
        skills,
        pitch,
        department,
        city: city && department && isLargeCity(city, department) ? city : null,
        studies: own && isLargeGroup(own.people) ? { course: own.course, campus: own.campus } : null,
      };
      return [userId, card];
    }),
  );
}

/** One's own card, as companies have it. */
export async function ownCard(
  db: Db,
  person: { guildId: string; userId: string },
): Promise<{ profile: Profile; card: Card } | null> {
  const profile = await findProfile(db, person);
  if (!profile) return null;
  const card = (await cardsOf(db, person.guildId, [profile])).get(person.userId);
  return card ? { profile, card } : null;
}
