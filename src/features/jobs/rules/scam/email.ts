import { isFreeMail } from '../../../../kernel/mail.ts';
import { fold } from '../../../../kernel/text.ts';

/** Cheap endings that are bought for a week. */
const passing =
  /\.(?:top|xyz|click|live|buzz|icu|cyou|shop|online|site|work|vip|fun|club|space|website|rest|quest|sbs|cfd|monster|lol|store|info|cc|tk|ml|ga|cf|gq)$/;

/** Names that impostors borrow, as they stand in an address. */
const borrowed =
  /amazon|google|microsoft|facebook|meta\b|tiktok|netflix|apple|decathlon|carrefour|auchan|leclerc|lidl|ikea|leroymerlin|fnac|darty|laposte|chronopost|colissimo|dhl|fedex|ups\b|sncf|ratp|orange|bouygues|sfr\b|free\b|edf|engie|veolia|suez|totalenergies|airbus|airfrance|renault|peugeot|stellantis|michelin|danone|nestle|loreal|lvmh|hermes|chanel|dior|bnp|societegenerale|creditagricole|creditmutuel|boursorama|axa|allianz|maif|macif|capgemini|accenture|atos|thales|safran|dassault|ovh|sodexo|accor|booking|airbnb|uber|deliveroo|hellofresh|adecco|manpower|randstad|tesla|samsung|unicef|croixrouge|onu\b|unesco/;

const squeeze = (name: string): string => fold(name).replace(/[^a-z0-9]+/g, '');
const legalForm = /\b(?:sas|sasu|sarl|eurl|sa|scop|gmbh|ltd|inc|llc|groupe|group|france|association|the|cabinet|societe|et|&)\b/g;

/** How much an address does not look like that of the company: 0 when it does, or when there is none. */
export function mailDoubt(company: string, email: string): number {
  const [local = '', domain = ''] = email.toLowerCase().trim().split('@');
  if (domain === '') return 0;
  const name = squeeze(fold(company).replace(legalForm, ' '));
  const isBorrowed = borrowed.test(squeeze(company));
  if (isFreeMail(email)) {
    if (isBorrowed) return 0.6;
    return /recrut|recruit|hr|rh|job|emploi|hiring|career|talent/.test(local) ? 0.25 : 0.15;
  }
  const label = squeeze(domain.split('.').slice(0, -1).join(''));
  let doubt = passing.test(domain) ? 0.35 : 0;
  const isOwn = name !== '' && (label === name || name.startsWith(label) || label.startsWith(name));
  // decathlon-recrutement.com, amazon-jobs-eu.com: the name of another with a word added.
  if (
    isBorrowed &&
    label !== name &&
    /recrut|recruit|rh|hr|job|emploi|hiring|career|talent|europe|eu$|team|group|corp|official/.test(label.replace(name, ''))
  )
    doubt += 0.5;
  else if (isBorrowed && !isOwn && !label.includes(name)) doubt += 0.5;
  return doubt;
}
