import { checkAdvice } from './advice.ts';
import type { OfferContent } from './content.ts';
import type { Facts, Finding } from './finding.ts';
import { checkStructure } from './structure.ts';

/** All that is to be said of an offer at once: errors first, each in the order of the forms. */
export function checkOffer(content: OfferContent, facts: Facts): Finding[] {
  const found = [...checkStructure(content, facts), ...checkAdvice(content, facts)];
  return [...found.filter(({ severity }) => severity === 'error'), ...found.filter(({ severity }) => severity === 'warning')];
}
