import { panelIn } from '../../../infra/panel.ts';
import { recruitersKey } from '../../../kernel/hiring.ts';
import { panelTask } from '../wire.ts';

export const { promisePanel, promisePanels, findPanel, recordPanel, restorePanel } = panelIn(recruitersKey, panelTask);
