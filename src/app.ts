import { API } from '@discordjs/core/http-only';
import type { Config } from './config.ts';
import { createClient, createInteractions, createRest, grantedIntents } from './discord/client.ts';
import type { World } from './discord/context.ts';
import { createDelivery } from './discord/delivery.ts';
import { createDeployment } from './discord/deploy.ts';
import { codeOf, failureOf } from './discord/failure.ts';
import { createDownload } from './discord/file.ts';
import { createGateway } from './discord/gateway.ts';
import { createHolder } from './discord/holder.ts';
import { mirrorPlaces } from './discord/place.ts';
import { createRouter } from './discord/router.ts';
import { mirrorVoice } from './discord/voice.ts';
import { announcements } from './features/announcements/index.ts';
import { appeals } from './features/appeals/index.ts';
import { applications } from './features/applications/index.ts';
import { automod } from './features/automod/index.ts';
import { campaigns } from './features/campaigns/index.ts';
import { catalogue } from './features/catalogue/index.ts';
import { charter } from './features/charter/index.ts';
import { circles } from './features/circles/index.ts';
import { cleaning } from './features/cleaning/index.ts';
import { companies } from './features/companies/index.ts';
import { compromised } from './features/compromised/index.ts';
import { groups } from './features/groups/index.ts';
import { home } from './features/home/index.ts';
import { invites } from './features/invites/index.ts';
import { jobs } from './features/jobs/index.ts';
import { jobsearch } from './features/jobsearch/index.ts';
import { jobstats } from './features/jobstats/index.ts';
import { logs } from './features/logs/index.ts';
import { members } from './features/members/index.ts';
import { mentoring } from './features/mentoring/index.ts';
import { mentors } from './features/mentors/index.ts';
import { mentorstats } from './features/mentorstats/index.ts';
import { moderation } from './features/moderation/index.ts';
import { modstats } from './features/modstats/index.ts';
import { onboarding } from './features/onboarding/index.ts';
import { pairs } from './features/pairs/index.ts';
import { privacy } from './features/privacy/index.ts';
import { promos } from './features/promos/index.ts';
import { raids } from './features/raids/index.ts';
import { reports } from './features/reports/index.ts';
import { rosters } from './features/rosters/index.ts';
import { rules } from './features/rules/index.ts';
import { sessions } from './features/sessions/index.ts';
import { settings } from './features/settings/index.ts';
import { talents } from './features/talents/index.ts';
import { voice } from './features/voice/index.ts';
import { votes } from './features/votes/index.ts';
import { type Database, isOutage, openDatabase } from './infra/db.ts';
import { serveHealth } from './infra/http.ts';
import type { Logger } from './infra/logger.ts';
import { createMetrics } from './infra/metrics.ts';
import { migrate } from './infra/migrate.ts';
import { queueLag } from './infra/queue.ts';
import { readSettings } from './infra/settings.ts';
import { migrateQueue, startTasks } from './infra/tasks.ts';
import type { Feature } from './kernel/feature.ts';
import { type Clock, second, waitUntil } from './kernel/time.ts';

/** Every feature of the program, and the only list of them. */
export const features: readonly Feature[] = [
  settings,
  // Before the members: who is erased is found in the rosters by the address that is kept there.
  rosters,
  members,
  onboarding,
  catalogue,
  promos,
  announcements,
  invites,
  groups,
  voice,
  companies,
  jobs,
  jobsearch,
  talents,
  applications,
  jobstats,
  mentors,
  pairs,
  mentoring,
  sessions,
  campaigns,
  circles,
  mentorstats,
  charter,
  moderation,
  appeals,
  votes,
  reports,
  raids,
  rules,
  automod,
  compromised,
  cleaning,
  logs,
  modstats,
  home,
  privacy,
];

export type AppOptions = Pick<Config, 'discordApiUrl' | 'discordGuildId' | 'httpPort' | 'messageContent'> & {
  discordToken: string;
  databaseUrl: string;
  clock: Clock;
  log: Logger;
  /** Of the calls to Discord, interactions aside; Discord's own limit without it. */
  requestsPerSecond?: number | undefined;
  /** Others than the program's own, for the bench. */
  features?: readonly Feature[];
};

