import { type Category, categories } from '../../../kernel/moderation.ts';
import { bold, counted, s, type Text } from '../../../kernel/text.ts';

/** What each category means, under its name in the menu. */
export const categoryHelp: Record<Category, Text> = {
  illegal: { fr: 'Interdit par la loi : haine, apologie, vente illégale…', en: 'Against the law: hatred, illegal sales…' },
  minors: { fr: 'Met en danger ou vise une personne de moins de 18 ans', en: 'Endangers or targets somebody under 18' },
  sexual: { fr: 'Image ou propos sexuels, sollicitation', en: 'Sexual images or words, solicitation' },
  harassment: { fr: 'Attaques répétées, intimidation, menaces', en: 'Repeated attacks, intimidation, threats' },
  offensive: { fr: 'Insulte, moquerie, propos blessants', en: 'Insults, mockery, hurtful words' },
  misleading: { fr: 'Fausse information, image ou texte trafiqués', en: 'False information, fabricated image or text' },
  privacy: { fr: 'Donne des informations personnelles sans accord', en: 'Shares personal information without consent' },
  dangerous: { fr: 'Défi, produit ou conseil qui peut blesser', en: 'A challenge, product or advice that may hurt' },
  fraud: { fr: 'Fausse offre, hameçonnage, demande d’argent', en: 'Fake offer, phishing, request for money' },
  property: { fr: 'Copie du travail d’autrui, logiciel piraté', en: 'Copy of somebody’s work, pirated software' },
  spam: { fr: 'Messages répétés, publicité non demandée', en: 'Repeated messages, unwanted advertising' },
  other: { fr: 'Rien de cela : dites-le en quelques mots', en: 'None of these: tell us in a few words' },
};
export const categoryNames = categories;

