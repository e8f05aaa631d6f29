import { button, command } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { checkboxes, form, longText, menu, shortText } from '../../../discord/form.ts';
import { anyone, author } from '../../../discord/policy.ts';
import { dayOf } from '../../../kernel/day.ts';
import { contracts, levels, postId } from '../../../kernel/hiring.ts';
import { text } from '../messages/author.ts';
import { limits, type OfferContent } from '../rules/content.ts';
import type { Facts } from '../rules/finding.ts';
import { moreTyped, remoteChoices, termsTyped, textTyped, withMore, withTerms, withText } from '../rules/reading.ts';
import { beginDraft, describeDraft, dropDraft, requireEmployer, saveForm } from '../service/draft.ts';
import { type Deed, getOwn, latestOf } from '../service/offer.ts';
import { submitOffer } from '../service/submit.ts';
import { draftScreen, findingsScreen, mineButton, previewScreen, sureScreen } from '../views/draft.ts';
import { say } from '../views/part.ts';
import {
  draftId,
  dropId,
  findingsId,
  moreId,
  openMoreId,
  openTermsId,
  openTextId,
  previewId,
  relayTextId,
  submitId,
  sureDropId,
  termsId,
  textId,
} from '../wire.ts';

export const deedOf = ({ actor, clock }: Context, offerId: number): Deed => ({
  guildId: actor.guildId,
  offerId,
  actorId: actor.userId,
  now: clock.now(),
});

// More than the rules allow, so that they can say by how much, and nothing that was typed is lost.
const titleField = shortText({ label: text.title, description: text.titleHelp, max: 150 });
const missionsField = longText({ label: text.missions, description: text.missionsHelp, max: 3_000 });
const profileField = longText({ label: text.profile, description: text.profileHelp, max: 2_000, required: false });
const processField = longText({ label: text.process, description: text.processHelp, max: 1_200, required: false });

type Typed = { title: string; missions: string; profile: string; process: string; link?: string; company?: string };

/** The first form: the draft exists from now on. */
async function saveText(context: Context, offerId: number, typed: Typed) {
  const { db, locale } = context;
  const write = (content: OfferContent) => withText(content, typed);
  const draft =
    offerId === 0
      ? await beginDraft(db, { ...deedOf(context, 0), locale, isAlumni: (await context.keys()).has('alumni') }, write)
      : await saveForm(db, deedOf(context, offerId), {
          fields: ['company', 'title', 'missions', 'profile', 'process', 'link'],
          write,
        });
  return draftScreen(draft, locale);
}

export const textForm = form({
  id: textId,
  policy: anyone,
  answer: 'update',
  title: text.textForm,
  fields: {
    title: titleField,
    missions: missionsField,
    profile: profileField,
    process: processField,
    link: shortText({ label: text.link, description: text.linkHelp, max: 500, required: false }),
  },
  run: (context, { offerId }, typed) => saveText(context, offerId, typed),
});

export const relayForm = form({
  id: relayTextId,
  policy: anyone,
  answer: 'update',
  title: text.textForm,
  fields: {
    company: shortText({ label: text.company, description: text.companyHelp, min: 2, max: limits.company }),
    title: titleField,
    missions: missionsField,
    profile: profileField,
    process: processField,
  },
  run: (context, { offerId }, typed) => saveText(context, offerId, typed),
});

export const termsForm = form({
  id: termsId,
  policy: anyone,
  answer: 'update',
  title: text.termsForm,
  fields: {
    contract: menu({ label: text.contract, choices: contracts }),
    place: shortText({ label: text.place, description: text.placeHelp, max: 100, required: false }),
    remote: menu({ label: text.remote, choices: remoteChoices }),
    pay: shortText({ label: text.pay, description: text.payHelp, max: 150, required: false }),
    dates: shortText({ label: text.dates, description: text.datesHelp, max: 400, required: false }),
  },
  async run(context, { offerId }, { contract: [contract], remote: [remote], ...typed }) {
    const draft = await saveForm(context.db, deedOf(context, offerId), {
      fields: ['contract', 'place', 'remote', 'pay', 'dates'],
      write: (content: OfferContent, { today }: Facts) => withTerms(content, { contract, remote, ...typed }, dayOf(today)),
    });
    return draftScreen(draft, context.locale);
  },
});

