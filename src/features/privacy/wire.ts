import { customId } from '../../kernel/wire.ts';

export const dataId = customId('privacy:data', {});
export const exportId = customId('privacy:export', {});
export const eraseId = customId('privacy:erase', {});
export const confirmEraseId = customId('privacy:confirm', {});
