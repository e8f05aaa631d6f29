import { type Text, UserError } from '../../../kernel/text.ts';
import type { Fault } from '../rules.ts';

export const text = {
  feature: { fr: 'Accueil et identification des personnes', en: 'Welcome and identification of people' },
  command: { fr: 'Vous présenter, ou voir où en est votre demande', en: 'Introduce yourself, or see where your request stands' },
  introduce: { fr: 'Me présenter', en: 'Introduce myself' },
  home: { fr: 'Mon espace', en: 'My space' },
  goToServer: { fr: 'Aller sur le serveur', en: 'Go to the server' },

  panelTitle: { fr: 'Bienvenue !', en: 'Welcome!' },
  panel: {
    fr: [
      'Ce serveur réunit personnes en formation, alumni, équipes et entreprises.',
      'Pour y entrer, présentez-vous : cela prend une minute.',
      'Appuyez sur **Me présenter**, sous ce message, et laissez-vous guider.',
      'L’équipe lit chaque demande. La réponse vient en message privé ou, si les vôtres sont fermés, dans un fil privé de ce salon.',
      'À tout moment, **Mon espace** montre où vous en êtes.',
    ].join('\n'),
    en: [
      'This server brings together learners, alumni, staff and companies.',
      'To come in, introduce yourself: it takes one minute.',
      'Press **Introduce myself**, under this message, and follow the steps.',
      'The staff read every request. The answer comes by direct message or, if yours are closed, in a private thread of this channel.',
      'At any time, **My space** shows where you stand.',
    ].join('\n'),
  },
  panelShort: {
    fr: 'Bienvenue ! Pour entrer, appuyez sur « Me présenter » : la suite est en français.',
    en: 'Welcome! To come in, press “Introduce myself”: what follows is in English.',
  },
  arrivedShort: (channelId: string): Text => ({
    fr: `Bienvenue ! Présentez-vous en français ici ou dans <#${channelId}>.`,
    en: `Welcome! Introduce yourself in English, here or in <#${channelId}>.`,
  }),
  arrived: (channelId: string): Text => ({
    fr: `Bienvenue ! Pour entrer sur le serveur, présentez-vous : cela prend une minute, ici ou dans <#${channelId}>.`,
    en: `Welcome! To come in, introduce yourself: it takes one minute, here or in <#${channelId}>.`,
  }),

  noticeTitle: { fr: 'Les règles, et vos données', en: 'The rules, and your data' },
  notice: {
    fr: [
      '**Les règles du serveur**',
      '- Le respect d’abord : ni insulte, ni moquerie, ni discrimination, ni harcèlement.',
      '- Pas de publicité, de démarchage ni de message en série.',
      '- Ici, tout le monde se présente sous son vrai nom ; ne publiez pas les données d’une autre personne.',
      '- En cas de problème, écrivez à l’équipe : elle répond.',
      '',
      '**Vos données**',
      '- **Quoi** : votre prénom, votre nom, votre adresse e-mail, votre situation, votre promo si vous en choisissez une, et les dates de votre demande.',
      '- **Pourquoi** : savoir qui est qui, ouvrir les bons espaces et pouvoir vous joindre. Rien d’autre, et jamais de publicité.',
      '- **Qui les voit** : l’équipe voit tout ; les autres membres voient votre prénom, votre nom et vos rôles, jamais votre adresse.',
      '- **Combien de temps** : tant que vous êtes là, puis 3 ans si votre identité a été confirmée. Une demande close ou sans suite est effacée après 180 jours, une présentation jamais envoyée après 30 jours.',
      '- **Vos droits** : voir, télécharger ou effacer vos données à tout moment avec `/mes données` ; l’équipe vous aide à les corriger. Vous pouvez aussi saisir la CNIL (cnil.fr).',
    ].join('\n'),
    en: [
      '**The rules of the server**',
      '- Respect first: no insults, mockery, discrimination or harassment.',
      '- No advertising, canvassing or bulk messages.',
      '- Everybody here uses their real name; do not publish another person’s data.',
      '- If something goes wrong, write to the staff: they answer.',
      '',
      '**Your data**',
      '- **What**: your first name, last name, e-mail address, situation, your promo if you choose one, and the dates of your request.',
      '- **Why**: to know who is who, open the right spaces and be able to reach you. Nothing else, and never advertising.',
      '- **Who sees it**: the staff see everything; other members see your first name, last name and roles, never your address.',
      '- **How long**: while you are here, then 3 years if your identity was confirmed. A request that is closed or leads nowhere is erased after 180 days, an introduction that was never sent after 30 days.',
      '- **Your rights**: see, download or erase your data at any time with `/my data`; the staff help you correct it. You can also complain to the French authority (cnil.fr).',
    ].join('\n'),
  },
  accept: { fr: 'J’accepte', en: 'I accept' },

  kindTitle: { fr: 'Qui êtes-vous ?', en: 'Who are you?' },
  kindHelp: {
    fr: 'Choisissez ce qui vous décrit le mieux aujourd’hui. Un formulaire s’ouvre ensuite : prénom, nom et adresse e-mail.',
    en: 'Choose what describes you best today. A form then opens: first name, last name and e-mail address.',
  },
  kindPlaceholder: { fr: 'Je suis…', en: 'I am…' },
  formTitle: { fr: 'Vous présenter', en: 'Introduce yourself' },
  firstName: { fr: 'Prénom', en: 'First name' },
  lastName: { fr: 'Nom', en: 'Last name' },
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  emailHelp: { fr: 'Seule l’équipe la voit.', en: 'Only the staff see it.' },
  fill: { fr: 'Remplir le formulaire', en: 'Fill in the form' },

  standing: { fr: 'Votre demande', en: 'Your request' },
  pendingHelp: {
    fr: 'C’est envoyé. L’équipe lit chaque demande. La réponse viendra en message privé ou, si les vôtres sont fermés, dans un fil privé du salon d’accueil. Rien d’autre à faire.',
    en: 'It is sent. The staff read every request. The answer will come by direct message or, if yours are closed, in a private thread of the welcome channel. Nothing else to do.',
  },
  askedHelp: (question: string): Text => ({
    fr: `L’équipe a besoin d’une précision avant de répondre :\n>>> ${question}`,
    en: `The staff need one more thing before they answer:\n>>> ${question}`,
  }),
  refusedHelp: (reason: string): Text => ({
    fr: `Votre dernière demande n’a pas été acceptée. La raison donnée par l’équipe :\n> ${reason}\n\nVous pouvez recommencer : choisissez ci-dessous ce qui vous décrit le mieux.`,
    en: `Your last request was not accepted. The reason given by the staff:\n> ${reason}\n\nYou can try again: choose below what describes you best.`,
  }),
  identifiedTitle: { fr: 'Votre identité est confirmée', en: 'Your identity is confirmed' },
  identifiedHelp: {
    fr: 'Il n’y a rien à faire. Si votre nom ou votre situation a changé, demandez une modification.',
    en: 'There is nothing to do. If your name or situation has changed, ask for a change.',
  },
  change: { fr: 'Demander une modification', en: 'Ask for a change' },
  changeBegun: {
    fr: 'Vous avez commencé à demander une modification. Elle n’est pas envoyée : continuez-la, ou abandonnez-la.',
    en: 'You have begun to ask for a change. It is not sent: continue it, or drop it.',
  },
  changeSent: {
    fr: 'Votre identité reste confirmée pendant que l’équipe lit votre modification.',
    en: 'Your identity stays confirmed while the staff read your change.',
  },
  stillConfirmed: { fr: 'Votre identité reste confirmée.', en: 'Your identity stays confirmed.' },
  resumeChange: { fr: 'Continuer la modification', en: 'Continue the change' },
  drop: { fr: 'Abandonner la modification', en: 'Drop the change' },
  dropped: {
    fr: 'La modification est abandonnée. Votre identité reste confirmée, rien d’autre ne change.',
    en: 'The change is dropped. Your identity stays confirmed, nothing else changes.',
  },
  correct: { fr: 'Corriger', en: 'Correct' },
  withdraw: { fr: 'Retirer ma demande', en: 'Withdraw my request' },
  withdrawn: {
    fr: 'Votre demande est retirée. Vous pourrez vous présenter à nouveau quand vous voudrez.',
    en: 'Your request is withdrawn. You can introduce yourself again whenever you like.',
  },
  name: { fr: 'Prénom et nom', en: 'First and last name' },
  kind: { fr: 'Situation', en: 'Situation' },
  sent: { fr: 'Envoyée', en: 'Sent' },

  accepted: (name: string): Text => ({
    fr: `Bienvenue, ${name} ! Votre demande est acceptée et vos espaces sont ouverts. **Mon espace** (\`/accueil\`) vous montre ce que vous pouvez faire.`,
    en: `Welcome, ${name}! Your request is accepted and your spaces are open. **My space** (\`/home\`) shows you what you can do.`,
  }),
  acceptedEarly: (name: string): Text => ({
    fr: `Bienvenue, ${name} ! Votre demande est acceptée. Vos espaces ne sont pas encore prêts : l’équipe s’en occupe, et un message vous dira quand ils s’ouvrent. Rien d’autre à faire.`,
    en: `Welcome, ${name}! Your request is accepted. Your spaces are not ready yet: the staff are on it, and a message will tell you when they open. Nothing else to do.`,
  }),
  opened: {
    fr: 'Vos espaces sont ouverts. **Mon espace** (`/accueil`) vous montre ce que vous pouvez faire.',
    en: 'Your spaces are open. **My space** (`/home`) shows you what you can do.',
  },
  refused: (reason: string): Text => ({
    fr: `L’équipe n’a pas pu accepter votre demande. Voici pourquoi :\n> ${reason}\n\nVous pouvez corriger et envoyer une nouvelle demande quand vous voulez.`,
    en: `The staff could not accept your request. Here is why:\n> ${reason}\n\nYou can correct it and send a new request whenever you like.`,
  }),
  tryAgain: { fr: 'Recommencer', en: 'Try again' },
  asked: (question: string): Text => ({
    fr: `L’équipe lit votre demande et a besoin d’une précision :\n> ${question}\n\nAppuyez sur **Répondre** : ce que vous aviez écrit est gardé.`,
    en: `The staff are reading your request and need one more thing:\n> ${question}\n\nPress **Answer**: what you wrote is kept.`,
  }),
  askedAgain: (question: string): Text => ({
    fr: `L’équipe attend toujours une précision pour répondre à votre demande :\n> ${question}\n\nAppuyez sur **Répondre** : ce que vous aviez écrit est gardé.`,
    en: `The staff still wait for one more thing before they answer your request:\n> ${question}\n\nPress **Answer**: what you wrote is kept.`,
  }),
  answer: { fr: 'Répondre', en: 'Answer' },
  questionTitle: { fr: '**La question de l’équipe**', en: '**What the staff ask**' },
  answerLabel: { fr: 'Votre réponse', en: 'Your answer' },
  answerHelp: {
    fr: 'Facultative, si corriger ce qui suit suffit à répondre.',
    en: 'Optional, if correcting what follows is answer enough.',
  },
  halfway: {
    fr: 'Vous aviez commencé à vous présenter sur le serveur : il reste le formulaire à envoyer, et ce que vous avez donné est gardé. Sans suite de votre part, tout sera effacé au bout de 30 jours.',
    en: 'You had begun to introduce yourself on the server: the form is still to be sent, and what you gave is kept. If you do nothing, everything is erased after 30 days.',
  },
  begun: {
    fr: 'Vous aviez commencé à vous présenter sur le serveur, en acceptant les règles. Il reste à dire qui vous êtes : cela prend une minute.',
    en: 'You had begun to introduce yourself on the server by accepting the rules. What is left is to say who you are: it takes one minute.',
  },
  resume: { fr: 'Continuer', en: 'Continue' },
  threadName: (name: string): Text => ({
    fr: ['Votre présentation', name].filter(Boolean).join(' · '),
    en: ['Your introduction', name].filter(Boolean).join(' · '),
  }),

  homeNew: { fr: 'Présentez-vous pour entrer sur le serveur.', en: 'Introduce yourself to come in.' },
  homeDraft: { fr: 'Votre présentation n’est pas terminée.', en: 'Your introduction is not finished.' },
  homePending: { fr: 'Votre demande est chez l’équipe.', en: 'Your request is with the staff.' },
  homeAsked: { fr: 'L’équipe attend une précision de votre part.', en: 'The staff wait for one more thing from you.' },
  homeRefused: {
    fr: 'Votre demande n’a pas été acceptée ; vous pouvez recommencer.',
    en: 'Your request was not accepted; you can try again.',
  },
  homeIdentity: (kind: Text, when: string): Text => ({
    fr: `Ma présentation : ${kind.fr}, confirmée le ${when}.`,
    en: `My introduction: ${kind.en}, confirmed on ${when}.`,
  }),
  seeIdentity: { fr: 'Voir ou modifier', en: 'See or change' },
  homeChangeBegun: {
    fr: 'Votre identité est confirmée. Une modification est commencée : continuez-la ou abandonnez-la.',
    en: 'Your identity is confirmed. A change is begun: continue it or drop it.',
  },
  homeChangeSent: {
    fr: 'Votre identité est confirmée. Votre modification est chez l’équipe.',
    en: 'Your identity is confirmed. Your change is with the staff.',
  },
  homeChangeRefused: {
    fr: 'Votre identité reste confirmée. Votre modification n’a pas été acceptée ; vous pouvez recommencer.',
    en: 'Your identity stays confirmed. Your change was not accepted; you can try again.',
  },
  seeRequest: { fr: 'Voir ma demande', en: 'See my request' },

  purpose: {
    fr: 'Vérifier qui rejoint le serveur, donner les bons rôles et garder la preuve de l’accord de chaque personne.',
    en: 'Verify who joins the server, give the right roles and keep proof of everybody’s consent.',
  },
  retention: {
    fr: 'Demande close ou sans suite : 180 jours. Présentation jamais envoyée : 30 jours. Accord : aussi longtemps que la fiche de la personne.',
    en: 'Request that is closed or leads nowhere: 180 days. Introduction never sent: 30 days. Consent: as long as the person’s card.',
  },
};

