import { panelIn } from '../../../infra/panel.ts';
import { mentoringKey } from '../../../kernel/mentoring.ts';
import { panelTask } from '../wire.ts';

export const { promisePanel, promisePanels, findPanel, recordPanel, restorePanel } = panelIn(mentoringKey, panelTask);