export const text = {
  feature: { fr: 'Les signalements', en: 'Reports' },
  purpose: {
    fr: 'Signaler ce qui pose problème, le traiter vite, et protéger qui signale.',
    en: 'To report what is wrong, handle it fast, and protect who reports.',
  },
  retention: {
    fr: 'Les signalements : un an après la réponse. Ceux qui attendent encore au sujet d’une personne qui efface ses données : jusqu’au lendemain de la réponse, pour la sécurité des autres. Le message vu en ouvrant le formulaire : une heure s’il n’est pas envoyé.',
    en: 'Reports: a year after the answer. Those still waiting about somebody who erases their data: until the day after the answer, for the safety of the others. The message seen when opening the form: an hour if it is not sent.',
  },

  command: {
    fr: 'Signaler un message ou une personne à l’équipe de modération',
    en: 'Report a message or a person to the moderation team',
  },
  personOption: { fr: 'La personne à signaler', en: 'The person to report' },
  messageOption: {
    fr: 'Le lien du message : clic droit, puis Copier le lien du message',
    en: 'The link of the message: right click, then Copy Message Link',
  },
  messageMenu: { fr: 'Signaler le message', en: 'Report message' },
  memberMenu: { fr: 'Signaler la personne', en: 'Report member' },
  formTitle: { fr: 'Signaler à la modération', en: 'Report to the moderation team' },
  whom: { fr: 'Qui voulez-vous signaler ?', en: 'Whom do you want to report?' },
  whomHelp: {
    fr: 'Pour un message précis : clic droit sur le message, puis Applications.',
    en: 'For one message: right click on the message, then Apps.',
  },
  category: { fr: 'De quoi s’agit-il ?', en: 'What is it about?' },
  comment: { fr: 'Voulez-vous préciser ?', en: 'Anything to add?' },
  commentHelp: {
    fr: 'Facultatif. L’équipe le lit sans savoir qui vous êtes : n’écrivez pas votre nom.',
    en: 'Optional. The team reads it without knowing who you are: leave your name out.',
  },
  thanks: {
    fr: 'Merci, l’équipe de modération a reçu votre signalement. Elle ne voit pas votre nom, et la personne signalée ne saura pas qui vous êtes. Vous aurez un message quand il aura été examiné.',
    en: 'Thank you, the moderation team has your report. They do not see your name, and the person reported will not learn who you are. You will get a message once it was looked into.',
  },
  thanksQuiet: {
    fr: 'Merci, l’équipe de modération lira votre signalement à son prochain passage : plusieurs de vos derniers n’ont pas été retenus. Elle ne voit pas votre nom. Si quelqu’un est en danger, écrivez directement à une personne de l’équipe.',
    en: 'Thank you, the moderation team will read your report when they next come by: several of your last ones were not upheld. They do not see your name. If somebody is in danger, write to a person of the staff.',
  },
  thanksAnswered: {
    fr: 'Merci. L’équipe de modération a déjà examiné ce message : vous recevez sa réponse.',
    en: 'Thank you. The moderation team already looked into this message: you will get their answer.',
  },

  /** To who reported: never what was done, nor to whom. */
  toldActed: (category: Text, when: string): Text => ({
    fr: `Votre signalement du ${when} (${category.fr}) a été examiné, et l’équipe de modération a agi. Par respect pour tout le monde, nous ne disons pas comment. Merci d’aider à garder ce lieu sûr.`,
    en: `Your report of ${when} (${category.en}) was looked into, and the moderation team acted. Out of respect for everybody we do not say how. Thank you for helping to keep this place safe.`,
  }),
  toldDismissed: (category: Text, when: string): Text => ({
    fr: `Votre signalement du ${when} (${category.fr}) a été examiné. L’équipe de modération n’y a pas vu de quoi agir au regard du règlement. Si cela continue, signalez-le de nouveau : chaque signalement est lu.`,
    en: `Your report of ${when} (${category.en}) was looked into. The moderation team saw no reason to act under the rules. If it goes on, report it again: every report is read.`,
  }),
  /** Where others than this person may read: nothing of a report. */
  toldQuietly: {
    fr: 'La modération a un message pour vous. Le bouton ne le montre qu’à vous.',
    en: 'The moderation team has a message for you. The button shows it to you alone.',
  },
  readAnswer: { fr: 'Lire le message', en: 'Read the message' },
  noAnswer: {
    fr: 'Ce message ne vous est pas destiné, ou n’est plus conservé. Ce qui vous attend est dans `/accueil`.',
    en: 'This message is not for you, or is no longer kept. What waits for you is in `/home`.',
  },

  home: { fr: 'Un message ou une personne vous pose problème ?', en: 'Does a message or a person bother you?' },
  homeReport: { fr: 'Signaler', en: 'Report' },
  homeQueue: (count: number): Text => ({
    fr: `${counted(count, 'signalement attend', 'signalements attendent')} la modération.`,
    en: `${counted(count, 'report waits', 'reports wait')} for the moderators.`,
  }),
  seeQueue: { fr: 'Voir la file', en: 'See the queue' },
  cardOf: (count: number): Text => ({
    fr: `${counted(count, 'signalement', 'signalements')} en attente à son sujet.`,
    en: `${counted(count, 'report', 'reports')} about them waiting.`,
  }),
} as const;

export const setting = {
  command: { fr: 'Régler les signalements : seuils, limites, rappel', en: 'Set up reports: thresholds, limits, reminder' },
  categoryOption: { fr: 'Motif dont le seuil change', en: 'Category whose threshold changes' },
  peopleOption: { fr: 'Personnes distinctes avant d’appeler la modération', en: 'Distinct people before moderators are called' },
  dailyOption: { fr: 'Signalements par personne en 24 heures', en: 'Reports a person in 24 hours' },
  remindOption: { fr: 'Heures avant le rappel de ce qui attend', en: 'Hours before what waits is recalled' },
  unfoundedOption: {
    fr: 'Signalements abusifs en 30 jours avant de ne plus compter',
    en: 'Unfounded reports in 30 days before they count no more',
  },
  shown: (found: { thresholds: Record<Category, number>; daily: number; remindHours: number; unfounded: number }): Text => {
    const lines = (locale: 'fr' | 'en') =>
      Object.entries(categories).map(([key, name]) => {
        const people = found.thresholds[key as Category];
        return `- ${name[locale]}${locale === 'fr' ? ' :' : ':'} ${people} ${locale === 'fr' ? `personne${s(people)}` : people > 1 ? 'people' : 'person'}`;
      });
    return {
      fr: [
        '**Avant d’appeler la modération**',
        ...lines('fr'),
        `Par personne : ${counted(found.daily, 'signalement', 'signalements')} en 24 heures. Rappel après ${counted(found.remindHours, 'heure', 'heures')}. Après ${counted(found.unfounded, 'signalement abusif', 'signalements abusifs')} en 30 jours, ceux d’une personne n’appellent plus.`,
      ].join('\n'),
      en: [
        '**Before moderators are called**',
        ...lines('en'),
        `A person: ${counted(found.daily, 'report', 'reports')} in 24 hours. Reminder after ${counted(found.remindHours, 'hour', 'hours')}. After ${counted(found.unfounded, 'unfounded report', 'unfounded reports')} in 30 days, those of a person call nobody.`,
      ].join('\n'),
    };
  },
};

