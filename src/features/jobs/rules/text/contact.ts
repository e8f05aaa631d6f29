import type { OfferContent, OfferField } from '../content.ts';
import type { Facts, Finding } from '../finding.ts';
import { about, error, textsOf, warning } from './said.ts';

/** Services that hide where a link leads. */
const shorteners = new Set(
  'bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly cutt.ly rebrand.ly shorturl.at tiny.cc rb.gy t.ly bl.ink lnkd.in urlz.fr v.gd s.id linktr.ee adf.ly shorte.st qr.ae x.gd dub.sh surl.li u.to clck.ru tny.im soo.gd'.split(
    ' ',
  ),
);

const link =
  /(?:https?:\/\/|www\.)[^\s<>()]{3,300}|(?<![\w@.-])(?:[a-z0-9-]{1,40}\.){1,3}(?:com|fr|net|org|io|me|ly|gl|gg|top|xyz|info|eu|co|shop|site|online|club|app|link)(?:\/[^\s<>()]{0,300})?(?![\w@])/gi;
const email =
  /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}(?:\s?(?:@|\[at\]|\(at\))\s?|\sarobase\s)[\p{L}\d-]{2,60}\s?(?:\.|\[dot\]|\(dot\)|\spoint\s)\s?[a-z]{2,10}(?![\p{L}\d])|(?<![\p{L}\d._-])[\p{L}\d._-]{2,64} at [\p{L}\d-]{2,60} dot [a-z]{2,10}(?![\p{L}\d])/iu;
const phone = /(?<![\d€$£])(?:\+|00)\d{2}[ .-]?\(?0?\)?\d(?:[ .-]?\d){7,10}(?!\d)|(?<!\d)0[1-9](?:[ .-]?\d{2}){4}(?!\d)/;
const invite = /discord\.(?:gg|com\/invite|app\.com\/invite)\/\S+|discordapp\.com\/invite\/\S+/i;
const mention = /@(?:everyone|here)\b|<@[!&]?\d+>/;

const hostOf = (url: string): string => {
  const whole = /^https?:\/\//i.test(url) ? url : `https://${url}`;
  return URL.canParse(whole) ? new URL(whole).hostname.toLowerCase().replace(/^www\.|\.+$/g, '') : '';
};

/** The part of a host that is bought: `jobs.atelier.example` is of `atelier.example`. */
const siteOf = (host: string): string =>
  host
    .split('.')
    .slice(/\.(?:co|com|gouv|asso|org|ac)\.[a-z]{2}$/.test(host) ? -3 : -2)
    .join('.');

/** A domain wherever it stands: without `https`, under any ending, behind another address, or with its dot written in words. */
const spelledOut = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .replace(/%[\da-f]{2}/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[。｡]| ?[[({] ?(?:\.|dot|point) ?[\])}] ?/g, '.')
    .replace(/(?<=[a-z\d]) (?:dot|point) (?=[a-z])/g, '.');
const bounded = (domain: string): RegExp =>
  new RegExp(`(?<![\\w-])${domain.toLowerCase().replace(/[^a-z\d-]/g, '\\$&')}(?![\\w-]|\\.[a-z\\d])`);

function checkBlocked(texts: readonly { field: OfferField; text: string }[], domains: readonly string[]): Finding[] {
  if (domains.length === 0) return [];
  const patterns = domains.map((domain) => ({ domain, pattern: bounded(domain) }));
  return texts.flatMap(({ field, text }) => {
    const read = spelledOut(text);
    const hit = read.includes('.') ? patterns.find(({ pattern }) => pattern.test(read)) : undefined;
    if (!hit) return [];
    return [
      error({
        code: 'link.blocked',
        field,
        text: about(hit.domain, {
          fr: 'ce site est refusé sur ce serveur. Retirez-le, ou recevez les candidatures ici.',
          en: 'this site is refused on this server. Remove it, or receive applications here.',
        }),
      }),
    ];
  });
}

