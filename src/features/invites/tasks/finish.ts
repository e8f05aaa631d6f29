const listeners = new Set<() => void>();

/** A hint that some invite of this process may be ready, so that who waits looks at once. Nothing depends on it. */
export const announceInvite = (): void => {
  for (const listener of listeners) listener();
};

/** Returns what stops the calls. */
export function onInvite(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
