import { type Text, UserError } from '../../../kernel/text.ts';
import type { Audience, ChannelKind, Level, Variant } from '../rules/template.ts';

export const commandTexts = {
  show: {
    name: { en: 'template show', fr: 'modele voir' },
    description: {
      fr: 'Voir l’espace que recevront les promos d’une formation',
      en: 'See the space that the promos of a course will get',
    },
  },
  edit: {
    name: { en: 'template edit', fr: 'modele modifier' },
    description: {
      fr: 'Changer l’espace que recevront les promos d’une formation',
      en: 'Change the space that the promos of a course will get',
    },
  },
  copy: {
    name: { en: 'template copy', fr: 'modele copier' },
    description: { fr: 'Reprendre le modèle d’une autre formation', en: 'Take over the template of another course' },
  },
  read: {
    name: { en: 'template read', fr: 'modele lire' },
    description: { fr: 'Faire un modèle d’une catégorie du serveur', en: 'Turn a category of the server into a template' },
  },
} as const;

export const optionTexts = {
  course: { fr: 'formation', description: { fr: 'La formation', en: 'The course' } },
  from: { fr: 'depuis', description: { fr: 'La formation dont on reprend le modèle', en: 'The course whose template is taken' } },
  to: { fr: 'vers', description: { fr: 'La formation qui le reçoit', en: 'The course that gets it' } },
  learners: {
    fr: 'role',
    description: {
      fr: 'Le rôle des personnes en formation, si la catégorie en nomme plusieurs',
      en: 'The role of the learners, when the category names several',
    },
  },
  category: { fr: 'categorie', description: { fr: 'La catégorie à lire', en: 'The category to read' } },
} as const;

export const kindNames = {
  forum: { fr: 'Forum', en: 'Forum' },
  text: { fr: 'Salon textuel', en: 'Text channel' },
  voice: { fr: 'Salon vocal', en: 'Voice channel' },
} as const satisfies Record<ChannelKind, Text>;

export const levelNames = {
  none: { fr: 'Ne voit pas', en: 'Does not see' },
  read: { fr: 'Lit', en: 'Reads' },
  answer: { fr: 'Lit et répond', en: 'Reads and answers' },
  write: { fr: 'Écrit (ou parle)', en: 'Writes (or speaks)' },
} as const satisfies Record<Level, Text>;

export const variantNames = {
  both: { fr: 'Toutes les promos', en: 'All promos' },
  onsite: { fr: 'Seulement sur place', en: 'Only on site' },
  remote: { fr: 'Seulement à distance', en: 'Only at a distance' },
} as const satisfies Record<Variant, Text>;

export const demandNames = {
  no: { fr: 'Un salon où l’on parle', en: 'A channel to speak in' },
  yes: { fr: 'Ouvrir une salle à la demande', en: 'Open a room on demand' },
} as const satisfies Record<string, Text>;

export const audienceNames = {
  learner: { fr: 'Personnes en formation', en: 'Learners' },
  trainer: { fr: 'Équipe pédagogique', en: 'Trainers' },
  staff: { fr: 'Équipe du centre', en: 'Staff' },
} as const satisfies Record<Audience, Text>;

