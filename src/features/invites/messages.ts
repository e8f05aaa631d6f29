import { bold, type Text, UserError } from '../../kernel/text.ts';
import { timeOf } from '../../kernel/time.ts';

/** Noon of a day of the calendar, `2027-01-12`: the same date wherever it is read. */
export const spokenDay = (on: string): string => timeOf(new Date(`${on}T12:00:00Z`), 'D');

/** Why Discord has not made an invite. */
export type Problem = 'full' | 'many' | 'place' | 'forbidden';
/** Why an invite no longer works. */
export type Cause = 'revoked' | 'expired' | 'over' | 'gone' | 'used_up';

export const commandTexts = {
  invite: {
    name: { en: 'promo invite', fr: 'promo inviter' },
    description: {
      fr: 'Faire une invitation au serveur qui dit dans quelle promo la personne est attendue',
      en: 'Make an invite to the server that says in which promo the person is expected',
    },
  },
  list: {
    name: { en: 'promo invites', fr: 'promo invitations' },
    description: { fr: 'Voir et révoquer les invitations d’une promo', en: 'See and revoke the invites of a promo' },
  },
} as const;

export const optionTexts = {
  promo: { fr: 'promo', description: { fr: 'La promo', en: 'The promo' } },
  uses: {
    fr: 'utilisations',
    description: {
      fr: 'Combien de personnes peuvent venir, sans limite si rien n’est dit',
      en: 'How many people may come, without limit if nothing is said',
    },
  },
  days: {
    fr: 'jours',
    description: {
      fr: 'Jours après le début de la promo, 14 si rien n’est dit',
      en: 'Days after the start of the promo, 14 if nothing is said',
    },
  },
} as const;

const problems: Record<Problem, Text> = {
  full: {
    fr: 'pas encore faite : le serveur a 250 rôles, le plus que Discord permette. Demandez à l’administration du serveur d’en effacer un qui ne sert plus.',
    en: 'not made yet: the server has 250 roles, the most that Discord allows. Ask the server’s administrators to delete one that is no longer used.',
  },
  many: {
    fr: 'pas encore faite : le serveur a 1\u00a0000 invitations, le plus que Discord permette. Demandez à l’administration du serveur d’en effacer dans ses paramètres.',
    en: 'not made yet: the server has 1,000 invites, the most that Discord allows. Ask the server’s administrators to delete some in its settings.',
  },
  place: {
    fr: 'pas encore faite : aucun salon n’est réglé pour l’accueil. Demandez à l’administration du serveur de lancer `/setup auto`, qui le crée.',
    en: 'not made yet: no channel is set for the welcome. Ask the server’s administrators to run `/setup auto`, which creates it.',
  },
  forbidden: {
    fr: 'pas encore faite : il me manque une permission. Demandez à l’administration du serveur de lancer `/diagnostic`, qui dit laquelle.',
    en: 'not made yet: I lack a permission. Ask the server’s administrators to run `/diagnostic`, which says which one.',
  },
};

const causes: Record<Cause, Text> = {
  revoked: { fr: 'révoquée', en: 'revoked' },
  expired: { fr: 'arrivée à sa fin', en: 'past its end' },
  over: { fr: 'finie avec la promo', en: 'finished with the promo' },
  gone: { fr: 'effacée sur Discord', en: 'deleted on Discord' },
  used_up: { fr: 'toutes les utilisations sont prises', en: 'used up' },
};

