import { automodRules, incidentRules } from './automod.ts';
import { choiceRules, commandRules } from './command.ts';
import { componentRules } from './component.ts';
import { formRules } from './form.ts';
import { messageRules } from './message.ts';
import { banRules, inviteRules, memberRules, placeRules, reasonRules, roleRules } from './place.ts';

/** Every rule about bodies, by what it is about. Rules about state (who may, what exists) are in `operations/` with the refusals of `errors.ts`. */
export const ruleTable = {
  message: messageRules,
  component: componentRules,
  form: formRules,
  command: commandRules,
  choices: choiceRules,
  place: placeRules,
  invite: inviteRules,
  role: roleRules,
  member: memberRules,
  ban: banRules,
  reason: reasonRules,
  automod: automodRules,
  incidents: incidentRules,
} as const;