/** What staff read of a subject. */
export const card = {
  title: (id: number, isMessage: boolean): Text => ({
    fr: `Signalement n° ${id} : ${isMessage ? 'un message' : 'une personne'}`,
    en: `Report no. ${id}: ${isMessage ? 'a message' : 'a person'}`,
  }),
  state: {
    open: { fr: 'En attente', en: 'Waiting' },
    acted: { fr: 'Traité : l’équipe a agi', en: 'Handled: the team acted' },
    dismissed: { fr: 'Sans suite', en: 'No further action' },
  },
  called: { fr: 'Seuil atteint', en: 'Threshold reached' },
  said: { fr: 'Message', en: 'Message' },
  wordless: { fr: 'Message sans texte.', en: 'Message without text.' },
  unreadable: {
    fr: 'Le texte n’a pas pu être lu : ouvrez le message par son lien.',
    en: 'The text could not be read: open the message by its link.',
  },
  kept: { fr: 'Le message n’est plus conservé.', en: 'The message is no longer kept.' },
  files: (count: number): Text => ({
    fr: `${counted(count, 'fichier', 'fichiers')} joint${s(count)}.`,
    en: `${counted(count, 'file', 'files')} attached.`,
  }),
  gone: { fr: 'Supprimé de Discord.', en: 'Deleted from Discord.' },
  removing: { fr: 'Retrait en cours.', en: 'Being removed.' },
  where: { fr: 'Aller au message', en: 'Go to the message' },
  about: { fr: 'Personne signalée', en: 'Person reported' },
  botNote: { fr: 'Écrit par un programme.', en: 'Written by a bot.' },
  historyOf: (cases: number, points: number, reports: number): Text => ({
    fr: `${cases === 0 ? 'Aucune sanction' : counted(cases, 'sanction', 'sanctions')} · ${counted(points, 'point actif', 'points actifs')} · ${counted(reports, 'autre signalement', 'autres signalements')} traité${s(reports)}`,
    en: `${cases === 0 ? 'No case' : counted(cases, 'case', 'cases')} · ${counted(points, 'active point', 'active points')} · ${counted(reports, 'other report', 'other reports')} acted on`,
  }),
  counts: { fr: 'Motifs', en: 'Categories' },
  countsLine: (category: Text, count: number, threshold: number): Text => ({
    fr: `${category.fr} : ${count} (appel à ${threshold})`,
    en: `${category.en}: ${count} (call at ${threshold})`,
  }),
  ignored: (count: number): Text => ({
    fr: `dont ${count} qui ne compte${count > 1 ? 'nt' : ''} pas dans les seuils`,
    en: `of which ${count} not counted for the thresholds`,
  }),
  reporters: (count: number): Text => ({
    fr: `Signalé par ${counted(count, 'personne', 'personnes')}`,
    en: `Reported by ${count} ${count > 1 ? 'people' : 'person'}`,
  }),
  reporter: (alias: string, category: Text, founded: number, unfounded: number): Text => ({
    fr: `**${alias}** · ${category.fr} · avant : ${founded} fondé${s(founded)}, ${unfounded} abusif${s(unfounded)}`,
    en: `**${alias}** · ${category.en} · before: ${founded} founded, ${unfounded} unfounded`,
  }),
  erased: { fr: 'Personne effacée', en: 'Erased person' },
  more: (count: number): Text => ({
    fr: `… et ${counted(count, 'autre', 'autres')} : « Tous les signalements ».`,
    en: `… and ${counted(count, 'other', 'others')}: “All reports”.`,
  }),
  end: { fr: 'Suite donnée', en: 'Outcome' },
  closedBy: (who: string, when: string): Text => ({ fr: `Par ${who}, ${when}`, en: `By ${who}, ${when}` }),
  closedAt: (when: string): Text => ({ fr: `Le ${when}`, en: when }),
  somebody: { fr: 'une personne effacée', en: 'an erased person' },
  caseOf: (number: number): Text => ({ fr: `Sanction n° ${number}`, en: `Case no. ${number}` }),
  caseUnderWay: (number: number): Text => ({
    fr: `La sanction n° ${number} est en train d’être appliquée.`,
    en: `Case no. ${number} is being carried out.`,
  }),
  caseFailed: (number: number): Text => ({
    fr: `La sanction n° ${number} n’a pas été appliquée ou a été annulée : sa fiche dit pourquoi. Vous pouvez agir de nouveau.`,
    en: `Case no. ${number} was not carried out or was voided: it says why. You can act again.`,
  }),
  removalRefused: {
    fr: 'Discord a refusé le retrait : il manque au programme le droit « Gérer les messages » dans ce salon. Donnez-le-lui et réessayez, ou supprimez le message vous-même.',
    en: 'Discord refused the removal: the bot lacks the permission “Manage Messages” in that channel. Give it and try again, or delete the message yourself.',
  },
  former: { fr: 'Autres versions du message', en: 'Other versions of the message' },
  vote: (id: number): Text => ({ fr: `Vote n° ${id} de l’équipe en cours.`, en: `Vote no. ${id} of the team under way.` }),
  sealed: {
    fr: 'Ce signalement concerne une personne qui lit ce salon : il s’ouvre pour les autres seulement.',
    en: 'This report concerns somebody who reads this channel: it opens for the others alone.',
  },
  open: { fr: 'Ouvrir', en: 'Open' },
  act: { fr: 'Sanctionner', en: 'Sanction' },
  remove: { fr: 'Retirer le message', en: 'Remove the message' },
  toVote: { fr: 'Soumettre au vote', en: 'Put to a vote' },
  dismiss: { fr: 'Sans suite', en: 'No further action' },
  all: { fr: 'Tous les signalements', en: 'All reports' },
  seeCase: { fr: 'Voir la sanction', en: 'See the case' },

  call: (count: number, category: Text): Text => ({
    fr: `Un signalement demande une réponse rapide : ${counted(count, 'personne', 'personnes')}, surtout pour « ${category.fr} ».`,
    en: `A report needs a quick answer: ${count} ${count > 1 ? 'people' : 'person'}, mostly for “${category.en}”.`,
  }),
  late: (count: number, hours: number): Text => ({
    fr: `${counted(count, 'signalement attend', 'signalements attendent')} depuis plus de ${counted(hours, 'heure', 'heures')}.`,
    en: `${counted(count, 'report has', 'reports have')} been waiting for over ${counted(hours, 'hour', 'hours')}.`,
  }),
  removed: {
    fr: 'Le message est en cours de retrait. Dès qu’il a disparu, le signalement est traité ; si Discord refuse, la carte le dit. Vous pouvez encore sanctionner depuis la carte.',
    en: 'The message is being removed. Once it is gone the report is handled; if Discord refuses, the card says so. You can still sanction from the card.',
  },
  dismissTitle: { fr: 'Classer sans suite', en: 'Close without action' },
  reason: { fr: 'Pourquoi ?', en: 'Why?' },
  reasonHelp: { fr: 'Lu par l’équipe seule.', en: 'Read by the team alone.' },
  weigh: { fr: 'Ces signalements étaient-ils sincères ?', en: 'Were these reports sincere?' },
  weighs: {
    sincere: { fr: 'Oui : ils ne comptent pas contre qui les a faits', en: 'Yes: they do not count against who made them' },
    abusive: { fr: 'Non : abusifs, ils comptent contre qui les a faits', en: 'No: unfounded, they count against who made them' },
  },
  dismissed: {
    fr: 'Classé sans suite. Qui l’a signalé en sera informé, en mots neutres. « Tous les signalements » permet de juger autrement celui d’une personne.',
    en: 'Closed without action. Who reported it will be told, in neutral words. “All reports” lets you judge that of one person otherwise.',
  },
  weighOne: { fr: 'Juger un signalement sincère ou abusif…', en: 'Call one report sincere or unfounded…' },
  weighAs: {
    unfounded: { fr: 'Abusif : comptera contre cette personne', en: 'Unfounded: will count against this person' },
    sincere: { fr: 'Sincère : ne comptera plus contre cette personne', en: 'Sincere: will count against this person no more' },
  },
  weighed: (isUnfounded: boolean): Text =>
    isUnfounded
      ? {
          fr: 'Noté : ce signalement était abusif. Les autres ne changent pas.',
          en: 'Noted: this report was unfounded. The others do not change.',
        }
      : {
          fr: 'Noté : ce signalement était sincère. Les autres ne changent pas.',
          en: 'Noted: this report was sincere. The others do not change.',
        },
  queueTitle: (count: number): Text =>
    count === 0
      ? { fr: 'Aucun signalement n’attend. Bon travail.', en: 'No report is waiting. Good work.' }
      : {
          fr: counted(count, 'signalement en attente', 'signalements en attente'),
          en: `${counted(count, 'report', 'reports')} waiting`,
        },
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
} as const;

