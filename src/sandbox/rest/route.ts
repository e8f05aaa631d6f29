import type { UploadedFile } from '../draft.ts';
import { type Act, act } from '../operations/audit.ts';
import type { World } from '../world.ts';

/** One request to the API, its path matched and its body read. */
export type Call = {
  world: World;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
  files: readonly UploadedFile[];
  /** The bot. */
  actorId: string;
  /** X-Audit-Log-Reason, decoded. */
  reason: string | null;
  /** X-Discord-Locale. */
  locale: string | null;
  gateway: GatewayInformation;
};

export type GatewayInformation = {
  url(): string;
  sessionStartLimit(): { total: number; remaining: number; reset_after: number; max_concurrency: number };
};

export type Reply = { status: number; body?: unknown };

export type Route = {
  method: string;
  /** `/channels/:channel_id/messages` */
  template: string;
  /** Interaction callbacks and webhooks carry their token in the path. */
  open: boolean;
  handle(call: Call): Reply;
};

export const route = (method: string, template: string, handle: Route['handle'], { open = false } = {}): Route => ({
  method,
  template,
  open,
  handle,
});

export const ok = (body: unknown, status = 200): Reply => ({ status, body });
export const nothing: Reply = { status: 204 };

export const param = (call: Call, name: string): string => call.params[name] ?? '';
export const actOf = ({ actorId, reason }: Call): Act => act(actorId, reason);

/** A number from the query, kept within its bounds as Discord's lists do. */
export function limitOf(call: Call, bounds: { default: number; max: number }): number {
  const asked = Number(call.query.get('limit') ?? bounds.default);
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, bounds.max) : bounds.default;
}

export type Match = { route: Route; params: Record<string, string> };

/** Finds the route of a path; literal segments win over parameters. `null`: no such path. `wrongMethod`: the path with another verb. */
export function router(routes: readonly Route[]): (method: string, path: string) => Match | 'wrongMethod' | null {
  const prepared = routes.map((one) => ({ route: one, segments: one.template.split('/').slice(1) }));
  const literals = (segments: readonly string[]) => segments.filter((segment) => !segment.startsWith(':')).length;
  prepared.sort((a, b) => literals(b.segments) - literals(a.segments));
  const byLength = Map.groupBy(prepared, ({ segments }) => segments.length);
  return (method, path) => {
    const given = path.split('/').slice(1);
    const fits = (byLength.get(given.length) ?? []).filter(({ segments }) =>
      segments.every((segment, index) => segment.startsWith(':') || segment === given[index]),
    );
    const found = fits.find((one) => one.route.method === method);
    if (!found) return fits.length > 0 ? 'wrongMethod' : null;
    const params: Record<string, string> = {};
    for (const [index, segment] of found.segments.entries())
      if (segment.startsWith(':')) params[segment.slice(1)] = given[index] ?? '';
    return { route: found.route, params };
  };
}
