import type { Text } from '../../kernel/text.ts';

export const text = {
  feature: { fr: 'Vos données et vos droits', en: 'Your data and your rights' },
  data: {
    fr: 'Voir, télécharger ou effacer ce que Passerelle garde de moi',
    en: 'See, download or erase what Passerelle keeps about me',
  },
  title: { fr: 'Vos données', en: 'Your data' },
  intro: {
    fr: 'Voici ce que Passerelle garde sur ce serveur, pourquoi et combien de temps. Téléchargez vos données ou effacez-les quand vous voulez. Si Passerelle est retirée de ce serveur, tout est effacé 30 jours plus tard.',
    en: 'This is what Passerelle keeps on this server, why, and for how long. Download your data or erase it whenever you want. If Passerelle is removed from this server, all of it is erased 30 days later.',
  },
  purpose: (purpose: string, retention: string): Text => ({
    fr: `${purpose}\n-# Durée : ${retention}`,
    en: `${purpose}\n-# Kept for: ${retention}`,
  }),
  page: (page: string, pages: string): Text => ({ fr: `-# Page ${page} sur ${pages}`, en: `-# Page ${page} of ${pages}` }),
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
  download: { fr: 'Télécharger mes données', en: 'Download my data' },
  downloaded: {
    fr: 'Voici toutes vos données, dans un fichier que votre ordinateur et d’autres services savent lire (JSON).',
    en: 'Here is all your data, in a file that your computer and other services can read (JSON).',
  },
  erase: { fr: 'Effacer mes données', en: 'Erase my data' },
  eraseWarning: {
    fr: '**Effacer vos données ?**\nVotre prénom, votre nom, votre adresse e-mail, vos demandes et vos consentements seront supprimés tout de suite, sans retour possible. Vous ne serez plus dans vos promos : leurs rôles, ceux de leurs campus et de leurs formations vous seront retirés, et leurs salons se fermeront pour vous. Vos autres rôles et votre pseudo sur Discord ne changent pas ; tant que vous êtes sur le serveur, nous notons seulement votre présence et votre nom Discord. Pour que l’équipe sache de nouveau qui vous êtes, il faudra vous présenter encore une fois.\n-# Pour qui fait partie de l’équipe, le journal de ses décisions garde un pseudonyme pendant un an après la dernière action, pour répondre d’une contestation (RGPD, article 17, paragraphe 3). Il est ensuite effacé aussi.',
    en: '**Erase your data?**\nYour first name, last name, e-mail address, requests and consents will be deleted at once, for good. You will no longer be in your promos: their roles, and those of their campuses and courses, will be taken back, and their channels will close to you. Your other roles and your nickname on Discord do not change; while you are on the server, we note only your presence and your Discord name. For the staff to know who you are again, you will have to introduce yourself once more.\n-# For members of staff, the log of their decisions keeps a pseudonym for a year after the last action, to answer a dispute (GDPR, article 17(3)). It is then erased too.',
  },
  confirm: { fr: 'Oui, tout effacer', en: 'Yes, erase everything' },
  keep: { fr: 'Non, les garder', en: 'No, keep it' },
  keptAll: {
    fr: 'Rien n’est effacé : vos données restent comme elles étaient.',
    en: 'Nothing is erased: your data stays as it was.',
  },
  erased: {
    fr: 'C’est fait : vos données sont effacées. Vous pouvez fermer ce message, ou vous présenter de nouveau depuis le salon d’accueil.',
    en: 'Done: your data is erased. You may dismiss this message, or introduce yourself again from the welcome channel.',
  },
  homeLine: {
    fr: 'Ce que Passerelle garde de vous, et comment l’effacer.',
    en: 'What Passerelle keeps about you, and how to erase it.',
  },
  homeButton: { fr: 'Mes données', en: 'My data' },
} satisfies Record<string, Text | ((...values: string[]) => Text)>;

export const kept = {
  purpose: {
    fr: 'Ce que le service fait pour vous et pour l’équipe : messages envoyés une seule fois, délais entre deux commandes, formulaires à corriger, journal des décisions de l’équipe (sous pseudonyme).',
    en: 'What the service does for you and the staff: messages sent once, delays between two commands, forms to correct, log of the staff’s decisions (under a pseudonym).',
  },
  retention: {
    fr: 'un jour pour les formulaires, six mois pour les messages ; le journal reste, mais plus rien n’y mène à vous après un effacement ou votre oubli ; pour qui fait partie de l’équipe, un an après la dernière action.',
    en: 'a day for forms, six months for messages; the log stays, but nothing in it leads to you after an erasure or once you are forgotten; for members of staff, a year after the last action.',
  },
} satisfies Record<string, Text>;
