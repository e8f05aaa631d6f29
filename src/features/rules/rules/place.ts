import { offersKey } from '../../../kernel/hiring.ts';

/** Channels in which offers of jobs are at home, by the key under which they are bound. */
export const jobSearchChannels = [offersKey, 'job_search'] as const;