/** What is wrong with what was typed, field by field. */
const faults: Record<'first_name' | 'last_name' | 'email', Record<Fault, Text>> = (() => {
  const name = (label: Text): Record<Fault, Text> => ({
    blank: { fr: `**${label.fr}** : à remplir.`, en: `**${label.en}**: please fill it in.` },
    long: { fr: `**${label.fr}** : 50 caractères au plus.`, en: `**${label.en}**: at most 50 characters.` },
    characters: {
      fr: `**${label.fr}** : seulement des lettres, avec des espaces, traits d’union ou apostrophes.`,
      en: `**${label.en}**: only letters, with spaces, hyphens or apostrophes.`,
    },
  });
  return {
    first_name: name(text.firstName),
    last_name: name(text.lastName),
    email: {
      blank: { fr: '**Adresse e-mail** : à remplir.', en: '**E-mail address**: please fill it in.' },
      long: { fr: '**Adresse e-mail** : 254 caractères au plus.', en: '**E-mail address**: at most 254 characters.' },
      characters: {
        fr: '**Adresse e-mail** : écrivez-la en entier, comme `prenom@exemple.fr`.',
        en: '**E-mail address**: write it in full, like `name@example.com`.',
      },
    },
  };
})();
export type FormField = keyof typeof faults;

