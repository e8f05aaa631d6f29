import { bold, escapeMarkdown, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import type { Told } from '../wire.ts';

type About = { title: string; reason: string | null; expiresAt: Date | null };

const why = (reason: string | null): Text => {
  const typed = reason ? `\n> ${escapeMarkdown(reason).replace(/\n/g, '\n> ')}` : '';
  return { fr: typed, en: typed };
};

/** What an author is told, by what became of their offer. */
export const told: Record<Told, (about: About) => Text> = {
  published: ({ title }) => ({
    fr: `${bold(title)} est en ligne. L’équipe la relira ensuite.`,
    en: `${bold(title)} is online. Staff will read it afterwards.`,
  }),
  approved: ({ title, expiresAt }) => ({
    fr: `Bonne nouvelle : ${bold(title)} est acceptée et paraît dans le forum des offres${expiresAt ? `, jusqu’au ${timeOf(expiresAt, 'D')}` : ''}.`,
    en: `Good news: ${bold(title)} is approved and appears in the forum of offers${expiresAt ? `, until ${timeOf(expiresAt, 'D')}` : ''}.`,
  }),
  asked: ({ title }) => ({
    fr: `L’équipe demande des modifications à ${bold(title)} avant d’aller plus loin :`,
    en: `Staff ask for changes to ${bold(title)} before going on:`,
  }),
  refused: ({ title, reason }) => ({
    fr: `${bold(title)} n’a pas été acceptée :${why(reason).fr}\nVous pouvez la corriger et l’envoyer de nouveau.`,
    en: `${bold(title)} was not accepted:${why(reason).en}\nYou can correct it and send it again.`,
  }),
  edit_approved: ({ title }) => ({
    fr: `Votre modification de ${bold(title)} est acceptée et paraît dans le forum.`,
    en: `Your change of ${bold(title)} is approved and appears in the forum.`,
  }),
  edit_refused: ({ title, reason }) => ({
    fr: `Votre modification de ${bold(title)} n’a pas été acceptée :${why(reason).fr}\nL’offre reste en ligne comme avant.`,
    en: `Your change of ${bold(title)} was not accepted:${why(reason).en}\nThe offer stays online as it was.`,
  }),
  hidden: ({ title }) => ({
    fr: `${bold(title)} est masquée pendant que l’équipe la vérifie : plusieurs personnes l’ont signalée. Vous saurez ce qu’elle décide.`,
    en: `${bold(title)} is hidden while staff check it: several people reported it. You will be told what follows.`,
  }),
  shown: ({ title }) => ({
    fr: `L’équipe a vérifié ${bold(title)} : tout est en ordre, elle est de nouveau en ligne.`,
    en: `Staff have checked ${bold(title)}: all is in order, it is online again.`,
  }),
  removed: ({ title, reason }) => ({
    fr: `L’équipe a retiré ${bold(title)} :${why(reason).fr}\nÉcrivez à l’équipe si c’est une erreur.`,
    en: `Staff have removed ${bold(title)}:${why(reason).en}\nWrite to the staff if that is a mistake.`,
  }),
  paused: ({ title }) => ({
    fr: `${bold(title)} est masquée : votre entreprise n’est plus vérifiée. \`/entreprise voir\` dit pourquoi ; l’offre revient dès qu’elle l’est de nouveau, pour le temps qui restait, et se termine après 45 jours. Si le poste est pourvu, dites-le dès maintenant.`,
    en: `${bold(title)} is hidden: your company is no longer verified. \`/company show\` says why; the offer comes back once it is again, for the time that was left, and ends after 45 days. If the post is filled, say so now.`,
  }),
  resumed: ({ title }) => ({
    fr: `Votre entreprise est de nouveau vérifiée : ${bold(title)} est de nouveau en ligne.`,
    en: `Your company is verified again: ${bold(title)} is online again.`,
  }),
  expiring: ({ title, expiresAt }) => ({
    fr: `${bold(title)} se termine ${expiresAt ? timeOf(expiresAt, 'R') : 'bientôt'}. La prolonger de 45 jours, ou le poste est-il pourvu ? Sans réponse, elle se termine d’elle-même.`,
    en: `${bold(title)} ends ${expiresAt ? timeOf(expiresAt, 'R') : 'soon'}. Keep it open for 45 more days, or is the post filled? Without an answer it ends by itself.`,
  }),
  expired: ({ title }) => ({
    fr: `${bold(title)} est arrivée à sa fin et n’est plus en ligne. Vous pouvez publier une nouvelle offre à tout moment.`,
    en: `${bold(title)} has come to its end and is no longer online. You can post a new offer at any time.`,
  }),
  company_left: ({ title }) => ({
    fr: `${bold(title)} est clôturée : plus personne ne répond pour son entreprise.`,
    en: `${bold(title)} is closed: nobody answers for its company any more.`,
  }),
  lost: ({ title }) => ({
    fr: `Le message de ${bold(title)} a été supprimé du forum. Voulez-vous le publier de nouveau, ou clôturer l’offre ? Sans réponse, elle est clôturée dans sept jours.`,
    en: `The post of ${bold(title)} was deleted from the forum. Post it again, or close the offer? Without an answer it is closed in seven days.`,
  }),
};

export const orphaned = (title: string): Text => ({
  fr: `${bold(title)} est clôturée : la personne de votre entreprise qui l’avait publiée est partie. Si vous cherchez toujours, publiez-la de nouveau à votre nom avec \`/offre publier\`.`,
  en: `${bold(title)} is closed: the person of your company who had posted it has left. If you still look for somebody, post it again in your name with \`/job post\`.`,
});

export const threadName: Text = { fr: 'Vos offres', en: 'Your offers' };
export const openServer: Text = { fr: 'Ouvrir le serveur', en: 'Open the server' };
export const howToChange: Text = {
  fr: 'Sur le serveur, `/offre liste` ouvre l’offre avec ces demandes à côté de chaque rubrique.',
  en: 'On the server, `/job mine` opens the offer with these requests beside each part.',
};
