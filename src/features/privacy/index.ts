import type { Feature } from '../../kernel/feature.ts';
import { askErase, confirmErase, downloadData, keepData, myData, openData, turnPage } from './commands.ts';
import { kept, text } from './messages.ts';
import { eraseTraces, exportTraces } from './service.ts';
import { sweep, takeBack } from './tasks.ts';
import { dataId } from './wire.ts';

export const privacy: Feature = {
  name: 'privacy',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home: async () => [{ text: text.homeLine, button: { label: text.homeButton, customId: dataId.encode({}) } }],
  commands: [myData],
  components: [openData, turnPage, downloadData, askErase, confirmErase, keepData],
  events: [],
  tasks: [takeBack],
  schedules: [sweep],
  personalData: { ...kept, export: exportTraces, erase: eraseTraces },
};
