type Listener = (promoId: number) => void;
const listeners = new Set<Listener>();

/** A hint that this process is done with the invites of a promo, so that who waits looks at once. Nothing depends on it. */
export const announceInvite: Listener = (promoId) => {
  for (const listener of listeners) listener(promoId);
};

/** Returns what stops the calls. */
export function onInvite(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
