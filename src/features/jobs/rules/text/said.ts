import { isKnownCity } from '../../../../kernel/place.ts';
import { knownSkill } from '../../../../kernel/skill.ts';
import { cut, escapeMarkdown, type Text } from '../../../../kernel/text.ts';
import type { OfferContent, OfferField } from '../content.ts';
import type { Finding } from '../finding.ts';
import { longestRead, type Sentence, sentencesOf } from './normal.ts';

type Said = { code: Finding['code']; field: OfferField; text: Text; source?: string };
export const error = (said: Said): Finding => ({ severity: 'error', ...said });
export const warning = (said: Said): Finding => ({ severity: 'warning', ...said });

const longestQuote = 90;

/** What the author typed, short enough for a list and safe to show. */
export const quoted = (typed: string): Text => {
  const shown = escapeMarkdown(cut(typed.replace(/\s+/g, ' ').trim(), longestQuote));
  return { fr: `« ${shown} »`, en: `“${shown}”` };
};

/** A quotation, what is wrong with it and what to do. */
export const about = (typed: string, what: Text): Text => {
  const { fr, en } = quoted(typed);
  return { fr: `${fr} : ${what.fr}`, en: `${en}: ${what.en}` };
};

/** Skills that are not of the curated list: text like any other. */
export const freeSkills = ({ skills }: Pick<OfferContent, 'skills'>): string[] =>
  skills.filter((skill) => knownSkill(skill) === null);

const freeCity = ({ city, department }: OfferContent): string =>
  city !== null && department !== null && !isKnownCity({ city, department }) ? city : '';

/** The texts of an offer, by the field in which they are typed: all that its author can say in their own words. */
export const textsOf = (content: OfferContent): { field: OfferField; text: string }[] =>
  [
    { field: 'company' as const, text: content.relayedFor ?? '' },
    { field: 'title' as const, text: content.title },
    { field: 'missions' as const, text: content.missions },
    { field: 'profile' as const, text: content.profile },
    { field: 'process' as const, text: content.process },
    { field: 'pay' as const, text: content.payReason ?? '' },
    { field: 'accessibility' as const, text: content.accessibility ?? '' },
    { field: 'dates' as const, text: content.rhythm ?? '' },
    { field: 'place' as const, text: freeCity(content) },
    { field: 'skills' as const, text: freeSkills(content).join('\n') },
  ]
    .filter(({ text }) => text !== '')
    .map(({ field, text }) => ({ field, text: text.slice(0, longestRead) }));

export type Placed = Sentence & { field: OfferField };

/** Every sentence with its field, for the rules that read what is written. */
export const sentencesIn = (content: OfferContent): Placed[] =>
  textsOf(content).flatMap(({ field, text }) => sentencesOf(text).map((sentence) => ({ ...sentence, field })));
