import { z } from 'zod';
import { customId } from '../../kernel/wire.ts';

export const pageId = customId('home:page', { page: z.coerce.number().int().min(0).max(99) });
