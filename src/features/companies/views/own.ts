import { type APIButtonComponent, type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, row, rows } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { factNames, standingText, stateNames, text } from '../messages/company.ts';
import { type FactKey, factKeys, spacedSiret } from '../rules/facts.ts';
import { awaits, canRenew, leastResponses } from '../rules/life.ts';
import type { PublicCompany } from '../service/card.ts';
import type { Company, Recruiter } from '../service/company.ts';
import type { Saved } from '../service/registration.ts';
import { answerId, editId, leaveId, leaveSureId, ownId, peopleId, renewId } from '../wire.ts';
import { bounded, done, field, nameOf, quoted, shortField, siteOf } from './part.ts';

/** What the state means for its people now. */
export function standingOf(company: Company, now: Date): Text {
  const { state, verifiedUntil } = company;
  if (state !== 'verified')
    return awaits(company) === 'staff' && state !== 'pending' ? standingText.beingRead : standingText[state];
  const until = verifiedUntil ? timeOf(verifiedUntil, 'D') : '';
  return (canRenew(company, now) ? standingText.expiring : standingText.verified)(until);
}

/** What waits for its people to act, with the button for it; null when nothing does. */
export function nextStep(company: Company, now: Date): { label: Text; customId: string } | null {
  const { id: companyId, guildId, state } = company;
  const key = { guildId, companyId };
  if (awaits(company) === 'person' || (state === 'suspended' && company.review === null))
    return { label: text.answer, customId: answerId.encode(key) };
  if (state === 'refused') return { label: text.tryAgain, customId: editId.encode(key) };
  return canRenew(company, now) ? { label: text.renew, customId: renewId.encode(key) } : null;
}

export type OwnCompany = PublicCompany & { recruiters: readonly Recruiter[] };

const peopleLine = (recruiters: readonly Recruiter[], locale: Locale): string =>
  recruiters.map(({ userId }, index) => `<@${userId}>${index === 0 ? ` (${text.lead[locale]})` : ''}`).join(', ');

const shown = (key: FactKey, value: string): string =>
  key === 'siret' ? spacedSiret(value) : key === 'website' ? siteOf(value) : escapeMarkdown(value);

function ownEmbed({ company, openOffers, recruiters }: OwnCompany, locale: Locale, now: Date): APIEmbed {
  const { question, reason, state, proposal } = company;
  const proposed = factKeys.flatMap((key) => {
    const value = (proposal as Partial<Record<FactKey, string>> | null)?.[key];
    return value === undefined ? [] : [text.proposedFact(factNames[key], shown(key, value))[locale]];
  });
  const standing = [...(state === 'verified' ? [] : [`**${stateNames[state][locale]}**`]), standingOf(company, now)[locale]];
  if (company.review === 'staff' && state === 'verified') standing.push(standingText.beingRead[locale]);
  return bounded({
    title: cut(text.ownTitle(nameOf(company))[locale], 256),
    fields: [
      field(text.standing[locale], standing.join('\n')),
      ...(question && awaits(company) === 'person' ? [field(text.theyAsk[locale], quoted(question))] : []),
      ...(reason && (state === 'refused' || state === 'suspended') ? [field(text.theySay[locale], quoted(reason))] : []),
      ...factKeys
        .slice(1)
        .map((key) =>
          (key === 'about' ? field : shortField)(
            factNames[key][locale],
            company[key] === '' ? text.noAddress[locale] : shown(key, company[key]),
          ),
        ),
      ...(proposed.length > 0 ? [field(text.proposedFacts[locale], proposed.join('\n'))] : []),
      field(text.people[locale], peopleLine(recruiters, locale) || text.nobody[locale]),
      ...(openOffers > 0 ? [field(text.offers[locale], String(openOffers))] : []),
    ],
  });
}

/** To its own people: where it stands and all that they can do. */
export function ownScreen(
  own: OwnCompany,
  locale: Locale,
  { now, notice, doors = [] }: { now: Date; notice?: string; doors?: readonly APIButtonComponent[] },
): Message {
  const { company } = own;
  const key = { guildId: company.guildId, companyId: company.id };
  const next = nextStep(company, now);
  const edit = editId.encode(key);
  const buttons: APIButtonComponent[] = [
    ...(next ? [buttonOf(next.label[locale], next.customId, ButtonStyle.Primary)] : []),
    ...(company.state === 'suspended' || next?.customId === edit ? [] : [buttonOf(text.editButton[locale], edit)]),
    buttonOf(text.seePeople[locale], peopleId.encode(key)),
    buttonOf(text.leave[locale], leaveId.encode(key)),
  ];
  return { content: notice ?? '', embeds: [ownEmbed(own, locale, now)], components: [...rows(buttons), ...rows(doors)] };
}

/** After a form was saved: what happens now, in words. */
export function savedNotice({ outcome, risky, company }: Saved, locale: Locale, { isNew }: { isNew: boolean }): string {
  if (outcome === 'proposed') {
    const fields = risky.map((key) => factNames[key][locale].toLowerCase()).join(', ');
    return text.proposed(fields)[locale];
  }
  if (outcome === 'sent') return (isNew || company.state === 'pending' ? text.saved : text.sentAgain)[locale];
  return (outcome === 'applied' ? text.applied : text.unchanged)[locale];
}

/** To those who look for work: nothing that only staff and its people should see. */
export function publicCard({ company, openOffers }: PublicCompany, locale: Locale): Message {
  const { name, about, website, responseHours, responseCount, verifiedSince } = company;
  const knownResponse = responseHours !== null && responseCount >= leastResponses;
  return {
    embeds: [
      {
        title: cut(escapeMarkdown(name), 256),
        description: cut(escapeMarkdown(about), 2_000),
        fields: [
          shortField(text.website[locale], siteOf(website)),
          shortField(text.offers[locale], String(openOffers)),
          ...(knownResponse ? [field(text.response[locale], text.responseHours(responseHours, responseCount)[locale])] : []),
          ...(verifiedSince ? [field(text.verification[locale], text.verifiedSince(timeOf(verifiedSince, 'D'))[locale])] : []),
        ],
      },
    ],
  };
}

/** Leaving closes offers when one is the last: it is asked twice. */
export const leaveScreen = (company: Company, locale: Locale): Message =>
  done(
    text.leaveAsk(`**${nameOf(company)}**`)[locale],
    row(
      buttonOf(
        text.leaveSure[locale],
        leaveSureId.encode({ guildId: company.guildId, companyId: company.id }),
        ButtonStyle.Danger,
      ),
      buttonOf(text.own[locale], ownId.encode({ guildId: company.guildId })),
    ),
  );
