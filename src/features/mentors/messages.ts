import type { Text } from '../../kernel/text.ts';

export const text = {
  feature: {
    fr: 'Qui peut accompagner : profils, accord de l’équipe, disponibilité',
    en: 'Who can mentor: profiles, approval by staff, availability',
  },
  purpose: {
    fr: 'Proposer aux personnes en formation quelqu’un qui peut les accompagner.',
    en: 'To offer learners somebody who can accompany them.',
  },
  retention: {
    fr: 'Votre profil : tant que vous accompagnez, puis un an. La liste des personnes à éviter : tant que vous êtes sur le serveur, puis un an.',
    en: 'Your profile: while you mentor, then a year. The list of people to avoid: while you are on the server, then a year.',
  },
  topic: {
    fr: 'Demander un mentor, ou accompagner quelqu’un. Vos échanges se font dans des fils privés.',
    en: 'Ask for a mentor, or accompany somebody. You talk in private threads.',
  },
  topicStaff: {
    fr: 'Les profils à accepter et les binômes qui ont besoin de vous. Seule l’équipe voit ce salon.',
    en: 'Profiles to approve and pairs that need you. Only staff see this channel.',
  },
} as const satisfies Record<string, Text>;
