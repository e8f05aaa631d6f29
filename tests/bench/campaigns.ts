import { monitorEventLoopDelay } from 'node:perf_hooks';
import { usualLevels } from '../../src/features/campaigns/rules.ts';
import { keepProposal } from '../../src/features/campaigns/service/compute.ts';
import { feedProposal } from '../../src/features/campaigns/service/feed.ts';
import { proposeWork } from '../../src/features/campaigns/service/propose.ts';
import { publish } from '../../src/features/campaigns/service/publish.ts';
import { workApart } from '../../src/infra/apart.ts';
import { type Db, openDatabase } from '../../src/infra/db.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { migrate } from '../../src/infra/migrate.ts';
import { migrateQueue } from '../../src/infra/tasks.ts';
import { day } from '../../src/kernel/time.ts';
import type { Scene } from './bot.ts';
import type { Measure } from './measure.ts';

/** A part of the bench of mentoring: a campaign from its rows to its preview, through the thread apart, while somebody else would want to be answered. */
