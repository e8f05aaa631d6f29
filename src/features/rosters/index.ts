import type { Feature } from '../../kernel/feature.ts';
import { home } from './commands/home.ts';
import { codes, confirm, expected, importList, renew, turnPage } from './commands/import.ts';
import { text } from './messages/import.ts';
import { eraseRosters, exportRosters } from './service/retention.ts';
import { forget, meet } from './tasks.ts';

/** Who is expected in a promo: read from the file that staff have, and recognised at once by a code of their own. */
export const rosters: Feature = {
  name: 'rosters',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home,
  commands: [importList, codes],
  components: [confirm, expected, turnPage, renew],
  events: [],
  tasks: [],
  schedules: [forget, meet],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportRosters, erase: eraseRosters },
};