export const moreForm = form({
  id: moreId,
  policy: anyone,
  answer: 'update',
  title: text.moreForm,
  fields: {
    skills: longText({ label: text.skills, description: text.skillsHelp, max: 1_000, required: false }),
    level: menu({ label: text.level, choices: levels, required: false }),
    conditions: checkboxes({
      label: text.conditions,
      choices: { diploma: text.diploma, agreement: text.agreement },
      required: false,
    }),
    posts: shortText({ label: text.posts, max: 10, required: false }),
    accessibility: longText({ label: text.accessibility, description: text.accessibilityHelp, max: 600, required: false }),
  },
  async run(context, { offerId }, { level: [level], ...typed }) {
    const draft = await saveForm(context.db, deedOf(context, offerId), {
      fields: ['skills', 'level', 'conditions', 'posts', 'accessibility'],
      write: (content) => withMore(content, { ...typed, level }),
    });
    return draftScreen(draft, context.locale);
  },
});

async function openFirst(context: Context) {
  const { db, actor, locale } = context;
  const isAlumni = (await context.keys()).has('alumni');
  const employer = await requireEmployer(db, { guildId: actor.guildId, userId: actor.userId, isAlumni });
  return employer ? textForm.open(locale, { offerId: 0 }) : relayForm.open(locale, { offerId: 0 });
}

export const post = command({
  name: { en: 'job post', fr: 'offre publier' },
  description: text.postCommand,
  policy: author,
  answer: 'modal',
  options: {},
  run: openFirst,
});

export const postButton = button({ id: postId, policy: author, answer: 'modal', run: openFirst });

const ownOf = ({ db, actor }: Context, offerId: number) => getOwn(db, { guildId: actor.guildId, userId: actor.userId, offerId });

export const openText = button({
  id: openTextId,
  policy: anyone,
  answer: 'modal',
  async run(context, { offerId }) {
    const offer = await ownOf(context, offerId);
    const { link, company, ...typed } = textTyped(latestOf(offer));
    if (offer.companyId !== null) return textForm.open(context.locale, { offerId }, { ...typed, link });
    return relayForm.open(context.locale, { offerId }, { ...typed, company });
  },
});

export const openTerms = button({
  id: openTermsId,
  policy: anyone,
  answer: 'modal',
  async run(context, { offerId }) {
    const typed = termsTyped(latestOf(await ownOf(context, offerId)), context.locale);
    return termsForm.open(context.locale, { offerId }, typed);
  },
});

export const openMore = button({
  id: openMoreId,
  policy: anyone,
  answer: 'modal',
  async run(context, { offerId }) {
    const typed = moreTyped(latestOf(await ownOf(context, offerId)), context.locale);
    return moreForm.open(context.locale, { offerId }, typed);
  },
});

export const draft = button({
  id: draftId,
  policy: anyone,
  answer: 'update',
  run: async (context, { offerId }) => draftScreen(await describeDraft(context.db, deedOf(context, offerId)), context.locale),
});

export const preview = button({
  id: previewId,
  policy: anyone,
  answer: 'update',
  run: async (context, { offerId }) => previewScreen(await describeDraft(context.db, deedOf(context, offerId)), context.locale),
});

export const findings = button({
  id: findingsId,
  policy: anyone,
  answer: 'update',
  run: async (context, { offerId, page }) =>
    findingsScreen(await describeDraft(context.db, deedOf(context, offerId)), page, context.locale),
});

export const submit = button({
  id: submitId,
  policy: anyone,
  answer: 'update',
  async run(context, { offerId }) {
    const { became } = await submitOffer(context.db, deedOf(context, offerId));
    return say(context.t(became === 'published' ? text.published : text.sent), [mineButton(context.locale)]);
  },
});

export const drop = button({
  id: dropId,
  policy: anyone,
  answer: 'update',
  run: async (context, { offerId }) => sureScreen(await ownOf(context, offerId), context.locale),
});

export const sureDrop = button({
  id: sureDropId,
  policy: anyone,
  answer: 'update',
  async run(context, { offerId }) {
    await dropDraft(context.db, deedOf(context, offerId));
    return say(context.t(text.dropped), [mineButton(context.locale)]);
  },
});
