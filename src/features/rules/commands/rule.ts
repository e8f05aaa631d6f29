import { button, chosenRow, command, select } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, shortText } from '../../../discord/form.ts';
import { invalidForm, problem } from '../../../discord/messages.ts';
import { choice, integer, optional, string } from '../../../discord/options.ts';
import { admin } from '../../../discord/policy.ts';
import { note } from '../../../kernel/piece.ts';
import { bold, cut } from '../../../kernel/text.ts';
import { modes } from '../messages/kind.ts';
import { text } from '../messages/rule.ts';
import { longestShadowDays, shadowDays } from '../rules/limit.ts';
import type { Mode } from '../rules/rule.ts';
import {
  countExceptions,
  dropRule,
  figuresOfOne,
  findTyped,
  forgetExceptions,
  getRow,
  getRule,
  listRules,
  proposeRules,
  type RuleRow,
  readRow,
  setMode,
  turnOn,
} from '../service/rule.ts';
import { seedRules } from '../service/seed.ts';
import { askDrop, dropped, listScreen, ruleFile, ruleScreen } from '../views/rule.ts';
import {
  dropId,
  exportId,
  forgetId,
  listId,
  modeId,
  openId,
  seedId,
  shadowFormId,
  showId,
  sureDropId,
  turnOnId,
} from '../wire.ts';

/** The option of every command that is about one rule. */
export const ruleOption = string({
  fr: 'regle',
  description: text.rule,
  min: 1,
  max: 100,
  async complete({ db, actor, locale }, typed) {
    const rules = await proposeRules(db, actor.guildId, typed);
    return rules.map(({ id, name, mode }) => ({ name: `${name} · ${modes[mode][locale]}`, value: String(id) }));
  },
});

const listOf = async ({ db, actor, locale }: Context, page: number, done = '') =>
  listScreen(await listRules(db, actor.guildId, page), locale, done);

export async function screenOf(context: Context, row: RuleRow, done = '') {
  const { db, clock, locale } = context;
  const [figures, exceptions] = await Promise.all([figuresOfOne(db, row.id), countExceptions(db, row.id)]);
  return ruleScreen({ row, rule: readRow(row), figures, exceptions }, clock.now(), locale, done);
}

export const list = command({
  name: { en: 'rule list', fr: 'regle lister' },
  description: text.list,
  policy: admin,
  answer: 'ephemeral',
  options: {},
  run: (context) => listOf(context, 0),
});

export const listPage = button({
  id: listId,
  policy: admin,
  answer: 'update',
  run: (context, { page }) => listOf(context, page),
});

export const show = command({
  name: { en: 'rule show', fr: 'regle montrer' },
  description: text.show,
  policy: admin,
  answer: 'ephemeral',
  options: { rule: ruleOption },
  run: async (context, { rule }) => screenOf(context, await findTyped(context.db, context.actor.guildId, rule)),
});

export const showOne = button({
  id: showId,
  policy: admin,
  answer: 'update',
  run: async (context, { ruleId }) => screenOf(context, await getRow(context.db, context.actor.guildId, ruleId)),
});

export const openOne = select({
  id: openId,
  policy: admin,
  answer: 'update',
  run: async (context, _params, [value]) => screenOf(context, await getRow(context.db, context.actor.guildId, chosenRow(value))),
});

const wantedModes = { on: text.turnOn, shadow: text.watch, off: text.turnOff };

export const mode = command({
  name: { en: 'rule mode', fr: 'regle activer' },
  description: text.mode,
  policy: admin,
  answer: 'ephemeral',
  options: {
    rule: ruleOption,
    mode: choice({ fr: 'mode', description: text.wantedMode, choices: wantedModes }),
    days: optional(integer({ fr: 'jours', description: text.days, min: 1, max: longestShadowDays })),
  },
  async run(context, { rule, mode: wanted, days = shadowDays }) {
    const { db, actor, t } = context;
    const { id: ruleId } = await findTyped(db, actor.guildId, rule);
    const row = await setMode(db, changeBy(context), { ruleId, revision: null, mode: wanted, days });
    return screenOf(context, row, t(text.modeSet(modes[row.mode])));
  },
});

