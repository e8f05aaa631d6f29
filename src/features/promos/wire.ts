import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const orNone = rowCount;
const page = pageNumber;
const promoId = rowId;

// The guided creation: course, campus, then a form.
export const newId = customId('promos:new', {});
export const courseId = customId('promos:course', { page });
export const coursesId = customId('promos:courses', { page });
export const campusId = customId('promos:campus', { courseId: rowId, page });
export const campusesId = customId('promos:campuses', { courseId: rowId, page });
export const detailsId = customId('promos:details', { courseId: rowId, campusId: rowId });

// What the form has no room for is changed on the preview.
export const remoteId = customId('promos:remote', { planId: rowId });
export const earlyId = customId('promos:early', { planId: rowId });

// Several promos at once to the next year: chosen by pages, moved in a form, shown, named one by one where needed.
/** From the list, with its filter: see `listId`. */
export const copyNewId = customId('promos:copy_new', { state: orNone, courseId: orNone, campusId: orNone });
export const copyPickId = customId('promos:copy_pick', { planId: rowId, page });
export const copyPagesId = customId('promos:copy_pages', { planId: rowId, page });
export const copyAllId = customId('promos:copy_all', { planId: rowId });
export const copyNextId = customId('promos:copy_next', { planId: rowId });
export const copyFormId = customId('promos:copy_form', { planId: rowId });
export const copyShownId = customId('promos:copy_shown', { planId: rowId, page });
export const copyNameId = customId('promos:copy_name', { planId: rowId, page });
export const copyNamedId = customId('promos:copy_named', { planId: rowId, sourceId: rowId });

/** Does what was shown: see `deed`. */
export const confirmId = customId('promos:confirm', { planId: rowId });

export const showId = customId('promos:show', { promoId });
export const openId = customId('promos:open', {});
export const rosterId = customId('promos:roster', { promoId, page });
export const exportId = customId('promos:export', { promoId });
/** `state` is its place in `states`, from 1; 0 stands for all, as it does for both entries. */
export const listId = customId('promos:list', { page, state: orNone, courseId: orNone, campusId: orNone });
export const mineId = customId('promos:mine', {});
export const minePageId = customId('promos:mine_page', { page });
/** One of several promos of one's own. */
export const mineOpenId = customId('promos:mine_open', {});
export const editId = customId('promos:edit', { promoId });
/** A promo without anybody to manage it, chosen from the alert. */
export const orphanId = customId('promos:orphan', {});
export const orphansId = customId('promos:orphans', {});
export const editedId = customId('promos:edited', { promoId });
export const lockId = customId('promos:lock', { promoId });
export const unlockId = customId('promos:unlock', { promoId });

export const resumeId = customId('promos:resume', { promoId });
export const undoBuildId = customId('promos:undo_build', { promoId });
export const undoId = customId('promos:undo', { promoId });
export const checkId = customId('promos:check', { promoId });
export const repairId = customId('promos:repair', { promoId });
export const driftedId = customId('promos:drifted', {});
/** All that the night found, when one list is too short. */
export const driftsId = customId('promos:drifts', {});
/** The same, from the page before. */
export const driftsTurnId = customId('promos:drifts_turn', { page });
/** The first and the last promo that were shown: what comes and goes meanwhile moves the pages. */
export const viewId = customId('promos:views_in', { first: rowId, last: rowId });
export const viewsId = customId('promos:views', { page });

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const newPromo = z.object({
  courseId: z.number().int(),
  campusId: z.number().int(),
  name: z.string(),
  start: day,
  end: day,
  managerId: snowflake,
  trainerIds: z.array(snowflake),
  remote: z.boolean(),
  early: z.boolean(),
});

/** Who of a promo goes with its copy. */
export const teams = ['both', 'manager', 'none'] as const;

/** What a person was shown and may confirm, as `promo_plan` keeps it. */
export const deed = z.discriminatedUnion('do', [
  newPromo.extend({ do: z.literal('create') }),
  /** `sources` are chosen page by page among those of `filter`; `items` is what was shown of them, and nothing until then. */
  z.object({
    do: z.literal('copy'),
    filter: z.object({
      state: z.enum(['planned', 'active', 'ended', 'archived', 'cancelled']).nullable(),
      courseId: z.number().int().nullable(),
      campusId: z.number().int().nullable(),
    }),
    sources: z.array(z.number().int()),
    weeks: z.number().int(),
    team: z.enum(teams),
    items: z.array(newPromo.extend({ sourceId: z.number().int() })),
  }),
  z.object({ do: z.literal('postpone'), promoId: z.number().int(), start: day.nullable(), end: day }),
  z.object({ do: z.literal('end'), promoId: z.number().int() }),
  z.object({ do: z.literal('cancel'), promoId: z.number().int() }),
  z.object({ do: z.literal('undo_build'), promoId: z.number().int() }),
]);
export type Deed = z.infer<typeof deed>;
export type NewPromo = Extract<Deed, { do: 'create' }>;
export type Copying = Extract<Deed, { do: 'copy' }>;

const promo = z.object({ guildId: snowflake, promoId: z.number().int().positive() });

/** Makes what is missing of a promo's space. */
export const buildTask = taskContract('promos.build', promo);
/** Brings the permissions of its channels to its team and its state. */
export const permitTask = taskContract(
  'promos.permit',
  // `gone`: people of whom the database no longer says that they were let in.
  promo.extend({ gone: z.array(snowflake).optional() }),
);
/** Mends every difference between the database and Discord. */
export const repairTask = taskContract('promos.repair', promo);
/** Brings the names of its role, category and channels to the promo's own. */
export const renameTask = taskContract('promos.rename', promo);
/** Asks Discord whether somebody is still of the staff. */
export const trustTask = taskContract('promos.trust', z.object({ guildId: snowflake, userId: snowflake }));
/** Tells staff that promos have nobody to manage them. */
export const orphansTask = taskContract('promos.orphans', z.object({ guildId: snowflake, at: z.coerce.date() }));
/** Deletes its space. */
export const clearTask = taskContract('promos.clear', promo);
/** The roles of one person, of all their promos. */
export const rolesTask = taskContract('promos.roles', z.object({ guildId: snowflake, userId: snowflake }));
/** Takes from somebody who was erased the roles that their promos gave: nothing in the database leads from them to those any more. */
export const stripTask = taskContract(
  'promos.strip',
  z.object({ guildId: snowflake, strangerId: snowflake, roleIds: z.array(snowflake) }),
);
/** Channels that somebody made by hand in the categories of a space that goes: they stay, and staff are told which. */
export const leftoverTask = taskContract('promos.leftover', promo.extend({ channelIds: z.array(snowflake) }));
/** The same of learner or alumni alone, when a promo ends. */
export const kindTask = taskContract('promos.kind', z.object({ guildId: snowflake, userId: snowflake }));
export const noticeTask = taskContract('promos.notice', promo.extend({ which: z.enum(['end', 'deletion']) }));
/** Tells staff what Discord refused, with what they can do; edits it once it is settled. */
export const alertTask = taskContract('promos.alert', promo);
/** The nightly comparison of all promos of a server. */
export const compareTask = taskContract('promos.compare', z.object({ guildId: snowflake, day, askedAt: z.coerce.date() }));

/** Why a space is unfinished: `place` is where it stopped, `names` all that is still missing. */
export const problem = z.object({
  why: z.enum(['forbidden', 'full']),
  code: z.number().int(),
  place: z.string(),
  names: z.array(z.string()),
});
export type Problem = z.infer<typeof problem>;
