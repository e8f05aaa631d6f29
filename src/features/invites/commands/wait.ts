import type { Context } from '../../../discord/context.ts';
import { second } from '../../../kernel/time.ts';
import { findInvite, promisePromo } from '../service/invite.ts';
import { onInvite } from '../tasks/finish.ts';

/** Another process may do the work: look again now and then. */
const pause = second;
/** A role and an invite are two calls. */
const patience = 10 * second;

/** Waits a moment for the invite to be made or refused, so that the answer can show it. Later, the list does. */
export async function awaitInvite(
  { db, clock, actor }: Pick<Context, 'db' | 'clock' | 'actor'>,
  inviteId: number,
): Promise<void> {
  const deadline = clock.now().getTime() + patience;
  for (;;) {
    // Listens before it looks: what is announced between the two is not missed.
    let stop = () => {};
    const woken = new Promise<void>((resolve) => {
      const stops = [onInvite(() => resolve()), clock.after(pause, resolve)];
      stop = () => {
        for (const end of stops) end();
      };
    });
    const found = await findInvite(db, { guildId: actor.guildId, inviteId });
    const isSettled = !found || found.code !== null || found.problem !== null || found.deadAt !== null;
    if (isSettled || clock.now().getTime() >= deadline) {
      stop();
      return;
    }
    await woken;
    stop();
  }
}

/** Of a list: what is known is shown after this, and is right by the hour. */
const glance = 2 * second;

/** Compares the invites of a promo with Discord, and waits a moment for it: how often each was used is Discord's to say. */
export async function refresh({ db, clock, actor }: Pick<Context, 'db' | 'clock' | 'actor'>, promoId: number): Promise<void> {
  let stops: (() => void)[] = [];
  // Listens before it asks.
  const compared = new Promise<void>((resolve) => {
    stops = [onInvite((of) => of === promoId && resolve()), clock.after(glance, resolve)];
  });
  try {
    await promisePromo(db, { guildId: actor.guildId, promoId });
    await compared;
  } finally {
    for (const stop of stops) stop();
  }
}
