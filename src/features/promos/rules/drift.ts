import { areSame, type Overwrite } from './access.ts';

/** A difference between the database and Discord, and so a line of the plan that mends it. */
export type Difference =
  | { what: 'missing'; key: string; name: string }
  | { what: 'renamed'; id: string; from: string; to: string }
  | { what: 'permissions'; id: string; name: string }
  | { what: 'without_role'; userId: string }
  | { what: 'without_membership'; userId: string };

/** A promo's space as the database wants it. */
export type Wanted = {
  places: readonly { key: string; name: string; id: string | null }[];
  role: { id: string; name: string } | null;
  /** Of each channel and category that Discord has. */
  overwrites: readonly { id: string; name: string; overwrites: readonly Overwrite[] }[];
  memberIds: readonly string[];
};

/** The same as Discord has it. `present` are the people on the server. */
export type Seen = {
  ids: ReadonlySet<string>;
  roleName: string | null;
  overwrites: ReadonlyMap<string, readonly Overwrite[]>;
  holders: readonly string[];
  present: ReadonlySet<string>;
};

export function differences(wanted: Wanted, seen: Seen): Difference[] {
  const { role } = wanted;
  const holders = new Set(seen.holders);
  const members = new Set(wanted.memberIds);
  return [
    ...wanted.places.flatMap(({ key, name, id }): Difference[] =>
      id !== null && seen.ids.has(id) ? [] : [{ what: 'missing', key, name }],
    ),
    ...(role && seen.roleName !== null && seen.roleName !== role.name
      ? [{ what: 'renamed' as const, id: role.id, from: seen.roleName, to: role.name }]
      : []),
    ...wanted.overwrites.flatMap(({ id, name, overwrites }): Difference[] => {
      const there = seen.overwrites.get(id);
      return there === undefined || areSame(there, overwrites) ? [] : [{ what: 'permissions', id, name }];
    }),
    ...wanted.memberIds.flatMap((userId): Difference[] =>
      seen.present.has(userId) && !holders.has(userId) ? [{ what: 'without_role', userId }] : [],
    ),
    ...seen.holders.flatMap((userId): Difference[] => (members.has(userId) ? [] : [{ what: 'without_membership', userId }])),
  ];
}
