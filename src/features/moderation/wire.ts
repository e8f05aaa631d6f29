import { z } from 'zod';
import { measures, severities, sources } from '../../kernel/moderation.ts';
import { customId, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const planId = rowId;

// A sanction that is being prepared.
/** The form about a person; from a card it also says because of what. */
export const planFormId = customId('moderation:act:form', {
  userId: snowflake,
  evidenceId: rowCount,
  source: z.enum(['none', ...sources]),
  sourceId: rowCount,
});
export const confirmId = customId('moderation:confirm', { planId });
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
