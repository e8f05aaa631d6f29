import { button, chosenRow, type Message, type Modal, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText } from '../../../discord/form.ts';
import { anyone, recruiter, seeker } from '../../../discord/policy.ts';
import { text, unknownOffer } from '../messages/contact.ts';
import { messageLimit } from '../rules/limit.ts';
import {
  answerContact,
  askContact,
  blockCompany,
  listContacts,
  listedContacts,
  listedTalks,
  listTalks,
  offersFor,
  waitingQuestions,
  withdrawContact,
} from '../service/contact.ts';
import { contactsScreen, offerChoice, questionsMessage, sentNote, talksScreen } from '../views/contact.ts';
import { doneNote } from '../views/profile.ts';
import {
  acceptId,
  blockId,
  contactFormId,
  contactId,
  contactOfferId,
  contactsId,
  declineId,
  questionsId,
  talksId,
  withdrawId,
} from '../wire.ts';
import { whoIs } from './profile.ts';

export const contactForm = form({
  id: contactFormId,
  policy: recruiter,
  answer: 'ephemeral',
  cooldownSeconds: 3,
  title: text.formTitle,
  fields: { message: longText({ label: text.message, description: text.messageHelp, min: 20, max: messageLimit }) },
  async run(context, { number, offerId }, { message }) {
    const { db, locale } = context;
    const open = await askContact(db, whoIs(context), { number, offerId, message, locale });
    return sentNote(number, open, locale);
  },
});

/** The form when the offer is known, else the question which. */
export const contact = button({
  id: contactId,
  policy: recruiter,
  answer: 'step',
  async run(context, { number, offerId }): Promise<Message | Modal> {
    const { db, locale } = context;
    const offers = await offersFor(db, whoIs(context), number);
    const chosen = offers.find(({ id }) => id === offerId) ?? (offers.length === 1 ? offers[0] : undefined);
    return chosen ? contactForm.open(locale, { number, offerId: chosen.id }) : offerChoice(number, offers, locale);
  },
});

export const contactFor = select({
  id: contactOfferId,
  policy: recruiter,
  answer: 'modal',
  async run(context, { number }, [value]) {
    const offers = await offersFor(context.db, whoIs(context), number);
    const chosen = offers.find(({ id }) => id === chosenRow(value));
    if (!chosen) throw unknownOffer();
    return contactForm.open(context.locale, { number, offerId: chosen.id });
  },
});

const contactsOf = async (context: Context, page: number): Promise<Message> =>
  contactsScreen(await listContacts(context.db, whoIs(context), page), listedContacts, context.locale);

export const contacts = button({
  id: contactsId,
  policy: recruiter,
  answer: 'ephemeral',
  run: (context, { page }) => contactsOf(context, page),
});

export const withdraw = button({
  id: withdrawId,
  policy: recruiter,
  answer: 'update',
  async run(context, params) {
    await withdrawContact(context.db, whoIs(context), params.contactId);
    return contactsOf(context, 0);
  },
});

// The person answers where they were asked, a direct message mostly, where nobody has roles: the question is theirs or it does not exist.

const answerWith = (answer: 'accepted' | 'declined') =>
  async function answerIt(context: Context, params: { contactId: number }): Promise<Message> {
    const { company, state } = await answerContact(context.db, whoIs(context), { contactId: params.contactId, answer });
    const said = { accepted: text.accepted(company), declined: text.declined(company), gone: text.companyGone }[state];
    return doneNote(context.t(said));
  };

export const accept = button({ id: acceptId, policy: anyone, answer: 'update', run: answerWith('accepted') });
export const decline = button({ id: declineId, policy: anyone, answer: 'update', run: answerWith('declined') });

export const block = button({
  id: blockId,
  policy: anyone,
  answer: 'update',
  async run(context, params) {
    const company = await blockCompany(context.db, whoIs(context), params.contactId);
    return doneNote(context.t(text.blocked(company)));
  },
});

export const questions = button({
  id: questionsId,
  policy: seeker,
  answer: 'ephemeral',
  run: async (context) => questionsMessage(await waitingQuestions(context.db, whoIs(context)), context.locale),
});

/** Whoever lost their roles meanwhile may still see who knows them. */
export const talks = button({
  id: talksId,
  policy: anyone,
  answer: 'ephemeral',
  run: async (context, { page }) => talksScreen(await listTalks(context.db, whoIs(context), page), listedTalks, context.locale),
});