export const text = {
  title: (course: string): Text => ({ fr: `Modèle d’espace : ${course}`, en: `Template of a space: ${course}` }),
  isDefault: {
    fr: 'C’est le modèle par défaut. Le modifier en fait un modèle propre à cette formation.',
    en: 'This is the default template. Changing it makes a template of this course’s own.',
  },
  isOwn: { fr: 'Ce modèle est propre à cette formation.', en: 'This template is this course’s own.' },
  words: {
    fr: 'Dans les noms et les textes, `{promo}`, `{course}`, `{campus}`, `{start}` et `{end}` deviennent ceux de la promo. Les promos déjà créées gardent leur espace.',
    en: 'In names and texts, `{promo}`, `{course}`, `{campus}`, `{start}` and `{end}` become the promo’s own. Promos that exist already keep their space.',
  },
  posts: (titles: string): Text => ({ fr: `sujets prêts : ${titles}`, en: `ready posts: ${titles}` }),
  choose: { fr: 'Changer un salon…', en: 'Change a channel…' },
  add: { fr: 'Ajouter un salon…', en: 'Add a channel…' },
  drop: { fr: 'Retirer un salon…', en: 'Remove a channel…' },
  edit: { fr: 'Modifier', en: 'Edit' },
  reset: { fr: 'Revenir au modèle par défaut', en: 'Back to the default template' },
  formTitle: { fr: 'Un salon du modèle', en: 'A channel of the template' },
  name: { fr: 'Nom', en: 'Name' },
  learner: { fr: 'Les personnes en formation', en: 'Learners' },
  trainer: { fr: 'L’équipe pédagogique', en: 'Trainers' },
  variant: { fr: 'Quelles promos', en: 'Which promos' },
  content: { fr: 'Sujets prêts, ou description', en: 'Ready posts, or description' },
  contentHelp: {
    fr: 'Forum : un sujet par ligne, Titre | Étiquette | Texte (\\| pour une barre). Sinon, la description.',
    en: 'Forum: one post a line, Title | Tag | Text (\\| for a bar). Otherwise, the description.',
  },
  tooLong: {
    fr: 'Les sujets prêts de ce forum sont trop longs pour un formulaire : ils restent comme ils sont. Pour les changer, faites-le dans une catégorie du serveur, puis `/modele lire`.',
    en: 'The ready posts of this forum are too long for a form: they stay as they are. To change them, do so in a category of the server, then `/template read`.',
  },
  demand: { fr: 'Ce que fait le salon', en: 'What the channel does' },
  demandHelp: {
    fr: 'À la demande : chaque personne qui y entre reçoit une salle à elle, effacée dès qu’elle est vide.',
    en: 'On demand: each person who enters gets a room of their own, deleted as soon as it is empty.',
  },
  onDemand: { fr: 'ouvre une salle à la demande', en: 'opens a room on demand' },
  newChannel: (kind: Text): Text => ({ fr: `Nouveau : ${kind.fr}`, en: `New: ${kind.en}` }),
  copied: (from: string, to: string): Text => ({
    fr: `**${to}** a maintenant le modèle de **${from}**.`,
    en: `**${to}** now has the template of **${from}**.`,
  }),
  readPreview: (count: number, category: string): Text => ({
    fr: `Voici ce que j’ai lu dans **${category}** : ${count} salon${count > 1 ? 's' : ''}. Rien n’est encore enregistré.`,
    en: `This is what I read in **${category}**: ${count} channel${count > 1 ? 's' : ''}. Nothing is saved yet.`,
  }),
  keep: { fr: 'En faire le modèle', en: 'Make it the template' },
  back: { fr: 'Ne rien changer', en: 'Change nothing' },
  askDrop: (channel: string, posts: number): Text => ({
    fr: `**${channel}** va sortir du modèle${posts > 0 ? `, avec ${posts} sujet${posts > 1 ? 's prêts' : ' prêt'}` : ''}. Les promos déjà créées gardent leur salon.`,
    en: `**${channel}** will leave the template${posts > 0 ? `, with ${posts} ready post${posts === 1 ? '' : 's'}` : ''}. Promos that exist already keep their channel.`,
  }),
  confirmDrop: { fr: 'Oui, le retirer', en: 'Yes, remove it' },
  askReset: (channels: number): Text => ({
    fr: `Le modèle propre à cette formation (${channels} salon${channels > 1 ? 's' : ''}, avec leurs sujets prêts) sera effacé ; ses prochaines promos auront le modèle par défaut. On ne peut pas revenir en arrière.`,
    en: `The template of this course’s own (${channels} channel${channels === 1 ? '' : 's'}, with their ready posts) will be deleted; its next promos get the default template. There is no way back.`,
  }),
  confirmReset: { fr: 'Oui, l’effacer', en: 'Yes, delete it' },
  askCopy: (from: string, to: string, lost: number): Text => ({
    fr: `**${to}** va recevoir le modèle de **${from}**.${lost > 0 ? ` Le sien (${lost} salon${lost > 1 ? 's' : ''}) sera effacé ; on ne peut pas revenir en arrière.` : ''}`,
    en: `**${to}** will get the template of **${from}**.${lost > 0 ? ` Its own (${lost} channel${lost === 1 ? '' : 's'}) will be deleted; there is no way back.` : ''}`,
  }),
  confirmCopy: { fr: 'Oui, le reprendre', en: 'Yes, take it over' },
  ranks: (learner: Text, trainer: Text): Text => ({
    fr: `en formation : ${learner.fr.toLowerCase()} ; équipe pédagogique : ${trainer.fr.toLowerCase()}`,
    en: `learners: ${learner.en.toLowerCase()}; trainers: ${trainer.en.toLowerCase()}`,
  }),
};

export const unknownChannel = () =>
  new UserError('catalogue.unknown_channel', {
    fr: 'Ce salon n’est plus dans le modèle : quelqu’un l’a changé. Rouvrez `/modele modifier`.',
    en: 'This channel is no longer in the template: somebody changed it. Open `/template edit` again.',
  });

export const badPosts = (lines: readonly { line: number; why: 'shape' | 'long' }[]) =>
  new UserError('catalogue.bad_posts', {
    fr: lines
      .map(
        ({ line, why }) =>
          `Ligne ${line} : ${why === 'shape' ? 'écrivez « Titre | Étiquette | Texte » ou « Titre | Texte »' : 'titre, étiquette ou texte trop long'}.`,
      )
      .join('\n'),
    en: lines
      .map(
        ({ line, why }) =>
          `Line ${line}: ${why === 'shape' ? 'write “Title | Tag | Text” or “Title | Text”' : 'title, tag or text too long'}.`,
      )
      .join('\n'),
  });

export const tooLarge = (channels: number, posts: number) =>
  new UserError('catalogue.template_too_large', {
    fr: `Un modèle a au plus ${channels} salons, et un forum au plus ${posts} sujets prêts. Rien n’a changé.`,
    en: `A template has at most ${channels} channels, and a forum at most ${posts} ready posts. Nothing has changed.`,
  });

export const lastChannel = () =>
  new UserError('catalogue.last_channel', {
    fr: 'Un modèle garde au moins un salon. Ajoutez-en un autre avant de retirer celui-ci.',
    en: 'A template keeps at least one channel. Add another one before you remove this one.',
  });

export const emptyCategory = () =>
  new UserError('catalogue.empty_category', {
    fr: 'Je ne vois dans cette catégorie aucun salon textuel, vocal ou forum. Vérifiez que je peux la voir.',
    en: 'I see no text channel, voice channel or forum in this category. Check that I can see it.',
  });

export const whichRole = (roles: readonly string[]) =>
  new UserError('catalogue.which_role', {
    fr: `Cette catégorie nomme plusieurs rôles : ${roles.slice(0, 10).join(', ')}. Relancez \`/modele lire\` avec l’option \`role\` : celui des personnes en formation.`,
    en: `This category names several roles: ${roles.slice(0, 10).join(', ')}. Run \`/template read\` again with the option \`learners\`: the role of the learners.`,
  });

export const sameCourse = () =>
  new UserError('catalogue.same_course', {
    fr: 'Choisissez deux formations différentes.',
    en: 'Choose two different courses.',
  });
