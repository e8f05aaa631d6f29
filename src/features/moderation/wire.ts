import { z } from 'zod';
import { measures, severities, sources } from '../../kernel/moderation.ts';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const planId = rowId;

// A sanction that is being prepared.
/** The form about a person; from a card it also says because of what. */
export const planFormId = customId('moderation:act:form', {
  userId: snowflake,
  evidenceId: rowCount,
  source: z.enum(['none', ...sources]),
  sourceId: rowCount,
});
/** Of the plan as it is shown: what was changed since is not confirmed unseen. */
export const confirmId = customId('moderation:confirm', { planId, version: rowCount });
export const cancelId = customId('moderation:cancel', { planId });
export const changeId = customId('moderation:act:change', { planId });
export const changeFormId = customId('moderation:act:change_form', { planId });
export const planRuleId = customId('moderation:act:rule', { planId });
/** Takes the proposal of the points instead. */
export const stepId = customId('moderation:act:step', { planId, kind: z.enum(['timeout', 'kick']) });
/** Ends a sanction before its time. */
export const liftId = customId('moderation:lift', { caseId: rowId });
export const liftFormId = customId('moderation:lift:form', { caseId: rowId });

const reason = z.string().max(1_000);
/** What a plan holds, besides whom it is about. */
export const deed = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('sanction'),
    kind: z.enum(measures),
    severity: z.enum(Object.keys(severities) as [keyof typeof severities, ...(keyof typeof severities)[]]).nullable(),
    reason,
    ruleId: z.number().int().nullable(),
    evidenceId: z.number().int().nullable(),
    behalfId: snowflake.nullable(),
    seconds: z.number().int().nullable(),
    deleteSeconds: z.number().int(),
    source: z.object({ kind: z.enum(sources), id: z.number().int() }).nullable(),
  }),
  z.object({ do: z.literal('release'), reason, caseId: z.number().int().nullable() }),
]);
export type Deed = z.output<typeof deed>;
export type Sanction = Extract<Deed, { do: 'sanction' }>;

const ofCase = z.object({ guildId: snowflake, caseId: z.number().int() });
/** Tells the person, acts at Discord, records. */
export const actTask = taskContract('moderation.act', ofCase);
/** What somebody is told apart from the act. `opened`: of what was done by Discord's own menus; `undone`: it failed; `lifted`: it ended early. */
export const tellings = ['opened', 'undone', 'lifted'] as const;
export type Occasion = (typeof tellings)[number];
export const tellTask = taskContract('moderation.tell', ofCase.extend({ occasion: z.enum(tellings) }));
/** Tells moderators that Discord refused. */
export const alertTask = taskContract('moderation.alert', ofCase);
/** A timeout is given again to somebody who left and came back. */
export const holdTask = taskContract('moderation.hold', ofCase);
/** Reads what was done by Discord's own menus. */
export const watchTask = taskContract('moderation.watch', z.object({ guildId: snowflake }));
/** Keeps the files of a piece of evidence. */
export const fetchTask = taskContract('moderation.fetch', z.object({ guildId: snowflake, evidenceId: z.number().int() }));

// Reading and changing cases.
/** When the case that somebody reads was last changed, in milliseconds. */
const version = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** A page of a search, as `searchCode` writes it. */
export const casesId = customId('moderation:cases', { page: pageNumber, search: z.string().max(70) });
export const casesOpenId = customId('moderation:cases:open', {});
export const casesOfId = customId('moderation:cases:of', { userId: snowflake });
export const editId = customId('moderation:case:edit', { caseId: rowId });
export const editFormId = customId('moderation:case:edit_form', { caseId: rowId, version });
/** Of a note, which weighs nothing. */
export const editNoteFormId = customId('moderation:case:edit_note', { caseId: rowId, version });
export const hideId = customId('moderation:case:hide', { caseId: rowId });
export const hideFormId = customId('moderation:case:hide_form', { caseId: rowId });
export const unhideId = customId('moderation:case:unhide', { caseId: rowId });
export const voidId = customId('moderation:case:void', { caseId: rowId });
export const voidFormId = customId('moderation:case:void_form', { caseId: rowId });
export const filesId = customId('moderation:case:files', { caseId: rowId, from: rowCount });
/** One's own, page by page. */
export const minePageId = customId('moderation:mine:page', { guildId: snowflake, page: pageNumber });

/** The person is told that a case changed; `at` names the change. */
export const changedTask = taskContract(
  'moderation.changed',
  ofCase.extend({ what: z.enum(['edited', 'voided']), at: z.number().int() }),
);
/** A timeout that was made shorter is made so at Discord. */
export const shortenTask = taskContract('moderation.shorten', ofCase);
