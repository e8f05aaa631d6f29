import { button, command } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText, menu } from '../../../discord/form.ts';
import { optional, string } from '../../../discord/options.ts';
import { admin, anyone, staff } from '../../../discord/policy.ts';
import { cut } from '../../../kernel/text.ts';
import { fieldNames } from '../messages/offer.ts';
import { noAsk, unknownOffer, unreadableAmount, unreadableDomain } from '../messages/refusal.ts';
import { categories, text as reportText } from '../messages/report.ts';
import { text } from '../messages/review.ts';
import { readHiring } from '../service/facts.ts';
import { countWaiting, readQueue } from '../service/list.ts';
import { contentOf, getReadable, proposalOf } from '../service/offer.ts';
import { reportOffer } from '../service/report.ts';
import {
  approveOffer,
  askChanges,
  describeForStaff,
  getRemovable,
  getWaiting,
  keepOffer,
  refuseOffer,
  removeOffer,
} from '../service/review.ts';
import { changeHiring } from '../service/setting.ts';
import { button as drawn, say } from '../views/part.ts';
import { decidedScreen, queueScreen, queueTitle, staffCard } from '../views/review.ts';
import {
  approveId,
  changesFormId,
  changesId,
  keepId,
  queueId,
  queuePageId,
  refuseFormId,
  refuseId,
  removeFormId,
  removeId,
  reportFormId,
  reportId,
  seeId,
} from '../wire.ts';
import { deedOf } from './write.ts';

const left = ({ db, actor }: Context) => countWaiting(db, actor.guildId);

export const approve = button({
  id: approveId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { offerId, revision }) {
    const { offer } = await approveOffer(context.db, deedOf(context, offerId), revision);
    return decidedScreen(text.approved(cut(offer.title, 80)), await left(context), context.locale);
  },
});

const askText = { description: text.askHelp, max: 500 };

export const changesForm = form({
  id: changesFormId,
  policy: staff,
  answer: 'ephemeral',
  title: text.askForm,
  fields: {
    field: menu({ label: text.askField, choices: fieldNames }),
    comment: longText({ label: text.askText, ...askText }),
    field2: menu({ label: text.askField2, choices: fieldNames, required: false }),
    comment2: longText({ label: text.askText2, ...askText, required: false }),
  },
  async run(context, { offerId }, { field: [field], comment, field2: [second], comment2 }) {
    const isHalf = (second === undefined) !== (comment2 === '');
    if (!field || isHalf || field === second) throw noAsk();
    const asks = { [field]: comment, ...(second && { [second]: comment2 }) };
    const { offer } = await askChanges(context.db, deedOf(context, offerId), asks);
    const more = drawn(text.askMore, changesId.encode({ offerId }), context.locale);
    return decidedScreen(text.asked(cut(offer.title, 80)), await left(context), context.locale, [more]);
  },
});

export const changes = button({
  id: changesId,
  policy: staff,
  answer: 'modal',
  run: async ({ locale }, { offerId }) => changesForm.open(locale, { offerId }),
});

export const refuseForm = form({
  id: refuseFormId,
  policy: staff,
  answer: 'ephemeral',
  title: text.refuseForm,
  fields: { reason: longText({ label: text.reasonLabel, description: text.askHelp, max: 1_000 }) },
  async run(context, { offerId }, { reason }) {
    const { offer } = await refuseOffer(context.db, deedOf(context, offerId), reason);
    return decidedScreen(text.refused(cut(offer.title, 80)), await left(context), context.locale);
  },
});

export const refuse = button({
  id: refuseId,
  policy: staff,
  answer: 'modal',
  async run(context, { offerId }) {
    await getWaiting(context.db, deedOf(context, offerId));
    return refuseForm.open(context.locale, { offerId });
  },
});

export const removeForm = form({
  id: removeFormId,
  policy: staff,
  answer: 'ephemeral',
  title: text.removeForm,
  fields: { reason: longText({ label: text.reasonLabel, description: text.askHelp, max: 1_000 }) },
  async run(context, { offerId }, { reason }) {
    const { offer } = await removeOffer(context.db, deedOf(context, offerId), reason);
    return decidedScreen(text.removed(cut(offer.title, 80)), await left(context), context.locale);
  },
});

