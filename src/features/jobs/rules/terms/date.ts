import { day } from '../../../../kernel/time.ts';
import type { OfferContent } from '../content.ts';
import type { Facts, Finding } from '../finding.ts';
import { error, warning } from '../text/said.ts';

/** Days from today to the last one to apply, at most: an older offer is renewed. */
export const latestDeadline = 183;
/** Days from today to the first of the job, beyond which somebody should look again. */
export const farStart = 366;

const write = (at: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
const said = (at: Date) => ({ fr: write(at, 'fr-FR'), en: write(at, 'en-GB') });
const after = (at: Date, days: number) => new Date(at.getTime() + days * day);

/** Days in their order: today, the last one to apply, the first of the job. */
export function checkDates({ startsOn, deadline }: OfferContent, { today, isOpen }: Facts): Finding[] {
  const found: Finding[] = [];
  const now = said(today);
  if (startsOn && startsOn < today && !isOpen)
    found.push(
      error({
        code: 'start.past',
        field: 'dates',
        text: {
          fr: `Début le ${said(startsOn).fr} : ce jour est passé. Choisissez le ${now.fr} ou après, ou « dès que possible ».`,
          en: `Start on ${said(startsOn).en}: this day is over. Choose ${now.en} or later, or “as soon as possible”.`,
        },
      }),
    );
  else if (startsOn && startsOn > after(today, farStart))
    found.push(
      warning({
        code: 'start.far',
        field: 'dates',
        text: {
          fr: `Début le ${said(startsOn).fr}, dans plus d’un an : vérifiez l’année.`,
          en: `Start on ${said(startsOn).en}, in more than a year: check the year.`,
        },
      }),
    );
  if (deadline && deadline < today)
    found.push(
      error({
        code: 'deadline.past',
        field: 'dates',
        text: {
          fr: `Candidatures jusqu’au ${said(deadline).fr} : ce jour est passé. Choisissez un jour à partir du ${now.fr}.`,
          en: `Applications until ${said(deadline).en}: this day is over. Choose one from ${now.en} on.`,
        },
      }),
    );
  else if (deadline && deadline > after(today, latestDeadline)) {
    const last = said(after(today, latestDeadline));
    found.push(
      error({
        code: 'deadline.far',
        field: 'dates',
        text: {
          fr: `Candidatures jusqu’au ${said(deadline).fr} : 6 mois au plus, soit le ${last.fr}. Vous pourrez renouveler l’offre.`,
          en: `Applications until ${said(deadline).en}: 6 months at most, that is ${last.en}. You can renew the offer.`,
        },
      }),
    );
  }
  if (startsOn && deadline && deadline > startsOn)
    found.push(
      error({
        code: 'deadline.after_start',
        field: 'dates',
        text: {
          fr: `Candidatures jusqu’au ${said(deadline).fr}, mais début le ${said(startsOn).fr}. Avancez la première date ou reculez la seconde.`,
          en: `Applications until ${said(deadline).en}, but the start is ${said(startsOn).en}. Bring the first forward or put the second back.`,
        },
      }),
    );
  return found;
}