/** Who reported, known to two people alone. */
export const reveal = {
  pick: { fr: 'Demander l’identité de…', en: 'Ask who is…' },
  title: { fr: 'Demander une identité', en: 'Ask for an identity' },
  why: { fr: 'Pourquoi faut-il la connaître ?', en: 'Why must it be known?' },
  whyHelp: {
    fr: 'Une seconde personne le lit et confirme. Les deux noms et la raison sont gardés.',
    en: 'A second person reads it and confirms. Both names and the reason are kept.',
  },
  asked: {
    fr: 'La demande est dans le salon de modération. Une autre personne de la modération a 24 heures pour la confirmer.',
    en: 'The request is in the moderation channel. Another moderator has 24 hours to confirm it.',
  },
  message: (who: string, subject: number, until: string): Text => ({
    fr: `${who} demande qui a fait un des signalements n° ${subject}. Une seconde personne peut confirmer jusqu’au ${until}.`,
    en: `${who} asks who made one of the reports no. ${subject}. A second person can confirm until ${until}.`,
  }),
  granted: (asker: string, second: string, until: string): Text => ({
    fr: `Demandé par ${asker}, confirmé par ${second}. Ces deux personnes peuvent lire l’identité jusqu’au ${until}.`,
    en: `Asked by ${asker}, confirmed by ${second}. These two can read the identity until ${until}.`,
  }),
  over: { fr: 'Cette demande est terminée.', en: 'This request is over.' },
  heading: { fr: 'Identité d’une personne qui a signalé', en: 'Identity of somebody who reported' },
  confirm: { fr: 'Confirmer', en: 'Confirm' },
  read: { fr: 'Lire l’identité', en: 'Read the identity' },
  confirmed: {
    fr: 'Confirmé. « Lire l’identité » vous la montre, ainsi qu’à la personne qui l’a demandée, pendant 24 heures.',
    en: 'Confirmed. “Read the identity” shows it to you and to whoever asked, for 24 hours.',
  },
  identity: (alias: string, who: string, name: string | null): Text => ({
    fr: `**${alias}** est ${who}${name ? ` (${bold(name)})` : ''}. Gardez-le pour vous : cette lecture est inscrite au journal.`,
    en: `**${alias}** is ${who}${name ? ` (${bold(name)})` : ''}. Keep it to yourself: this reading is in the log.`,
  }),
} as const;