export const remove = button({
  id: removeId,
  policy: staff,
  answer: 'modal',
  async run(context, { offerId }) {
    await getRemovable(context.db, deedOf(context, offerId));
    return removeForm.open(context.locale, { offerId });
  },
});

export const keep = button({
  id: keepId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { offerId }) {
    const { offer } = await keepOffer(context.db, deedOf(context, offerId));
    return decidedScreen(text.kept(cut(offer.title, 80)), await left(context), context.locale);
  },
});

async function cardOf({ db, actor, clock, locale }: Context, offerId: number, above: string | null = null) {
  const found = await describeForStaff(db, { guildId: actor.guildId, offerId }, clock.now());
  if (!found) throw unknownOffer();
  return staffCard(found, { shown: contentOf(found.offer), proposed: proposalOf(found.offer) }, locale, above);
}

export const see = button({
  id: seeId,
  policy: staff,
  answer: 'ephemeral',
  run: (context, { offerId }) => cardOf(context, offerId),
});

async function queueAt(context: Context, page: number) {
  const found = await readQueue(context.db, { guildId: context.actor.guildId, at: page });
  const card = found.offerId === null ? null : await cardOf(context, found.offerId, queueTitle(found, context.locale));
  return queueScreen(card, found, context.locale);
}

export const queue = button({ id: queueId, policy: staff, answer: 'ephemeral', run: (context) => queueAt(context, 0) });

export const turnQueue = button({
  id: queuePageId,
  policy: staff,
  answer: 'update',
  run: (context, { page }) => queueAt(context, page),
});

export const reportForm = form({
  id: reportFormId,
  policy: anyone,
  answer: 'ephemeral',
  cooldownSeconds: 5,
  title: reportText.form,
  fields: {
    category: menu({ label: reportText.category, choices: categories }),
    comment: longText({ label: reportText.comment, description: reportText.commentHelp, min: 5, max: 500 }),
  },
  async run(context, { offerId }, { category: [category = 'other'], comment }) {
    await reportOffer(context.db, deedOf(context, offerId), { category, comment });
    return say(context.t(reportText.done));
  },
});

export const report = button({
  id: reportId,
  policy: anyone,
  answer: 'modal',
  async run({ db, actor, locale }, { offerId }) {
    await getReadable(db, { guildId: actor.guildId, offerId });
    return reportForm.open(locale, { offerId });
  },
});

const mostCents = 10_000;

/** `4,50`, in cents. */
function centsOf(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const [, euros, part = ''] = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*€?\s*$/.exec(typed) ?? [];
  const cents = euros === undefined ? 0 : Number(euros) * 100 + Number(part.padEnd(2, '0'));
  if (cents < 1 || cents > mostCents) throw unreadableAmount();
  return cents;
}

function domainOf(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const domain = typed
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/\/.*$/, '');
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain) || domain.length > 253) throw unreadableDomain();
  return domain;
}

const euros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

export const settings = command({
  name: { en: 'setup offers', fr: 'configurer offres' },
  description: text.settingsCommand,
  policy: admin,
  answer: 'ephemeral',
  options: {
    internship: optional(string({ fr: 'stage', description: text.internshipOption, max: 10 })),
    minimum: optional(string({ fr: 'smic', description: text.minimumOption, max: 10 })),
    block: optional(string({ fr: 'refuser', description: text.blockOption, max: 253 })),
    unblock: optional(
      string({
        fr: 'permettre',
        description: text.unblockOption,
        max: 253,
        async complete({ db, actor }, typed) {
          const { blockedDomains } = await readHiring(db, actor.guildId);
          const part = typed.trim().toLowerCase();
          return blockedDomains
            .filter((domain) => domain.includes(part) && domain.length <= 100)
            .slice(0, 25)
            .map((domain) => ({ name: domain, value: domain }));
        },
      }),
    ),
  },
  async run({ db, actor, clock, t }, { internship, minimum, block, unblock }) {
    const wanted = {
      internshipHourCents: centsOf(internship),
      minimumHourCents: centsOf(minimum),
      block: domainOf(block),
      unblock: domainOf(unblock),
    };
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    const after = await changeHiring(db, { guildId: actor.guildId, actorId: actor.userId, now: clock.now() }, given);
    return say(t(text.settings(euros(after.internshipHourCents), euros(after.minimumHourCents), after.blockedDomains)));
  },
});
