import { panelIn } from '../../../infra/panel.ts';
import { rulesKey } from '../../../kernel/moderation.ts';
import { panelTask } from '../wire.ts';

export const { promisePanel, promisePanels, findPanel, recordPanel, restorePanel } = panelIn(rulesKey, panelTask);
