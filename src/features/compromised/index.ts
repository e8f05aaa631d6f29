import type { Feature } from '../../kernel/feature.ts';
import { moderationKey } from '../../kernel/moderation.ts';
import { back, extend, findings, free } from './commands.ts';
import { text } from './messages.ts';
import { promiseCards } from './service/card.ts';
import { eraseAccounts, exportAccounts } from './service/privacy.ts';
import { acted, card, drop, forget, hold, look, remove, retry, secure, tellOwner } from './tasks.ts';

/** An account that floods channels is stopped for a day, and its owner is told how to get it back. */
export const compromised: Feature = {
  name: 'compromised',
  description: text.feature,
  needs: { roles: [], channels: [] },
  findings,
  commands: [],
  components: [free, extend, back],
  events: [],
  tasks: [secure, acted, remove, hold, tellOwner, card, drop],
  schedules: [look, retry, forget],
  bound: async (tx, guildId, key) => (key === moderationKey ? promiseCards(tx, guildId) : undefined),
  personalData: { purpose: text.purpose, retention: text.retention, export: exportAccounts, erase: eraseAccounts },
};
