import { panelIn } from '../../../infra/panel.ts';
import { panelTask } from '../wire.ts';

/** Key of the panel in `panel`, and of its channel in the settings. */
export const jobSearchKey = 'job_search';

export const { promisePanel, promisePanels, findPanel, recordPanel, restorePanel } = panelIn(jobSearchKey, panelTask);
