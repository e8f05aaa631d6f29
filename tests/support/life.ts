/** The program from its start to its death. */
export type Life = {
  /** Resolves when it is online, or dead before that. */
  online: Promise<void>;
  ended: Promise<void>;
  kill(): void;
};

/** The program that is started again whenever it dies, as whatever looks after a server would. */
export type Bot = {
  kill(): void;
  /** Resolves when a new one is online in the place of one that was killed. */
  revived(): Promise<void>;
  stop(): Promise<void>;
};

export async function startBot(live: () => Life): Promise<Bot> {
  let stopped = false;
  let life: Life;
  let alive: Promise<void>;

  function launch(): Promise<void> {
    life = live();
    life.ended.then(() => {
      if (!stopped) alive = launch();
    });
    return life.online;
  }
  alive = launch();
  await alive;

  return {
    kill: () => life.kill(),
    async revived() {
      for (let current: Promise<void> | undefined; current !== alive; ) {
        current = alive;
        await current;
      }
    },
    async stop() {
      stopped = true;
      life.kill();
      await life.ended;
    },
  };
}
