import { type Day, dateOf, dayOf } from '../../../kernel/day.ts';
import { type Contract, type Level, payPeriods, type Remote } from '../../../kernel/hiring.ts';
import { placeName, readPlace } from '../../../kernel/place.ts';
import { longestSkill, mostSkills, readSkills, skillName } from '../../../kernel/skill.ts';
import { fold, type Locale, type Text } from '../../../kernel/text.ts';
import { limits, type OfferContent, type Typed } from './content.ts';
import { readPay } from './pay.ts';
import { readTerms } from './term.ts';

/** The choices of the form; the days of `partial` are told with it. */
export const remoteChoices = {
  none: { fr: 'Sur place', en: 'On site' },
  partial_1: { fr: 'Télétravail 1 jour par semaine', en: 'Remote 1 day a week' },
  partial_2: { fr: 'Télétravail 2 jours par semaine', en: 'Remote 2 days a week' },
  partial_3: { fr: 'Télétravail 3 jours par semaine', en: 'Remote 3 days a week' },
  partial_4: { fr: 'Télétravail 4 jours par semaine', en: 'Remote 4 days a week' },
  partial: { fr: 'Télétravail partiel, à convenir', en: 'Partly remote, to be agreed' },
  full: { fr: 'Télétravail complet', en: 'Fully remote' },
} as const satisfies Record<string, Text>;
export type RemoteChoice = keyof typeof remoteChoices;

export type TextForm = { title: string; missions: string; profile: string; process: string; link?: string; company?: string };
export type TermsForm = {
  contract: Contract | undefined;
  place: string;
  remote: RemoteChoice | undefined;
  pay: string;
  dates: string;
};
export type MoreForm = {
  skills: string;
  level: Level | undefined;
  conditions: readonly string[];
  posts: string;
  accessibility: string;
};

/** Keeps what could not be read under its field, and forgets what now can. */
function typedWith(typed: Typed, field: keyof Typed, kept: string | null): Typed {
  const { [field]: _, ...others } = typed;
  return kept === null ? others : { ...others, [field]: kept };
}

