import { bold, type Text, UserError } from '../../../kernel/text.ts';
import type { FileFault } from '../rules/file.ts';

/** Raised when the words of the consent change: who consented to what stays known. */
export const consentVersion = 1;

export const applyText = {
  title: { fr: 'Postuler', en: 'Apply' },
  message: { fr: 'Votre message', en: 'Your message' },
  messageHelp: {
    fr: 'Quelques phrases suffisent : ce qui vous attire, et une chose que vous avez faite qui s’en approche.',
    en: 'A few sentences are enough: what attracts you, and one thing you did that comes close to it.',
  },
  cv: { fr: 'CV (facultatif)', en: 'CV (optional)' },
  cvHelp: {
    fr: 'Un PDF de 5 Mo au plus. Seule l’entreprise le reçoit.',
    en: 'A PDF of at most 5 MB. Only the company receives it.',
  },
  consent: { fr: 'J’accepte la transmission', en: 'I agree to the transmission' },
  consentHelp: {
    fr: 'Mon nom, mon message et mon CV vont à l’entreprise. Retirer ma candidature les efface.',
    en: 'My name, message and CV go to the company. Withdrawing my application deletes them.',
  },
  sent: (title: string, company: string): Text => ({
    fr: `Votre candidature à ${bold(title)} part chez ${bold(company)}. Chaque étape vous sera dite par message privé ; \`/offre candidatures\` montre où elle en est.`,
    en: `Your application to ${bold(title)} is on its way to ${bold(company)}. Each step will be told to you by direct message; \`/job applications\` shows where it stands.`,
  }),
};

export const unknownOffer = () =>
  new UserError('applications.unknown_offer', {
    fr: 'Cette offre n’existe plus. `/offre chercher` en montre d’autres.',
    en: 'This offer no longer exists. `/job search` shows others.',
  });

export const notOpen = () =>
  new UserError('applications.not_open', {
    fr: 'On ne peut pas ou plus postuler à cette offre. `/offre chercher` montre celles qui sont ouvertes.',
    en: 'This offer does not take applications, or no longer. `/job search` shows those that do.',
  });

export const ownOffer = () =>
  new UserError('applications.own_offer', {
    fr: 'Cette offre est la vôtre, ou celle de votre entreprise : vous ne pouvez pas y postuler. `/offre candidatures` montre qui y a répondu.',
    en: 'This offer is yours, or your company’s: you cannot apply to it. `/job applications` shows who answered it.',
  });

export const elsewhere = (url: string) =>
  new UserError('applications.elsewhere', {
    fr: `L’entreprise reçoit les candidatures sur son propre site : <${url}>`,
    en: `The company takes applications on its own site: <${url}>`,
  });

export const alreadyApplied = () =>
  new UserError('applications.twice', {
    fr: 'Vous avez déjà postulé à cette offre. `/offre candidatures` dit où en est votre candidature.',
    en: 'You have already applied to this offer. `/job applications` shows where your application stands.',
  });

export const noConsent = () =>
  new UserError('applications.consent', {
    fr: 'Pour envoyer votre candidature, cochez *J’accepte la transmission* : sans votre accord, rien ne part. Ce que vous avez écrit est gardé, sauf le fichier.',
    en: 'To send your application, tick *I agree to the transmission*: without your consent nothing leaves. What you wrote is kept, the file is not.',
  });

const faults: Readonly<Record<FileFault, Text>> = {
  name: { fr: 'son nom doit finir par `.pdf`', en: 'its name must end in `.pdf`' },
  type: { fr: 'Discord y voit un autre genre de fichier', en: 'Discord takes it for another kind of file' },
  content: { fr: 'son contenu n’est pas celui d’un PDF', en: 'its content is not that of a PDF' },
};

export const badFile = (fault: FileFault) =>
  new UserError('applications.bad_file', {
    fr: `Votre CV doit être un PDF : ${faults[fault].fr}. Exportez-le en PDF et joignez-le de nouveau ; votre message est gardé.`,
    en: `Your CV must be a PDF: ${faults[fault].en}. Export it as PDF and attach it again; your message is kept.`,
  });
