import { parse } from './suffix.ts';

/** Providers that give an address to anybody under several endings: `yahoo.fr`, `hotmail.com`. */
const freeNames = new Set(
  'gmail googlemail outlook hotmail live msn yahoo ymail rocketmail aol gmx yandex proton protonmail tutanota zoho icloud mail'.split(
    ' ',
  ),
);

/** Those that do so under one; the last two lines are addresses that anybody may open for an hour. */
const freeDomains = new Set(
  `me.com mac.com pm.me tuta.io tuta.com tutamail.com fastmail.com fastmail.fm hushmail.com mailo.com netcourrier.com mailfence.com
  inbox.com email.com usa.com web.de freenet.de t-online.de libero.it virgilio.it tiscali.it seznam.cz wp.pl o2.pl rambler.ru qq.com
  163.com 126.com sina.com naver.com hey.com duck.com skynet.be telenet.be bluewin.ch
  orange.fr wanadoo.fr free.fr sfr.fr neuf.fr cegetel.net laposte.net bbox.fr numericable.fr numericable.com noos.fr club-internet.fr
  aliceadsl.fr alice.fr voila.fr caramail.fr caramail.com dbmail.com 9online.fr 9business.fr tele2.fr libertysurf.fr freesurf.fr nordnet.fr
  infonie.fr worldonline.fr chello.fr evc.net magic.fr ovh.fr zaclys.net vivaldi.net disroot.org riseup.net
  yopmail.com yopmail.fr mailinator.com guerrillamail.com sharklasers.com 10minutemail.com temp-mail.org tempmail.com trashmail.com
  jetable.org mail-temporaire.fr getnada.com dispostable.com maildrop.cc throwawaymail.com mohmal.com emailondeck.com`.split(
    /\s+/,
  ),
);

/** What somebody buys to be found there: `exemple.fr` of `www.exemple.fr`, by the Public Suffix List; null for an address that is none. */
export const registrableDomain = (host: string): string | null => parse(host, { allowPrivateDomains: true }).domain;

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

/** True for an address that anybody can have: it proves nothing of a company. */
export function isFreeMail(email: string): boolean {
  const { domain, domainWithoutSuffix } = parse(domainOf(email));
  return domain !== null && (freeDomains.has(domain) || freeNames.has(domainWithoutSuffix ?? ''));
}