function checkLinks(content: OfferContent, { settings, companyWebsite }: Facts): Finding[] {
  const texts = textsOf(content);
  const found = checkBlocked(
    [...texts, ...(content.applyUrl ? [{ field: 'link' as const, text: content.applyUrl }] : [])],
    settings.blockedDomains,
  );
  const links = [
    ...texts.flatMap(({ field, text }) => [...text.matchAll(link)].slice(0, 20).map(([url]) => ({ field, url }))),
    ...(content.applyUrl ? [{ field: 'link' as const, url: content.applyUrl }] : []),
  ];
  for (const { field, url } of links) {
    const host = hostOf(url);
    if (host === '') continue;
    if (shorteners.has(host))
      found.push(
        error({
          code: 'link.short',
          field,
          text: about(url, {
            fr: 'un lien raccourci cache où il mène. Collez l’adresse complète.',
            en: 'a shortened link hides where it leads. Paste the whole address.',
          }),
        }),
      );
  }
  if (content.applyUrl) {
    const host = hostOf(content.applyUrl);
    if (/^http:/i.test(content.applyUrl))
      found.push(
        warning({
          code: 'link.insecure',
          field: 'link',
          text: about(content.applyUrl, {
            fr: 'ce lien n’est pas chiffré, et les personnes y laisseraient leur CV. Utilisez une adresse en https://.',
            en: 'this link is not encrypted, and people would leave their CV there. Use an address in https://.',
          }),
        }),
      );
    const own = companyWebsite ? siteOf(hostOf(companyWebsite)) : '';
    if (own !== '' && siteOf(host) !== own && !found.some(({ code }) => code === 'link.blocked' || code === 'link.short'))
      found.push(
        warning({
          code: 'link.other',
          field: 'link',
          text: about(content.applyUrl, {
            fr: `ce site n’est pas celui de l’entreprise (${own}). L’équipe le vérifiera ; recevoir les candidatures ici est plus simple.`,
            en: `this site is not the company’s (${own}). Staff will check it; receiving applications here is simpler.`,
          }),
        }),
      );
  }
  return found;
}

/** Ways out of the server, and what belongs to one person. */
export function checkContact(content: OfferContent, facts: Facts): Finding[] {
  const found = checkLinks(content, facts);
  for (const { field, text } of textsOf(content)) {
    const [address] = email.exec(text) ?? [];
    if (address)
      found.push(
        warning({
          code: 'contact.email',
          field,
          text: about(address, {
            fr: 'une adresse publiée reçoit du spam, et vous perdriez le suivi. Retirez-la : les candidatures arrivent ici.',
            en: 'a published address gets spam, and you would lose track. Remove it: applications arrive here.',
          }),
        }),
      );
    const [number] = phone.exec(text) ?? [];
    if (number)
      found.push(
        warning({
          code: 'contact.phone',
          field,
          text: about(number, {
            fr: 'un numéro publié reste en ligne après l’offre. Retirez-le, et donnez-le aux personnes retenues.',
            en: 'a published number stays online after the offer. Remove it, and give it to those you choose.',
          }),
        }),
      );
    const [outside] = invite.exec(text) ?? [];
    if (outside)
      found.push(
        error({
          code: 'contact.invite',
          field,
          text: about(outside, {
            fr: 'une invitation vers un autre serveur n’a pas sa place dans une offre. Retirez-la.',
            en: 'an invitation to another server has no place in an offer. Remove it.',
          }),
        }),
      );
    const [called] = mention.exec(text) ?? [];
    if (called)
      found.push(
        error({
          code: 'contact.mention',
          field,
          text: about(called, {
            fr: 'une offre n’appelle personne. Retirez cette mention : les personnes intéressées sont prévenues.',
            en: 'an offer calls nobody. Remove this mention: people who are interested are told.',
          }),
        }),
      );
  }
  return found;
}