export const shadowForm = form({
  id: shadowFormId,
  policy: admin,
  answer: 'update',
  title: text.daysTitle,
  fields: { days: shortText({ label: text.days, description: text.daysHelp, max: 3 }) },
  async run(context, { ruleId, revision }, fields) {
    const days = /^\d+$/.test(fields.days) ? Number(fields.days) : 0;
    if (days < 1 || days > longestShadowDays) throw invalidForm([problem.ofField(text.days, text.badDays)]);
    const row = await setMode(context.db, changeBy(context), { ruleId, revision, mode: 'shadow', days });
    return screenOf(context, row, context.t(text.modeSet(modes.shadow)));
  },
});

/** On and off at once; the days of a watch are asked first. */
export const setOne = button({
  id: modeId,
  policy: admin,
  answer: 'step',
  async run(context, { ruleId, revision, mode: wanted }) {
    const { db, actor, locale, t } = context;
    if (wanted === 'shadow') {
      await getRow(db, actor.guildId, ruleId);
      return shadowForm.open(locale, { ruleId, revision }, { days: String(shadowDays) });
    }
    const row = await setMode(db, changeBy(context), { ruleId, revision, mode: wanted as Mode });
    return screenOf(context, row, t(text.modeSet(modes[row.mode])));
  },
});

/** Of what the menu of the proposal put in. A forged value names no rule. */
const chosenOf = (value: string) => {
  const [, ruleId, revision] = /^([1-9]\d{0,8})-([1-9]\d{0,8})$/.exec(value) ?? [];
  return { ruleId: Number(ruleId ?? 0), revision: Number(revision ?? 0) };
};

export const turnOnChosen = select({
  id: turnOnId,
  policy: admin,
  answer: 'ephemeral',
  async run(context, _params, values) {
    const names = await turnOn(context.db, changeBy(context), values.map(chosenOf));
    return note(context.t(text.turnedOn(names.map((name) => bold(cut(name, 40))))));
  },
});

export const drop = command({
  name: { en: 'rule delete', fr: 'regle supprimer' },
  description: text.delete,
  policy: admin,
  answer: 'ephemeral',
  options: { rule: ruleOption },
  run: async ({ db, actor, locale }, { rule }) => askDrop(await findTyped(db, actor.guildId, rule), locale),
});

export const dropOne = button({
  id: dropId,
  policy: admin,
  answer: 'update',
  run: async ({ db, actor, locale }, { ruleId }) => askDrop(await getRow(db, actor.guildId, ruleId), locale),
});

export const sureDrop = button({
  id: sureDropId,
  policy: admin,
  answer: 'update',
  async run(context, { ruleId, revision }) {
    const { db, actor, locale } = context;
    const { name } = await getRow(db, actor.guildId, ruleId);
    await dropRule(db, changeBy(context), { ruleId, revision });
    return dropped(name, locale);
  },
});

export const exportRule = command({
  name: { en: 'rule export', fr: 'regle exporter' },
  description: text.export,
  policy: admin,
  answer: 'ephemeral',
  options: { rule: ruleOption },
  async run({ db, actor }, { rule: typed }) {
    const { id } = await findTyped(db, actor.guildId, typed);
    return ruleFile((await getRule(db, actor.guildId, id)).rule, id);
  },
});

export const exportOne = button({
  id: exportId,
  policy: admin,
  answer: 'ephemeral',
  run: async ({ db, actor }, { ruleId }) => ruleFile((await getRule(db, actor.guildId, ruleId)).rule, ruleId),
});

export const seed = button({
  id: seedId,
  policy: admin,
  answer: 'update',
  async run(context) {
    const { settings, db, t } = context;
    const { locale } = await settings();
    return listOf(context, 0, t(text.seeded(await seedRules(db, changeBy(context), locale))));
  },
});

export const forget = button({
  id: forgetId,
  policy: admin,
  answer: 'update',
  async run(context, { ruleId }) {
    const { db, actor, t } = context;
    const count = await forgetExceptions(db, changeBy(context), ruleId);
    return screenOf(context, await getRow(db, actor.guildId, ruleId), t(text.forgotten(count)));
  },
});
