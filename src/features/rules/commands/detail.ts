import { button, command } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { channels, checkbox, form, longText, people, roles, shortText } from '../../../discord/form.ts';
import { invalidForm, problem } from '../../../discord/messages.ts';
import { admin } from '../../../discord/policy.ts';
import { readSeconds, writeSeconds } from '../../../kernel/lapse.ts';
import type { Text } from '../../../kernel/text.ts';
import { fields as labels } from '../messages/field.ts';
import { noSample, saidFault, tooLongForForm } from '../messages/refusal.ts';
import { text } from '../messages/rule.ts';
import { faultsOf } from '../rules/field.ts';
import { bounds, counterFields, type Draft } from '../rules/rule.ts';
import { changeDraft, editRule, getDraft, type Written } from '../service/draft.ts';
import { findTyped, getRule } from '../service/rule.ts';
import { pastSamples, type Sample, tryRule, typedSamples } from '../service/sample.ts';
import { draftScreen, trialScreen } from '../views/draft.ts';
import {
  counterFormId,
  counterId,
  exemptFormId,
  exemptId,
  nameFormId,
  nameId,
  tryId,
  tryTextFormId,
  tryTextId,
} from '../wire.ts';
import { ruleOption } from './rule.ts';

const screen = (context: Context, written: Written, done = '') => draftScreen(written, context.locale, done);
const openFor = (context: Context, draftId: number) => getDraft(context.db, changeBy(context), draftId);

const refuse = (label: Text, said: Text) => invalidForm([problem.ofField(label, said)]);

const labelOf = (name: string): Text => labels[name] ?? { fr: name, en: name };

export const nameForm = form({
  id: nameFormId,
  policy: admin,
  answer: 'update',
  title: text.nameTitle,
  fields: {
    name: shortText({ label: labelOf('name'), max: bounds.name.max }),
    cooldown: shortText({ label: labelOf('cooldownSeconds'), description: text.pauseHelp, required: false, max: 30 }),
  },
  async run(context, { draftId }, { name, cooldown }) {
    const seconds = cooldown === '' ? 0 : readSeconds(cooldown);
    const { min, max } = bounds.cooldownSeconds;
    if (seconds === null || seconds < min || seconds > max)
      throw refuse(labelOf('cooldownSeconds'), {
        fr: text.timeBounds(writeSeconds(min), writeSeconds(max)).fr,
        en: text.timeBounds(writeSeconds(min), '24 h').en,
      });
    const change = (draft: Draft): Draft => ({ ...draft, name, cooldownSeconds: seconds });
    return screen(context, await changeDraft(context.db, changeBy(context), draftId, change));
  },
});
export const name = button({
  id: nameId,
  policy: admin,
  answer: 'modal',
  async run(context, { draftId }) {
    const { draft } = await openFor(context, draftId);
    return nameForm.open(context.locale, { draftId }, { name: draft.name, cooldown: writeSeconds(draft.cooldownSeconds) });
  },
});

const mostPicked = 25;

export const exemptForm = form({
  id: exemptFormId,
  policy: admin,
  answer: 'update',
  title: text.exemptTitle,
  fields: {
    staff: checkbox({ label: text.exemptStaff }),
    roles: roles({ label: text.exemptRoles, required: false, max: mostPicked }),
    channels: channels({ label: text.exemptChannels, required: false, max: mostPicked }),
    people: people({ label: text.exemptPeople, required: false, max: mostPicked }),
  },
  async run(context, { draftId }, typed) {
    const exemptions = { staff: typed.staff, roleIds: typed.roles, channelIds: typed.channels, userIds: typed.people };
    return screen(context, await changeDraft(context.db, changeBy(context), draftId, (draft) => ({ ...draft, exemptions })));
  },
});
export const exempt = button({
  id: exemptId,
  policy: admin,
  answer: 'modal',
  async run(context, { draftId }) {
    const { exemptions } = (await openFor(context, draftId)).draft;
    if ([exemptions.roleIds, exemptions.channelIds, exemptions.userIds].some((ids) => ids.length > mostPicked))
      throw tooLongForForm();
    return exemptForm.open(
      context.locale,
      { draftId },
      {
        staff: String(exemptions.staff),
        roles: exemptions.roleIds,
        channels: exemptions.channelIds,
        people: exemptions.userIds,
      },
    );
  },
});

