import { type App, features, startApp } from '../../src/app.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { cpu, memory, serve } from './child.ts';
import { bench } from './feature.ts';
import type { Place } from './stage.ts';

let app: App | undefined;

/** The whole program. Schedules stay out: what they find to do would be measured with whatever runs at that moment. */
export const handlers = {
  async start({
    place,
    databaseUrl,
    messageContent,
  }: {
    place: Place;
    databaseUrl: string;
    messageContent: boolean;
  }): Promise<void> {
    app = await startApp({
      discordToken: place.token,
      discordApiUrl: place.apiUrl,
      discordGuildId: undefined,
      databaseUrl,
      httpPort: 0,
      messageContent,
      clock: systemClock,
      log: createLogger('warn'),
      features: [...features.map((feature) => ({ ...feature, schedules: [] })), bench],
    });
  },
  cpu,
  memory,
  stop: async () => app?.stop(),
};

serve(handlers);