export const invalidIdentity = (problems: readonly { field: FormField; fault: Fault }[]) =>
  new UserError('onboarding.invalid_identity', {
    fr: `Il reste à corriger :\n${problems.map(({ field, fault }) => `- ${faults[field][fault].fr}`).join('\n')}`,
    en: `Please correct:\n${problems.map(({ field, fault }) => `- ${faults[field][fault].en}`).join('\n')}`,
  });

export const consentNeeded = () =>
  new UserError('onboarding.consent_needed', {
    fr: 'Il faut d’abord lire et accepter les règles : tapez `/présentation`, ou appuyez sur **Me présenter**.',
    en: 'Please read and accept the rules first: type `/identify`, or press **Introduce myself**.',
  });

export const kindMissing = () =>
  new UserError('onboarding.kind_missing', {
    fr: 'Dites d’abord qui vous êtes : tapez `/présentation`, ou appuyez sur **Me présenter**.',
    en: 'Say first who you are: type `/identify`, or press **Introduce myself**.',
  });

export const nothingOpen = () =>
  new UserError('onboarding.nothing_open', {
    fr: 'Cette demande n’est plus ouverte. Tapez `/présentation` sur le serveur pour voir où vous en êtes.',
    en: 'This request is no longer open. Type `/identify` on the server to see where you stand.',
  });

export const notHere = () =>
  new UserError('onboarding.not_here', {
    fr: 'Vous n’êtes plus sur ce serveur. Rejoignez-le à nouveau, puis présentez-vous.',
    en: 'You are no longer on this server. Join it again, then introduce yourself.',
  });
