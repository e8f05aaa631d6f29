import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId } from '../../kernel/wire.ts';

const page = pageNumber;

/** What is confirmed about a promo begins with `promos:confirm:`, as scripts expect. */
export const confirmImportId = customId('promos:confirm:import', { planId: rowId });
/** `round`: of the codes that were shown as those to be replaced. */
export const confirmCodesId = customId('promos:confirm:recode', {
  promoId: rowId,
  round: rowCount,
});

export const expectedId = customId('rosters:expected', { promoId: rowId });
export const pageId = customId('rosters:page', { promoId: rowId, page });

const fileLine = z.object({ line: z.number().int(), lastName: z.string(), firstName: z.string(), email: z.string() });

/** A file as it was read, as `roster_plan` keeps it. */
export const readFile = z.object({
  lines: z.array(fileLine),
  invalid: z.array(
    z.object({
      line: z.number().int(),
      faults: z.array(
        z.object({ field: z.enum(['lastName', 'firstName', 'email']), fault: z.enum(['blank', 'long', 'characters']) }),
      ),
      /** The line that has the same address already. */
      sameAs: z.number().int().nullable(),
      /** The address, where it can be read: who has it is not taken for gone. */
      email: z.string().nullable(),
    }),
  ),
});
export type ReadFile = z.infer<typeof readFile>;
export type FileLine = ReadFile['lines'][number];
export type InvalidLine = ReadFile['invalid'][number];