export type App = {
  database: Database;
  applicationId: string;
  /** Port of the health server; 0 when there is none. */
  healthPort: number;
  /** Asks every schedule now: what is due was moved closer by a clock. */
  tick(): Promise<void>;
  /** Interactions and events being handled. */
  busy(): number;
  isReady(): boolean;
  /** Leaves the gateway, lets what runs finish, closes everything. */
  stop(): Promise<void>;
};

/** How long handlers in flight may take when the program stops. */
const drain = 10 * second;

export async function startApp(options: AppOptions): Promise<App> {
  const { clock, log, discordToken: token, discordApiUrl: apiUrl } = options;
  const metrics = createMetrics();

  await migrate(options.databaseUrl);
  const database = openDatabase(options.databaseUrl, log);
  await migrateQueue(database.pool);

  // Not the gateway's own: that one forgets its token when it disconnects, and tasks still have to finish.
  const discord = new API(createRest({ token, apiUrl, requestsPerSecond: options.requestsPerSecond }));
  const application = await discord.applications.getCurrent();
  const granted = grantedIntents(application);
  if (!granted.members)
    log.warn('the Server Members intent is off: nobody is welcomed until it is switched on in the developer portal');

  const declared = options.features ?? features;
  const client = createClient({ token, apiUrl, messageContent: options.messageContent }, granted);
  const commands = declared.flatMap((feature) => feature.commands);
  const settingsOf = (guildId: string) => readSettings(database.db, guildId);
  const world: World = {
    ...createHolder(discord, settingsOf),
    db: database.db,
    clock,
    discord,
    applicationId: application.id,
    download: createDownload(apiUrl),
    commands: createDeployment(discord, application.id, options.discordGuildId, commands),
    wanted: { messageContent: options.messageContent },
    reads: { messageContent: options.messageContent && granted.content },
    log,
    voice: mirrorVoice(client),
    places: mirrorPlaces(client),
    features: declared,
  };
  await world.commands
    .deploy()
    .catch((error: unknown) => log.warn({ err: error }, 'the commands could not be deployed; /diagnostic will say so'));

  const router = createRouter({
    world,
    interactions: createInteractions({ apiUrl }),
    metrics,
    readSettings: settingsOf,
    isOutage,
  });
  const gateway = createGateway(client, router, world, metrics);
  await gateway.connect(token);

  const tasks = await startTasks({
    pool: database.pool,
    log,
    metrics,
    tasks: declared.flatMap((feature) => feature.tasks),
    schedules: declared.flatMap((feature) => feature.schedules),
    world,
    context: (attempt) => ({
      ...world,
      ...createDelivery({ discord, db: database.db, clock, applicationId: application.id, attempt }),
      attempt,
      settings: settingsOf,
    }),
    abandon(error) {
      const failure = failureOf(error);
      if (failure === 'again' || failure === 'invalid') return null;
      return { code: codeOf(error), detail: (error as Error).message, needsStaff: failure === 'forbidden' };
    },
  });

  const readiness = async () => ({
    gateway: gateway.isReady(),
    database: await database.pool.query('SELECT 1').then(
      () => true,
      () => false,
    ),
  });
  const health = options.httpPort
    ? await serveHealth({
        port: options.httpPort,
        metrics,
        readiness,
        async refresh() {
          metrics.gatewayReady.set(Number(gateway.isReady()));
          metrics.gatewayPing.set(Math.max(0, gateway.ping()) / 1000);
          metrics.queueLag.set(await queueLag(database.db).catch(() => Number.NaN));
        },
      })
    : undefined;

  const busy = () => router.inFlight + gateway.inFlight;
  return {
    database,
    applicationId: application.id,
    healthPort: health?.port ?? 0,
    tick: tasks.tick,
    busy,
    isReady: gateway.isReady,
    async stop() {
      await health?.close();
      await gateway.disconnect();
      await waitUntil(() => busy() === 0, drain);
      await tasks.stop();
      await database.close();
    },
  };
}
