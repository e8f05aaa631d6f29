import type { Text } from '../../../kernel/text.ts';
import { escapeMarkdown } from '../../../kernel/text.ts';
import type { Step } from '../wire.ts';
import { permissionList } from './permissions.ts';

const mention = (what: string, id: string): string => (what === 'role' ? `<@&${id}>` : `<#${id}>`);

const kinds = {
  role: { fr: 'rôle', en: 'role' },
  channel: { fr: 'salon', en: 'channel' },
  category: { fr: 'catégorie', en: 'category' },
  overwrite: { fr: 'salon', en: 'channel' },
} satisfies Record<string, Text>;

const several = {
  role: { fr: 'rôles', en: 'roles' },
  channel: { fr: 'salons', en: 'channels' },
  category: { fr: 'catégories', en: 'categories' },
  overwrite: { fr: 'salons', en: 'channels' },
} satisfies Record<string, Text>;

/** Several places of a kind of which there is nothing more to say, in one line. */
export const placesText = (what: keyof typeof several, ids: readonly string[]): Text => {
  const list = ids.map((id) => mention(what, id)).join(', ');
  const { fr, en } = (ids.length > 1 ? several : kinds)[what];
  return { fr: `${fr} ${list}`, en: `${en} ${list}` };
};

const whyPassed = {
  above: { fr: 'il est au-dessus du mien', en: 'it is above mine' },
  managed: { fr: 'une intégration le gère', en: 'an integration manages it' },
  dangerous: { fr: 'il donne des permissions étendues', en: 'it gives wide permissions' },
  public: { fr: 'tout le monde peut le voir', en: 'everybody can see it' },
  kind: { fr: 'il n’est pas du bon type', en: 'it is not of the right kind' },
  blind: { fr: 'il m’y manque des permissions', en: 'I lack permissions there' },
  taken: { fr: 'il sert déjà à autre chose', en: 'it already serves something else' },
} satisfies Record<string, Text>;

/** How to bind by hand what a run left alone. */
const byHand = (what: string): Text =>
  what === 'role'
    ? { fr: 'pour l’utiliser quand même : `/configurer rôle`', en: 'to use it all the same: `/setup role`' }
    : { fr: 'pour l’utiliser quand même : `/configurer salon`', en: 'to use it all the same: `/setup channel`' };

function refused(line: Extract<Step, { did: 'refused' }>): Text {
  const name = escapeMarkdown(line.name);
  if (line.what === 'overwrite') {
    return {
      fr: `Permissions de ${name} : Discord a refusé. Donnez-moi « Gérer les rôles », aussi dans ce salon.`,
      en: `Permissions of ${name}: Discord refused. Give me “Manage Roles”, in this channel too.`,
    };
  }
  const kind = kinds[line.what];
  if (line.why === 'full') {
    return {
      fr: `${kind.fr} ${name} : ce serveur a atteint la limite de Discord. Supprimez ce qui ne sert plus, puis relancez \`/configurer auto\`.`,
      en: `${kind.en} ${name}: this server has reached Discord’s limit. Delete what is no longer used, then run \`/setup auto\` again.`,
    };
  }
  const list = permissionList(line.missing);
  return {
    fr: `${kind.fr} ${name} : il me manque ${list.fr}. Activez-la pour mon rôle dans Paramètres du serveur, puis Rôles, et relancez \`/configurer auto\`.`,
    en: `${kind.en} ${name}: I lack ${list.en}. Turn it on for my role in Server Settings, then Roles, and run \`/setup auto\` again.`,
  };
}

/** What one step of a run says to the person who asked for it. */
export function stepText(line: Step): Text {
  switch (line.did) {
    case 'adopted':
      return placesText(line.what, [line.id]);
    case 'created': {
      const shown = placesText(line.what, [line.id]);
      const lacking = permissionList(line.lacking);
      if (line.lacking.length === 0) return shown;
      return {
        fr: `${shown.fr}, sans ${lacking.fr} que je n’ai pas moi-même`,
        en: `${shown.en}, without ${lacking.en}, which I lack myself`,
      };
    }
    case 'forgot':
      return {
        fr: `\`${line.key}\` : ce qui lui servait a été supprimé de Discord, je l’ai oublié`,
        en: `\`${line.key}\`: what served it was deleted from Discord, I forgot it`,
      };
    case 'mended':
      return { fr: `permissions de ${mention(line.what, line.id)}`, en: `permissions of ${mention(line.what, line.id)}` };
    case 'passed':
      return {
        fr: `${mention(line.what, line.id)} porte le nom prévu, mais je l’ai laissé : ${whyPassed[line.why].fr} (${byHand(line.what).fr})`,
        en: `${mention(line.what, line.id)} has the expected name, but I left it: ${whyPassed[line.why].en} (${byHand(line.what).en})`,
      };
    case 'refused':
      return refused(line);
    case 'deployed':
      return { fr: 'mes commandes, remises à jour dans Discord', en: 'my commands, brought up to date in Discord' };
    case 'lost':
      return line.why === 'guild'
        ? { fr: 'je n’ai plus accès à ce serveur', en: 'I no longer have access to this server' }
        : {
            fr: 'interrompu, et je ne peux pas vérifier ce que j’avais créé : donnez-moi « Voir les logs du serveur », puis relancez `/configurer auto`',
            en: 'interrupted, and I cannot check what I had created: give me “View Audit Log”, then run `/setup auto` again',
          };
    case 'kept':
      return {
        fr: `${line.roles} ${line.roles > 1 ? 'rôles étaient' : 'rôle était'} en place, et ${line.channels} ${line.channels > 1 ? 'salons' : 'salon'}.`,
        en: `${line.roles} ${line.roles > 1 ? 'roles were' : 'role was'} in place, and ${line.channels} ${line.channels > 1 ? 'channels' : 'channel'}.`,
      };
  }
}

export const reportText = {
  done: { fr: 'La configuration est faite.', en: 'The set-up is done.' },
  unchanged: { fr: 'Rien n’a changé : tout était déjà en place.', en: 'Nothing changed: all was in place already.' },
  partial: { fr: 'La configuration est faite en partie.', en: 'The set-up is partly done.' },
  running: {
    fr: 'La configuration continue. `/configurer voir` vous en montrera le résultat.',
    en: 'The set-up goes on. `/setup show` will show you the result.',
  },
  created: { fr: 'J’ai créé', en: 'I created' },
  adopted: { fr: 'J’utilise, car cela existait déjà', en: 'I use, as it was there already' },
  mended: { fr: 'J’ai réparé', en: 'I mended' },
  noticed: { fr: 'À savoir', en: 'Good to know' },
  refused: { fr: 'Il reste à régler', en: 'Still to be settled' },
  open: (when: string): Text => ({
    fr: `Une configuration automatique est en cours, commencée ${when}.`,
    en: `An automatic set-up is running, begun ${when}.`,
  }),
  last: (when: string): Text => ({
    fr: `Dernière configuration automatique : ${when}.`,
    en: `Last automatic set-up: ${when}.`,
  }),
} satisfies Record<string, Text | ((when: string) => Text)>;
