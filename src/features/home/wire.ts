import { z } from 'zod';
import { customId } from '../../kernel/wire.ts';

/** Other features put this in their panels, as the string `home:open`. */
export const homeId = customId('home:open', {});
export const pageId = customId('home:page', { page: z.coerce.number().int().min(0).max(99) });
