import type { OfferContent } from './content.ts';
import type { Facts, Finding } from './finding.ts';
import { checkEquality } from './law/equality.ts';
import { checkLanguage } from './law/language.ts';
import { checkTitle } from './law/title.ts';
import { checkScam } from './scam/offer.ts';
import { checkContract } from './terms/contract.ts';
import { checkDates } from './terms/date.ts';
import { checkPay } from './terms/pay.ts';
import { checkTrial } from './terms/trial.ts';
import { checkContact } from './text/contact.ts';
import { checkForm } from './text/form.ts';
import { sentencesIn } from './text/said.ts';
import { checkDuplicate } from './text/similar.ts';

/** What law, good manners and prudence say of an offer, beyond the forms being filled in. */
export function checkAdvice(content: OfferContent, facts: Facts): Finding[] {
  const sentences = sentencesIn(content);
  return [
    ...checkForm(content),
    ...checkTitle(content),
    ...checkLanguage(content),
    ...checkEquality(content, sentences),
    ...checkContract(content, sentences),
    ...checkTrial(content, sentences),
    ...checkPay(content, facts, sentences),
    ...checkDates(content, facts),
    ...checkContact(content, facts),
    ...checkDuplicate(content, facts),
    ...checkScam(content, facts),
  ];
}