const anywhere = /^(?:partout|n'importe ou|france(?: entiere)?|teletravail|full remote|remote|anywhere|a distance)$/;

/** A link that a browser opens; null for anything else. */
export function readLink(typed: string): string | null {
  const whole = /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(typed) ? `https://${typed}` : typed;
  if (!URL.canParse(whole)) return null;
  const { protocol, href, hostname, username } = new URL(whole);
  const isWeb = (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && username === '';
  return isWeb && href.length <= 500 ? href : null;
}

export function withText(content: OfferContent, form: TextForm): OfferContent {
  const { title, missions, profile, process, link, company } = form;
  const relayed = company === undefined ? {} : { relayedFor: company };
  const written = { ...content, ...relayed, title: title.replace(/\s+/g, ' ').trim(), missions, profile, process };
  if (link === undefined) return written;
  const applyUrl = link === '' ? null : readLink(link);
  const isUnread = link !== '' && applyUrl === null;
  return { ...written, applyUrl, typed: typedWith(content.typed, 'link', isUnread ? link : null) };
}

function readPlaceOf(typed: string, remote: Remote | null): Pick<OfferContent, 'city' | 'department'> | null {
  if (typed === '' || (remote === 'full' && anywhere.test(fold(typed)))) return { city: null, department: null };
  const reading = readPlace(typed);
  return reading.ok ? reading.place : null;
}

export function withTerms(content: OfferContent, form: TermsForm, today: Day): OfferContent {
  const [remote = null, days] = (form.remote?.split('_') ?? []) as [Remote?, string?];
  const place = readPlaceOf(form.place, remote);
  const pay = form.pay === '' ? null : readPay(form.pay);
  const terms = readTerms(form.dates, today, { begun: form.contract === 'internship' });
  let typed = typedWith(content.typed, 'place', place ? null : form.place);
  typed = typedWith(typed, 'pay', form.pay === '' || pay ? null : form.pay);
  typed = typedWith(typed, 'dates', terms.unread === null ? null : form.dates);
  const given = pay && 'pay' in pay ? pay.pay : null;
  return {
    ...content,
    contract: form.contract ?? null,
    remote,
    remoteDays: days === undefined ? null : Number(days),
    city: place?.city ?? null,
    department: place?.department ?? null,
    payMinCents: given?.min ?? null,
    payMaxCents: given?.max ?? null,
    payPeriod: given?.period ?? null,
    payReason: pay && 'reason' in pay ? pay.reason : null,
    months: terms.months,
    rhythm: terms.rhythm?.slice(0, limits.rhythm) ?? null,
    startsOn: terms.startsOn ? dateOf(terms.startsOn) : null,
    deadline: terms.deadline ? dateOf(terms.deadline) : null,
    typed,
  };
}

const mostPosts = 50;

export function withMore(content: OfferContent, form: MoreForm): OfferContent {
  const count = form.posts === '' ? 1 : Number(/^\d{1,2}$/.exec(form.posts)?.[0] ?? Number.NaN);
  const isRead = count >= 1 && count <= mostPosts;
  const skills = readSkills(form.skills);
  const areRead = skills.length <= mostSkills && skills.every((skill) => skill.length <= longestSkill);
  const typed = typedWith(content.typed, 'posts', isRead ? null : form.posts);
  return {
    ...content,
    skills: skills.filter((skill) => skill.length <= longestSkill).slice(0, mostSkills),
    level: form.level ?? null,
    diploma: form.conditions.includes('diploma'),
    agreement: form.conditions.includes('agreement'),
    accessibility: form.accessibility || null,
    posts: isRead ? count : 1,
    typed: typedWith(typed, 'skills', areRead ? null : form.skills),
  };
}

const number = (cents: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: cents % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 }).format(
    cents / 100,
  );

type Paid = Pick<OfferContent, 'payMinCents' | 'payMaxCents' | 'payPeriod'>;

/** `28 000 à 32 000 € brut par an`; null when no pay is given. */
export function payText({ payMinCents, payMaxCents, payPeriod }: Paid): Text | null {
  if (payMinCents === null || payMaxCents === null || payPeriod === null) return null;
  const amount = (locale: Locale, to: string) =>
    payMinCents === payMaxCents
      ? number(payMinCents, locale)
      : `${number(payMinCents, locale)} ${to} ${number(payMaxCents, locale)}`;
  return {
    fr: `${amount('fr', 'à')} € brut ${payPeriods[payPeriod].fr}`,
    en: `${amount('en', 'to')} € gross ${payPeriods[payPeriod].en}`,
  };
}

/** A day of the calendar, the same wherever it is read: `15 février 2027`. */
export const spokenDay = (date: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);

const frenchDay = (date: Date): string => dayOf(date).split('-').reverse().join('/');

/** The terms form as it is opened again: what was read as it is read back, what was not as it was typed. */
export function termsTyped(content: OfferContent, locale: Locale): Record<keyof TermsForm, string> {
  const { typed, contract, remote, remoteDays, city, department, startsOn, deadline, months, rhythm } = content;
  const until = locale === 'fr' ? 'candidatures jusqu’au' : 'apply until';
  const dates = [
    startsOn
      ? `${locale === 'fr' ? 'à partir du' : 'from'} ${frenchDay(startsOn)}`
      : contract
        ? locale === 'fr'
          ? 'dès que possible'
          : 'as soon as possible'
        : '',
    months ? `${months} ${locale === 'fr' ? 'mois' : 'months'}` : '',
    deadline ? `${until} ${frenchDay(deadline)}` : '',
    rhythm ? `${locale === 'fr' ? 'rythme' : 'rhythm'} : ${rhythm}` : '',
  ];
  return {
    contract: contract ?? '',
    place: typed.place ?? (department ? placeName({ city, department }) : ''),
    remote: remote === 'partial' && remoteDays ? `partial_${remoteDays}` : (remote ?? ''),
    pay: typed.pay ?? payText(content)?.[locale] ?? content.payReason ?? '',
    dates: typed.dates ?? dates.filter(Boolean).join(' ; '),
  };
}

export const textTyped = ({
  title,
  missions,
  profile,
  process,
  applyUrl,
  relayedFor,
  typed,
}: OfferContent): Record<keyof Required<TextForm>, string> => ({
  company: relayedFor ?? '',
  title,
  missions,
  profile,
  process,
  link: typed.link ?? applyUrl ?? '',
});

export const moreTyped = (content: OfferContent, locale: Locale) => ({
  skills: content.typed.skills ?? content.skills.map((skill) => skillName(skill)[locale]).join(', '),
  level: content.level ?? '',
  conditions: [...(content.diploma ? ['diploma'] : []), ...(content.agreement ? ['agreement'] : [])],
  posts: content.typed.posts ?? String(content.posts),
  accessibility: content.accessibility ?? '',
});