export const counterForm = form({
  id: counterFormId,
  policy: admin,
  answer: 'update',
  title: text.counterTitle,
  fields: {
    name: shortText({ label: labelOf('counter.name'), description: text.counterHelp, required: false, max: 40 }),
    add: shortText({ label: labelOf('add'), required: false, max: 10 }),
    decay: shortText({ label: labelOf('decayPerHour'), required: false, max: 10 }),
    at: shortText({ label: labelOf('at'), required: false, max: 10 }),
  },
  async run(context, { draftId }, typed) {
    const numberOf = (words: string) => (/^\d+$/.test(words) ? Number(words) : words);
    const counter = {
      name: typed.name,
      add: numberOf(typed.add),
      decayPerHour: numberOf(typed.decay),
      at: numberOf(typed.at),
    };
    const problems = typed.name === '' ? [] : counterProblems(counter);
    if (problems.length > 0) throw invalidForm(problems);
    const change = ({ counter: _former, ...draft }: Draft): Draft =>
      typed.name === '' ? draft : { ...draft, counter: counter as NonNullable<Draft['counter']> };
    return screen(context, await changeDraft(context.db, changeBy(context), draftId, change));
  },
});

function counterProblems(counter: Record<string, unknown>): Text[] {
  return Object.entries(counterFields).flatMap(([key, field]) => {
    const read = field.schema.safeParse(counter[key]);
    if (read.success) return [];
    const label = key === 'name' ? labelOf('counter.name') : labelOf(key);
    return faultsOf(read.error).map((fault) => problem.ofField(label, saidFault(fault)));
  });
}

export const counter = button({
  id: counterId,
  policy: admin,
  answer: 'modal',
  async run(context, { draftId }) {
    const { draft } = await openFor(context, draftId);
    const now = draft.counter;
    const shown = (key: 'add' | 'decayPerHour' | 'at') => String(now?.[key] ?? counterFields[key].initial);
    return counterForm.open(
      context.locale,
      { draftId },
      { name: now?.name ?? '', add: shown('add'), decay: shown('decayPerHour'), at: shown('at') },
    );
  },
});

async function trial(context: Context, { id, draft }: Pick<Written, 'id' | 'draft'>, samples: readonly Sample[]) {
  if (samples.length === 0) throw noSample();
  return trialScreen(id, await tryRule(context.db, context.actor.guildId, draft, samples), context.locale);
}

export const tryDraft = button({
  id: tryId,
  policy: admin,
  answer: 'update',
  async run(context, { draftId }) {
    const written = await openFor(context, draftId);
    const samples = await pastSamples(context.db, context.actor.guildId, context.clock.now());
    // Nothing is kept yet: an empty trial is where examples are typed.
    return samples.length === 0 ? trialScreen(draftId, { tried: 0, hits: [] }, context.locale) : trial(context, written, samples);
  },
});

export const tryTextForm = form({
  id: tryTextFormId,
  policy: admin,
  answer: 'update',
  title: text.tryTitle,
  fields: { samples: longText({ label: text.trySamples, description: text.trySamplesHelp, max: 4_000 }) },
  async run(context, { draftId }, { samples }) {
    const written = await openFor(context, draftId);
    return trial(context, written, typedSamples(samples, { userId: context.actor.userId, now: context.clock.now() }));
  },
});
export const tryText = button({
  id: tryTextId,
  policy: admin,
  answer: 'modal',
  async run(context, { draftId }) {
    await openFor(context, draftId);
    return tryTextForm.open(context.locale, { draftId });
  },
});

/** A rule that exists, on what is known of the past: it is opened as a draft, from where it can be mended at once. */
export const tryRuleCommand = command({
  name: { en: 'rule try', fr: 'regle essayer' },
  description: text.try,
  policy: admin,
  answer: 'ephemeral',
  options: { rule: ruleOption },
  async run(context, { rule }) {
    const { id } = await findTyped(context.db, context.actor.guildId, rule);
    await getRule(context.db, context.actor.guildId, id);
    const written = await editRule(context.db, changeBy(context), id);
    return trial(context, written, await pastSamples(context.db, context.actor.guildId, context.clock.now()));
  },
});