export const text = {
  feature: {
    fr: 'Invitations d’une promo : la personne qui vient par l’une d’elles est attendue dans cette promo.',
    en: 'Invites of a promo: whoever comes by one of them is expected in that promo.',
  },
  role: (promo: string): Text => ({ fr: `${promo} (en attente)`, en: `${promo} (waiting)` }),
  title: (promo: string): Text => ({ fr: `Invitations : ${promo}`, en: `Invites: ${promo}` }),
  made: (link: string): Text => ({
    fr: `Voici l’invitation : ${link}\nLa personne qui vient par elle est attendue dans la promo et n’aura pas à la choisir. Ne la publiez pas : elle ouvre le serveur.`,
    en: `Here is the invite: ${link}\nWhoever comes by it is expected in the promo and need not choose it. Do not publish it: it opens the server.`,
  }),
  preparing: {
    fr: 'L’invitation se prépare. `/promo invitations` la montrera dès qu’elle est prête.',
    en: 'The invite is being made. `/promo invites` shows it as soon as it is ready.',
  },
  notMade: (problem: Problem): Text => ({ fr: `Invitation ${problems[problem].fr}`, en: `Invite ${problems[problem].en}` }),
  line: (number: number, what: string): Text => ({ fr: `**N° ${number}** · ${what}`, en: `**No. ${number}** · ${what}` }),
  uses: (uses: number, max: number): Text =>
    max === 0
      ? { fr: `${uses} arrivée${uses > 1 ? 's' : ''}`, en: `${uses} arrival${uses === 1 ? '' : 's'}` }
      : { fr: `${uses} arrivée${uses > 1 ? 's' : ''} sur ${max}`, en: `${uses} of ${max} arrivals` },
  until: (when: string): Text => ({ fr: `jusqu’au ${when}`, en: `until ${when}` }),
  askedBy: (who: string): Text => ({ fr: `demandée par ${who}`, en: `asked for by ${who}` }),
  inMaking: { fr: 'se prépare', en: 'being made' },
  waiting: (count: number): Text => ({
    fr:
      count > 1
        ? `${count} personnes venues par ces invitations attendent encore leur identification.`
        : 'Une personne venue par ces invitations attend encore son identification.',
    en:
      count > 1
        ? `${count} people who came by these invites still wait to be identified.`
        : 'One person who came by these invites still waits to be identified.',
  }),
  none: {
    fr: 'Aucune invitation ne marche pour cette promo. `/promo inviter` en fait une.',
    en: 'No invite works for this promo. `/promo invite` makes one.',
  },
  past: { fr: 'Les dernières qui ne marchent plus', en: 'The last that no longer work' },
  dead: (number: number, cause: Cause, uses: Text): Text => ({
    fr: `N° ${number} · ${causes[cause].fr} · ${uses.fr}`,
    en: `No. ${number} · ${causes[cause].en} · ${uses.en}`,
  }),
  problem: (problem: Problem): Text => problems[problem],
  revoke: (number: number): Text => ({ fr: `Révoquer le n° ${number}`, en: `Revoke no. ${number}` }),
  refresh: { fr: 'Rafraîchir', en: 'Refresh' },
  card: (promo: string): Text => ({
    fr: `Arrivée par une invitation de la promo **${promo}**.`,
    en: `Came by an invite of the promo **${promo}**.`,
  }),
  purpose: {
    fr: 'Savoir dans quelle promo est attendue une personne venue par son invitation, et qui a demandé l’invitation.',
    en: 'To know in which promo somebody who came by its invite is expected, and who asked for the invite.',
  },
  retention: {
    fr: 'La venue : jusqu’à l’entrée dans cette promo ou une autre réponse de l’équipe, au plus tard à la fin de la promo. L’invitation : un an après sa fin.',
    en: 'The arrival: until they enter that promo or staff answer otherwise, at the latest until the promo ends. The invite: a year after its end.',
  },
};

export const over = (name: string) =>
  new UserError('invites.over', {
    fr: `${bold(name)} est terminée ou annulée : on n’y invite plus. Pour une autre promo, choisissez-la dans la liste.`,
    en: `${bold(name)} has ended or was cancelled: nobody is invited to it any more. For another promo, choose it in the list.`,
  });

export const tooLate = (name: string, when: string) =>
  new UserError('invites.too_late', {
    fr: `${bold(name)} a commencé, et cette invitation aurait pris fin le ${when}. Demandez plus de jours avec l’option \`jours\`, jusqu’à 90, ou faites entrer les personnes avec \`/promo ajouter\`.`,
    en: `${bold(name)} has begun, and this invite would have ended on ${when}. Ask for more days with the option \`days\`, up to 90, or bring people in with \`/promo add\`.`,
  });

export const tooMany = (limit: number) =>
  new UserError('invites.too_many', {
    fr: `Cette promo a déjà ${limit} invitations qui marchent. Révoquez-en une avec \`/promo invitations\`, ou donnez une de celles-là.`,
    en: `This promo already has ${limit} invites that work. Revoke one with \`/promo invites\`, or give out one of those.`,
  });

export const noRole = (there: number, limit: number) =>
  new UserError('invites.no_role', {
    fr: `L’invitation a besoin d’un rôle de plus, et le serveur en a ${there} sur ${limit}. Demandez à l’administration du serveur d’effacer un rôle qui ne sert plus, puis recommencez.`,
    en: `The invite needs one more role, and the server has ${there} of ${limit}. Ask the server’s administrators to delete a role that is no longer used, then try again.`,
  });

export const noPlace = () =>
  new UserError('invites.no_place', {
    fr: 'Aucun salon n’est réglé pour l’accueil, et une invitation mène à un salon. Demandez à l’administration du serveur de lancer `/setup auto`, qui le crée, puis recommencez.',
    en: 'No channel is set for the welcome, and an invite leads to a channel. Ask the server’s administrators to run `/setup auto`, which creates it, then try again.',
  });

export const unknownInvite = () =>
  new UserError('invites.unknown', {
    fr: 'Cette invitation n’existe pas. `/promo invitations` montre celles d’une promo.',
    en: 'There is no such invite. `/promo invites` shows those of a promo.',
  });

export const alreadyDead = (cause: Cause) =>
  new UserError('invites.dead', {
    fr: `Cette invitation ne marche déjà plus : ${causes[cause].fr}. Rien n’a changé.`,
    en: `This invite no longer works already: ${causes[cause].en}. Nothing has changed.`,
  });
