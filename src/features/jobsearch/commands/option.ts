import { menu, shortText } from '../../../discord/form.ts';
import { choice, optional, string } from '../../../discord/options.ts';
import { contracts, levels, remotes } from '../../../kernel/hiring.ts';
import { text } from '../messages/search.ts';
import { type Filters, longestPlace, placesLike } from '../rules/filter.ts';
import { longestText } from '../rules/words.ts';

/** What is looked for, as the options of a command. */
export const filterOptions = {
  text: optional(string({ fr: 'texte', description: text.textOption, max: longestText })),
  contract: optional(choice({ fr: 'contrat', description: text.contractOption, choices: contracts })),
  place: optional(
    string({
      fr: 'lieu',
      description: text.placeOption,
      max: longestPlace,
      complete: async (_context, typed) => placesLike(typed).map((name) => ({ name, value: name })),
    }),
  ),
  remote: optional(choice({ fr: 'teletravail', description: text.remoteOption, choices: remotes })),
  level: optional(choice({ fr: 'niveau', description: text.levelOption, choices: levels })),
};

/** The same, as the fields of a form. */
export const filterFields = {
  text: shortText({ label: text.textLabel, description: text.textHint, required: false, max: longestText }),
  place: shortText({ label: text.placeLabel, description: text.placeHint, required: false, max: longestPlace }),
  contract: menu({ label: text.contractLabel, choices: contracts, required: false, placeholder: text.any }),
  remote: menu({ label: text.remoteLabel, choices: remotes, required: false, placeholder: text.any }),
  level: menu({ label: text.levelLabel, choices: levels, required: false, placeholder: text.any }),
};

/** Filters, as such a form shows them. */
export const shownIn = ({ text: words, place, contract, remote, level }: Filters) => ({
  text: words,
  place: place ?? '',
  contract: contract ? [contract] : [],
  remote: remote ? [remote] : [],
  level: level ? [level] : [],
});
