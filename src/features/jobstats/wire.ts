import { customId } from '../../kernel/wire.ts';

export const openId = customId('jobstats:open', {});
