/** What both bots answer. */
export const pong = 'Pong.';

/** How long both bots work on `/slow`, in milliseconds: longer than the router waits before it defers. */
export const slowness = 1_600;
