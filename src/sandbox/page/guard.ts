import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * The page gives whoever reaches it every persona of the local Discord, so only this machine's own browser may, and only from the page
 * itself: a name that resolves to 127.0.0.1 (DNS rebinding) and other sites' requests are refused.
 */
export function isOwn(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (!host || !hosts.includes(host)) return false;
  // Absent on plain navigation and from tools such as curl, which no site can make a browser imitate.
  return origin === undefined || origin === `http://${host}`;
}

/** No script but ours, no style attribute, nothing from or to the network. https://www.w3.org/TR/CSP3/ */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function secure(response: ServerResponse): void {
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cache-control', 'no-store');
}
