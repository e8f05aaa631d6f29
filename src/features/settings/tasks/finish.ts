const listeners = new Set<() => void>();

/**
 * A hint that some run of this process may have finished, so that who waits looks at once. Nothing depends on it: a run finished by another
 * process is found by looking again.
 */
export const announceFinish = (): void => {
  for (const listener of listeners) listener();
};

/** Returns what stops the calls. */
export function onFinish(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
