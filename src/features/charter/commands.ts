import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { button, chosenRow, command, event, type Message, select } from '../../discord/command.ts';
import { type Context, changeBy } from '../../discord/context.ts';
import { form, longText, shortText } from '../../discord/form.ts';
import { integer, optional } from '../../discord/options.ts';
import { admin, anyone, holds } from '../../discord/policy.ts';
import type { HomeItem } from '../../kernel/feature.ts';
import { ruleId, rulesId } from '../../kernel/moderation.ts';
import { bodyLimit, mostRules, text, titleLimit } from './messages.ts';
import { findPanel, restorePanel } from './service/panel.ts';
import {
  addRule,
  adoptModel,
  countCases,
  countRules,
  editRule,
  findRule,
  findRuleByNumber,
  listRules,
  moveRule,
  retireRule,
  type ServerRule,
} from './service/rule.ts';
import { type Reader, retireScreen, ruleScreen, rulesScreen } from './views.ts';
import { addFormId, addId, editFormId, editId, modelId, moveId, pageId, pickId, retireId, retireSureId } from './wire.ts';

async function readerOf({ db, actor, keys, locale }: Context): Promise<Reader> {
  const [held, posted] = await Promise.all([keys(), findPanel(db, actor.guildId)]);
  return { isAdmin: holds(admin, held), posted, locale };
}

async function showRules(context: Context, page: number, said?: string): Promise<Message> {
  const [rules, reader] = await Promise.all([listRules(context.db, context.actor.guildId), readerOf(context)]);
  return rulesScreen(rules, page, reader, said);
}

async function showRule(context: Context, rule: ServerRule, said?: string): Promise<Message> {
  const [count, reader] = await Promise.all([countRules(context.db, context.actor.guildId), readerOf(context)]);
  return ruleScreen(rule, count, reader, said);
}

const found = ({ db, actor }: Context, id: number): Promise<ServerRule> => findRule(db, { guildId: actor.guildId, ruleId: id });

export const readRules = command({
  name: { en: 'rules', fr: 'reglement' },
  description: text.command,
  policy: anyone,
  answer: 'ephemeral',
  options: { number: optional(integer({ fr: 'numéro', description: text.numberOption, min: 1, max: mostRules })) },
  async run(context, { number }) {
    if (number === undefined) return showRules(context, 0);
    return showRule(context, await findRuleByNumber(context.db, { guildId: context.actor.guildId, number }));
  },
});

export const openRules = button({ id: rulesId, policy: anyone, answer: 'ephemeral', run: (context) => showRules(context, 0) });
export const turnPage = button({
  id: pageId,
  policy: anyone,
  answer: 'update',
  run: (context, { page }) => showRules(context, page),
});
export const openRule = button({
  id: ruleId,
  policy: anyone,
  answer: 'ephemeral',
  run: async (context, { ruleId: id }) => showRule(context, await found(context, id)),
});
export const pickRule = select({
  id: pickId,
  policy: anyone,
  answer: 'update',
  run: async (context, _params, [value]) => showRule(context, await found(context, chosenRow(value))),
});

const fields = {
  title: shortText({ label: text.titleLabel, max: titleLimit }),
  body: longText({ label: text.bodyLabel, description: text.bodyHelp, max: bodyLimit }),
  title_en: shortText({ label: text.titleEnLabel, description: text.englishHelp, required: false, max: titleLimit }),
  body_en: longText({ label: text.bodyEnLabel, required: false, max: bodyLimit }),
};
type Typed = { title: string; body: string; title_en: string; body_en: string };
const typedRule = ({ title, body, title_en: titleEn, body_en: bodyEn }: Typed) => ({ title, body, titleEn, bodyEn });

export const addForm = form({
  id: addFormId,
  policy: admin,
  answer: 'update',
  title: text.addTitle,
  fields,
  async run(context, _params, typed) {
    const rule = await addRule(context.db, changeBy(context), typedRule(typed));
    return showRule(context, rule, context.t(text.added(rule.number)));
  },
});
export const add = button({
  id: addId,
  policy: admin,
  answer: 'modal',
  run: async ({ locale }) => addForm.open(locale, {}),
});

export const editForm = form({
  id: editFormId,
  policy: admin,
  answer: 'update',
  title: text.editTitle,
  fields,
  async run(context, address, typed) {
    const rule = await editRule(context.db, changeBy(context), address, typedRule(typed));
    return showRule(context, rule, context.t(text.edited(rule.number)));
  },
});
export const edit = button({
  id: editId,
  policy: admin,
  answer: 'modal',
  async run(context, { ruleId: id }) {
    const { title, body, titleEn, bodyEn, updatedAt } = await found(context, id);
    return editForm.open(
      context.locale,
      { ruleId: id, version: updatedAt.getTime() },
      { title, body, title_en: titleEn, body_en: bodyEn },
    );
  },
});

export const move = button({
  id: moveId,
  policy: admin,
  answer: 'update',
  async run(context, address) {
    const rule = await moveRule(context.db, changeBy(context), address);
    return showRule(context, rule, context.t(text.moved(rule.number)));
  },
});

export const retire = button({
  id: retireId,
  policy: admin,
  answer: 'update',
  async run(context, { ruleId: id }) {
    const [rule, cases] = await Promise.all([found(context, id), countCases(context.db, id)]);
    return rule.retiredAt ? showRule(context, rule) : retireScreen(rule, cases, context.locale);
  },
});
export const retireSure = button({
  id: retireSureId,
  policy: admin,
  answer: 'update',
  async run(context, { ruleId: id }) {
    await retireRule(context.db, changeBy(context), id);
    return showRules(context, 0, context.t(text.retiredSaid));
  },
});

export const takeModel = button({
  id: modelId,
  policy: admin,
  answer: 'update',
  async run(context) {
    const count = await adoptModel(context.db, changeBy(context));
    return showRules(context, 0, context.t(text.adopted(count)));
  },
});

/** To whoever can write the rules of a server that has none. */
export async function home({ db, actor, keys }: Context): Promise<readonly HomeItem[]> {
  if (!holds(admin, await keys()) || (await countRules(db, actor.guildId)) > 0) return [];
  return [{ text: text.toWrite, button: { label: text.write, customId: rulesId.encode({}) } }];
}

/** What the bot keeps posted comes back. */
export const messageDeleted = event(GatewayDispatchEvents.MessageDelete, async ({ db }, { guild_id: guildId, id }) => {
  if (guildId) await restorePanel(db, { guildId, messageIds: [id] });
});
export const messagesDeleted = event(GatewayDispatchEvents.MessageDeleteBulk, async ({ db }, { guild_id: guildId, ids }) => {
  if (guildId) await restorePanel(db, { guildId, messageIds: ids });
});
