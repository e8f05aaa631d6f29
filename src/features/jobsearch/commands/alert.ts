import { button, command, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form } from '../../../discord/form.ts';
import { choice, integer, optional } from '../../../discord/options.ts';
import { anyone, seeker } from '../../../discord/policy.ts';
import type { Text } from '../../../kernel/text.ts';
import { emptyAlert, text, unknownAlert } from '../messages/alert.ts';
import { filtersOf, isEmpty } from '../rules/filter.ts';
import * as service from '../service/alert.ts';
import { readSearch } from '../service/search.ts';
import { alertNote, alertsCard, immediately, switchedNote } from '../views/alert.ts';
import {
  alertFormId,
  alertsId,
  deleteId,
  editAlertId,
  editFormId,
  followId,
  newAlertId,
  offId,
  onId,
  switchId,
  whenId,
} from '../wire.ts';
import { filterFields, filterOptions, shownIn } from './option.ts';
import { personOf } from './search.ts';

async function cardOf(context: Context, note: Text | null = null) {
  return alertsCard(await service.readAlerts(context.db, personOf(context)), context.locale, note);
}

const unlessSaid: service.When = { isImmediate: false, hour: null };

async function create(context: Context, filters: ReturnType<typeof filtersOf>, when: service.When = unlessSaid) {
  const { db, clock, locale } = context;
  const alert = await service.createAlert(db, personOf(context), { filters, when, locale, now: clock.now() });
  return cardOf(context, alertNote('created', alert));
}

export const alert = command({
  name: { en: 'job alert', fr: 'offre alerte' },
  description: text.command,
  policy: seeker,
  answer: 'ephemeral',
  options: {
    ...filterOptions,
    when: optional(choice({ fr: 'quand', description: text.whenOption, choices: text.whens })),
    hour: optional(integer({ fr: 'heure', description: text.hourOption, min: 0, max: 23 })),
  },
  async run(context, { when, hour, ...typed }) {
    const filters = filtersOf(typed);
    if (isEmpty(filters)) {
      // Nothing asked for: these are the alerts. A time alone belongs to no alert.
      if (when !== undefined || hour !== undefined) throw emptyAlert();
      return cardOf(context);
    }
    return create(context, filters, { isImmediate: when === 'immediate', hour: hour ?? null });
  },
});

export const openAlerts = button({ id: alertsId, policy: seeker, answer: 'ephemeral', run: (context) => cardOf(context) });

export const alertForm = form({
  id: alertFormId,
  policy: seeker,
  answer: 'update',
  title: text.createTitle,
  fields: filterFields,
  run: (context, _params, { text: words, place, contract: [contract], remote: [remote], level: [level] }) =>
    create(context, filtersOf({ text: words, place, contract, remote, level })),
});

export const newAlert = button({
  id: newAlertId,
  policy: seeker,
  answer: 'modal',
  run: async ({ locale }) => alertForm.open(locale, {}),
});

/** An alert with what the search asked for. */
export const follow = button({
  id: followId,
  policy: seeker,
  answer: 'ephemeral',
  async run(context, { number }) {
    return create(context, await readSearch(context.db, personOf(context), number));
  },
});

export const editForm = form({
  id: editFormId,
  policy: seeker,
  answer: 'update',
  title: text.editTitle,
  fields: filterFields,
  async run(context, { alertId }, { text: words, place, contract: [contract], remote: [remote], level: [level] }) {
    const { db, clock, locale } = context;
    const filters = filtersOf({ text: words, place, contract, remote, level });
    const changed = await service.changeAlert(db, personOf(context), { alertId, filters, locale, now: clock.now() });
    return cardOf(context, alertNote('changed', changed));
  },
});

export const editAlert = button({
  id: editAlertId,
  policy: seeker,
  answer: 'modal',
  async run(context, { alertId }) {
    const found = await service.getAlert(context.db, personOf(context), alertId);
    return editForm.open(context.locale, { alertId }, shownIn(found));
  },
});

export const chooseWhen = select({
  id: whenId,
  policy: seeker,
  answer: 'update',
  async run(context, { alertId }, [chosen]) {
    const isHour = /^(\d|1\d|2[0-3])$/.test(chosen ?? '');
    if (chosen !== immediately && !isHour) throw unknownAlert();
    const when: service.When = { isImmediate: chosen === immediately, hour: isHour ? Number(chosen) : null };
    await service.chooseWhen(context.db, personOf(context), { alertId, when, now: context.clock.now() });
    return cardOf(context);
  },
});

export const switchAlert = button({
  id: switchId,
  policy: seeker,
  answer: 'update',
  async run(context, { alertId, on }) {
    await service.switchAlert(context.db, personOf(context), { alertId, isOn: on === 1, now: context.clock.now() });
    return cardOf(context);
  },
});

export const deleteAlert = button({
  id: deleteId,
  policy: seeker,
  answer: 'update',
  async run(context, { alertId }) {
    await service.deleteAlert(context.db, personOf(context), alertId);
    return cardOf(context, text.deleted);
  },
});

/** From the message itself, where nobody may have a role: a message that nobody wants any more is always stopped. */
export const off = button({
  id: offId,
  policy: anyone,
  answer: 'ephemeral',
  async run({ db, actor, clock, locale }, { guildId, alertId }) {
    const person = { guildId, userId: actor.userId };
    return switchedNote(await service.switchAlert(db, person, { alertId, isOn: false, now: clock.now() }), locale);
  },
});

export const on = button({
  id: onId,
  policy: anyone,
  answer: 'update',
  async run({ db, actor, clock, locale }, { guildId, alertId }) {
    const person = { guildId, userId: actor.userId };
    return switchedNote(await service.switchAlert(db, person, { alertId, isOn: true, now: clock.now() }), locale);
  },
});
