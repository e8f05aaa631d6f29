import type { Feature } from '../../kernel/feature.ts';
import { hiringKey, recruitersKey } from '../../kernel/hiring.ts';
import { staffRoles } from '../../kernel/role.ts';
import { changed, left, messageDeleted, messagesDeleted } from './commands/arrival.ts';
import { home, card as personCard } from './commands/home.ts';
import {
  accept,
  back,
  bring,
  decline,
  hand,
  invitation,
  invite,
  invitee,
  people,
  person,
  remove,
  withdraw,
} from './commands/people.ts';
import { edit, editCommand, editForm, own, register, registerForm, start } from './commands/register.ts';
import { approve, ask, lift, question, queue, refusal, refuse, see, suspend, suspension, turnPage } from './commands/review.ts';
import { answer, answerForm, leave, leaveSure, renew, show } from './commands/show.ts';
import { text } from './messages/company.ts';
import { promiseMissingCards } from './service/card.ts';
import { promisePanel } from './service/panel.ts';
import { eraseCompanies, exportCompanies } from './service/privacy.ts';
import { promiseDueRoles } from './service/role.ts';
import { card, keepPosted, remindLate, removeCard, tellStaff } from './tasks/card.ts';
import { forget, keepTime, remind } from './tasks/life.ts';
import { panel } from './tasks/panel.ts';
import { grantAgain, role, strip } from './tasks/role.ts';
import { tellInvited, tellPeople } from './tasks/telling.ts';

/** Who recruits here: companies make themselves known, staff verify them, and their people come in. */
export const companies: Feature = {
  name: 'companies',
  description: text.feature,
  needs: {
    roles: [],
    channels: [
      {
        key: hiringKey,
        name: 'suivi-recrutement',
        topic: text.topicHiring,
        kind: 'text',
        category: 'Équipe',
        visibleTo: staffRoles,
        readOnly: true,
        bot: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory'],
      },
      {
        key: recruitersKey,
        name: 'espace-entreprises',
        topic: text.topicRecruiters,
        kind: 'text',
        category: 'Emploi',
        visibleTo: ['recruiter', 'candidate'],
        readOnly: true,
        panel: true,
        bot: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory', 'CreatePrivateThreads', 'SendMessagesInThreads'],
      },
    ],
  },
  home,
  card: personCard,
  commands: [register, show, editCommand, invite],
  components: [
    start,
    registerForm,
    own,
    edit,
    editForm,
    answer,
    answerForm,
    renew,
    leave,
    leaveSure,
    people,
    back,
    person,
    invitee,
    hand,
    remove,
    withdraw,
    invitation,
    accept,
    decline,
    approve,
    refuse,
    refusal,
    ask,
    question,
    suspend,
    suspension,
    lift,
    see,
    queue,
    turnPage,
    bring,
  ],
  events: [left, changed, messageDeleted, messagesDeleted],
  tasks: [panel, card, removeCard, tellStaff, remindLate, tellPeople, tellInvited, role, strip],
  schedules: [keepPosted, keepTime, remind, grantAgain, forget],
  async bound(tx, guildId, key) {
    if (key === recruitersKey || key === 'language') await promisePanel(tx, guildId);
    if (key === hiringKey) await promiseMissingCards(tx, guildId);
    if (key === 'recruiter') await promiseDueRoles(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportCompanies, erase: eraseCompanies },
};
