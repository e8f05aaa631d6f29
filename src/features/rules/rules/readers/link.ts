import type { Brand } from '../brand.ts';
import type { Reason, Span } from '../hit.ts';
import { above, isWithin, type Place } from '../link.ts';
import { imitatedOf } from '../look.ts';
import type { TriggerKind } from '../rule.ts';
import { type Emit, type Group, mostQuoted, type Placed, type Reader } from './common.ts';

const spanOf = ({ from, end }: Place): Span => ({ start: from, end });
const hostsOf = (places: readonly Place[]): string[] => [...new Set(places.map(({ host }) => host))].slice(0, mostQuoted);

export function linkReaders(
  group: Group,
  lists: { blocked: ReadonlySet<string>; allowed: ReadonlySet<string>; invites: ReadonlySet<string> },
): Reader[] {
  const readers: Reader[] = [];
  const told = (emit: Emit, one: Placed<TriggerKind>, found: readonly Place[], more: Partial<Reason> = {}) =>
    emit(
      one,
      { code: one.trigger.kind, values: hostsOf(found), count: found.length, ...more },
      found.slice(0, mostQuoted).map(spanOf),
    );

  const links = (group.link ?? []).map((one) => ({ one, own: new Set(one.trigger.domains) }));
  if (links.length > 0)
    readers.push(({ places }, emit) => {
      for (const { one, own: allowed } of links) {
        const found = places().filter(
          ({ isLink, host }) => isLink && !isWithin(allowed, host) && !(one.trigger.useList && isWithin(lists.allowed, host)),
        );
        if (found.length >= one.trigger.least) told(emit, one, found, { limit: one.trigger.least });
      }
    });

  const blocked = group.blocked_link ?? [];
  if (blocked.length > 0) {
    // Whatever the number of rules: one look for each label of a host.
    const byDomain = new Map<string, Placed<'blocked_link'>[]>();
    for (const one of blocked)
      for (const domain of one.trigger.domains) byDomain.set(domain, [...(byDomain.get(domain) ?? []), one]);
    const listed = blocked.filter(({ trigger }) => trigger.useList);
    readers.push(({ places }, emit) => {
      const found = new Map<Placed<'blocked_link'>, Place[]>();
      const take = (one: Placed<'blocked_link'>, place: Place) => {
        const known = found.get(one);
        if (!known) found.set(one, [place]);
        else if (!known.includes(place)) known.push(place);
      };
      for (const place of places())
        for (const domain of above(place.host)) {
          for (const one of byDomain.get(domain) ?? []) take(one, place);
          if (listed.length > 0 && lists.blocked.has(domain)) for (const one of listed) take(one, place);
        }
      for (const [one, list] of found) told(emit, one, list);
    });
  }

  const shorteners = (group.shortener ?? []).map((one) => ({ one, more: new Set(one.trigger.domains) }));
  if (shorteners.length > 0)
    readers.push(({ places }, emit) => {
      for (const { one, more } of shorteners) {
        const found = places().filter(({ isShort, host }) => isShort || isWithin(more, host));
        if (found.length > 0) told(emit, one, found);
      }
    });

  const masked = group.masked_link ?? [];
  if (masked.length > 0)
    readers.push(({ places }, emit) => {
      for (const one of masked) {
        const found = places().filter(({ shown, isDeceptive }) => isDeceptive || (one.trigger.which === 'all' && shown !== null));
        if (found.length > 0) told(emit, one, found);
      }
    });

  const alike = (group.look_alike ?? []).map((one) => ({
    one,
    brands: one.trigger.domains.map((domain): Brand => ({ name: domain.split('.')[0] ?? domain, domains: [domain] })),
    real: new Set(one.trigger.domains),
  }));
  if (alike.length > 0)
    readers.push(({ places }, emit) => {
      for (const { one, brands, real } of alike) {
        const found = places().flatMap((place) => {
          if (isWithin(real, place.host)) return [];
          const imitation =
            (one.trigger.useKnown && place.imitation?.rank === 3 ? place.imitation : null) ??
            imitatedOf(place.unicode, place.domain, place.isHosted, brands);
          return imitation && imitation.rank >= 2 ? [{ place, of: imitation.of }] : [];
        });
        const first = found[0];
        if (first)
          emit(
            one,
            { code: 'look_alike', values: [first.place.unicode, first.of], count: found.length },
            found.slice(0, mostQuoted).map(({ place }) => spanOf(place)),
          );
      }
    });

  const invites = (group.invite ?? []).map((one) => ({ one, own: new Set(one.trigger.codes.map((code) => code.toLowerCase())) }));
  if (invites.length > 0)
    readers.push(({ places }, emit) => {
      for (const { one, own: mine } of invites) {
        const found = places().filter(({ invite }) => {
          const code = invite?.toLowerCase();
          return code !== undefined && !mine.has(code) && !lists.invites.has(code);
        });
        if (found.length > 0)
          emit(
            one,
            { code: 'invite', values: found.map(({ invite }) => invite ?? '').slice(0, mostQuoted), count: found.length },
            found.slice(0, mostQuoted).map(spanOf),
          );
      }
    });

  // Nothing to ask of a message that leads nowhere.
  return readers.length === 0
    ? []
    : [
        (look, emit) => {
          if (look.reading.links.length === 0 && !look.reading.hasDots) return;
          if (look.places().length === 0) return;
          for (const reader of readers) reader(look, emit);
        },
      ];
}
