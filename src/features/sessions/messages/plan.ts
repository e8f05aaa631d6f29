import type { Text } from '../../../kernel/text.ts';

export const planText = {
  description: { fr: 'Planifier un rendez-vous avec votre binôme', en: 'Plan a session with your pair' },
  title: { fr: 'Planifier un rendez-vous', en: 'Plan a session' },
  moveTitle: { fr: 'Modifier le rendez-vous', en: 'Change the session' },
  when: { fr: 'Quand ?', en: 'When?' },
  whenHelp: {
    fr: 'À l’heure de chez vous : « mardi prochain à 18h30 », « demain 14h », « 12/01 18h ».',
    en: 'In your own time zone: “next Tuesday 6pm”, “tomorrow 14:00”, “12/01 18:00” (day first).',
  },
  minutes: { fr: 'Combien de temps ?', en: 'How long?' },
  minutesHelp: { fr: 'En minutes, de 15 à 240, ou « 1h30 ».', en: 'In minutes, from 15 to 240, or “1h30”.' },
  theme: { fr: 'De quoi parler ?', en: 'What about?' },
  themeHelp: { fr: 'Chaque sujet vient avec un début d’ordre du jour.', en: 'Each theme comes with a first agenda.' },
  room: { fr: 'Un salon vocal du serveur', en: 'A voice channel of the server' },
  roomHelp: { fr: 'Où vous pouvez entrer, l’autre personne et vous.', en: 'Which both of you may enter.' },
  link: { fr: 'Ou un lien de visioconférence', en: 'Or a link to a call' },
  linkHelp: {
    fr: 'Il commence par https://. Sans salon ni lien : dans votre fil, par écrit.',
    en: 'It begins with https://. Without either: in your thread, in writing.',
  },

  optionWith: { fr: 'La personne de votre binôme, si vous en avez plusieurs', en: 'The other of your pair, if you have several' },
  optionWhen: { fr: 'Avec vos mots : mardi prochain à 18h30', en: 'In your words: next Tuesday 6pm' },
  optionMinutes: { fr: 'Durée en minutes', en: 'Length in minutes' },
  optionTheme: { fr: 'De quoi parler', en: 'What to talk about' },
  optionWhere: {
    fr: 'Un salon vocal où vous pouvez entrer, l’autre personne et vous',
    en: 'A voice channel which both of you may enter',
  },
  optionLink: { fr: 'Un lien qui commence par https://', en: 'A link that begins with https://' },
} as const satisfies Record<string, Text>;
