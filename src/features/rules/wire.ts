import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const ruleId = rowId;
const hitId = rowId;
const cardId = rowId;
const draftId = rowId;
const page = pageNumber;
const revision = rowCount;

// The rules, for administrators.
export const listId = customId('rules:list', { page });
export const openId = customId('rules:open', {});
export const showId = customId('rules:show', { ruleId });
export const foundId = customId('rules:found', { ruleId, page });
export const modeId = customId('rules:mode', { ruleId, revision, mode: z.enum(['off', 'shadow', 'on']) });
export const shadowFormId = customId('rules:shadow', { ruleId, revision });
/** Turns on those that are chosen in the proposal. */
export const turnOnId = customId('rules:turn_on', {});
export const dropId = customId('rules:drop', { ruleId });
export const sureDropId = customId('rules:drop_sure', { ruleId, revision });
export const exportId = customId('rules:export', { ruleId });
export const seedId = customId('rules:seed', {});
export const forgetId = customId('rules:forget', { ruleId });

// One that is being written.
export const newId = customId('rules:new', {});
export const editId = customId('rules:edit', { ruleId });
export const resumeId = customId('rules:resume', { draftId });
export const templateId = customId('rules:template', {});
export const beginId = customId('rules:begin', { half: z.coerce.number().int().min(0).max(1) });
export const parts = ['triggers', 'conditions', 'actions'] as const;
export type Part = (typeof parts)[number];
export const partId = customId('rules:part', { draftId, part: z.enum(parts) });
/** Adds one of the kind that is chosen: `half` tells apart the menus of what is too much for one. */
export const addId = customId('rules:add', { draftId, part: z.enum(parts), half: z.coerce.number().int().min(0).max(1) });
/** The form of one piece; `place` is where it stands, the length of the list for a new one. */
export const pieceId = customId('rules:piece', {
  draftId,
  part: z.enum(parts),
  kind: z.string().regex(/^[a-z_]{1,30}$/),
  place: z.coerce.number().int().min(0).max(20),
});
/** Opens that form for a piece that is there. */
export const amendId = customId('rules:amend', {
  draftId,
  part: z.enum(parts),
  kind: z.string().regex(/^[a-z_]{1,30}$/),
  place: z.coerce.number().int().min(0).max(20),
});
export const pickId = customId('rules:pick', { draftId, part: z.enum(parts) });
export const turnId = customId('rules:turn', { draftId, place: z.coerce.number().int().min(0).max(20) });
export const removeId = customId('rules:remove', {
  draftId,
  part: z.enum(parts),
  place: z.coerce.number().int().min(0).max(20),
  revision: rowCount,
});
export const onId = customId('rules:on', { draftId });
export const nameId = customId('rules:name', { draftId });
export const nameFormId = customId('rules:name_form', { draftId });
export const exemptId = customId('rules:exempt', { draftId });
export const exemptFormId = customId('rules:exempt_form', { draftId });
export const counterId = customId('rules:counter', { draftId });
export const counterFormId = customId('rules:counter_form', { draftId });
export const tryId = customId('rules:try', { draftId });
export const tryTextId = customId('rules:try_text', { draftId });
export const tryTextFormId = customId('rules:try_form', { draftId });
export const saveId = customId('rules:save', { draftId });
export const abandonId = customId('rules:abandon', { draftId });

// Lists of domains.
export const listKinds = ['blocked', 'allowed'] as const;
export type ListKind = (typeof listKinds)[number];
const kind = z.enum(listKinds);
export const listsId = customId('rules:lists', {});
export const listAddId = customId('rules:list_add', { kind });
export const listAddFormId = customId('rules:list_added', { kind });
export const listFileFormId = customId('rules:list_file', { kind });
export const listFileId = customId('rules:list_filed', { kind });
export const listRemoveId = customId('rules:list_remove', { kind });
export const listRemoveFormId = customId('rules:list_removed', { kind });
/** Pictures that the server wants to know again. */
export const imageAddId = customId('rules:image_add', {});
export const imageAddFormId = customId('rules:image_added', {});
export const imageRemoveId = customId('rules:image_remove', {});
export const imageRemoveFormId = customId('rules:image_removed', {});
export const recogniseId = customId('rules:recognise', { hitId });
export const listSaveId = customId('rules:list_save', { kind });

// What they found, for moderators.
export const hitsId = customId('rules:hits', { cardId });
export const hitsPageId = customId('rules:hits_page', { cardId, page });
export const hitPickId = customId('rules:hit_pick', {});
export const hitIdOpen = customId('rules:hit', { hitId });
export const mistakenId = customId('rules:mistaken', { hitId });
export const foundedId = customId('rules:founded', { hitId });
/** The same from the pages of a rule, which come back as they were. */
export const judgeId = customId('rules:judge', { hitId, verdict: z.enum(['founded', 'mistaken']), page });
export const closeId = customId('rules:close', { cardId });
/** Brings back what was taken away by a hit, or by all those of a card. */
export const restoreId = customId('moderation:restore', { hitId });
export const restoreAllId = customId('moderation:restore:all', { cardId });

const row = z.number().int().positive();
const guild = { guildId: snowflake };
/** What is kept in memory of a server's rules is read again. */
export const reloadTask = taskContract('rules.reload', z.object(guild));
/** The same of what is learnt and how tense the server is, which costs little. */
export const refreshTask = taskContract('rules.refresh', z.object(guild));
/** Pictures of a message are looked at. */
export const imageTask = taskContract(
  'rules.image',
  z.object({ ...guild, channelId: snowflake, messageId: snowflake, event: z.enum(['message', 'edit']) }),
);
/** The server has its channel of moderators: the rules that we propose begin to watch. */
export const seedTask = taskContract('rules.seed', z.object(guild));
/** One action of a hit. */
export const actTask = taskContract('rules.act', z.object({ ...guild, hitId: row, place: z.number().int().min(0) }));
/** Brings the card of what was found up to date. */
export const cardTask = taskContract('rules.card', z.object({ ...guild, cardId: row }));
export const restoreTask = taskContract('rules.restore', z.object({ ...guild, restoreId: row }));
/** Slows down or locks a channel, and gives it back when the time is over. */
export const holdTask = taskContract('rules.hold', z.object({ ...guild, holdId: row }));
/** Shows what rules would have done whose time of watching is over. */
export const askTask = taskContract('rules.ask', z.object(guild));
/** A message of ours that is no more. */
export const uncardTask = taskContract('rules.uncard', z.object({ ...guild, channelId: snowflake, messageId: snowflake }));
