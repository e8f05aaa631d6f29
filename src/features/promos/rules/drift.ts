import { areSame, type Overwrite } from './access.ts';

/** A difference between the database and Discord, and so a line of the plan that mends it. */
export type Difference =
  | { what: 'missing'; key: string; name: string }
  | { what: 'renamed'; id: string; from: string; to: string }
  | { what: 'moved'; id: string; name: string; category: string }
  | { what: 'permissions'; id: string; name: string }
  | { what: 'entry_role'; entryId: number; name: string }
  | { what: 'without_role'; userId: string }
  | { what: 'without_entry_role'; userId: string; roleId: string }
  | { what: 'without_membership'; userId: string };

/** A promo's space as the database wants it. */
export type Wanted = {
  places: readonly { key: string; name: string; id: string | null }[];
  role: { id: string; name: string } | null;
  /** Of each channel and category that Discord has. */
  overwrites: readonly { id: string; name: string; overwrites: readonly Overwrite[] }[];
  memberIds: readonly string[];
  /** The category of each channel; null while Discord has none. */
  parents: readonly { id: string; name: string; parentId: string | null; category: string }[];
  /** Roles of its campus and its course, which its people hold while it runs. */
  entries: readonly { id: number; name: string; roleId: string | null }[];
};

/** The same as Discord has it. `present` are the people on the server. */
export type Seen = {
  ids: ReadonlySet<string>;
  roleName: string | null;
  overwrites: ReadonlyMap<string, readonly Overwrite[]>;
  parents: ReadonlyMap<string, string | null>;
  holders: readonly string[];
  holds: (userId: string, roleId: string) => boolean;
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
    ...wanted.parents.flatMap(({ id, name, parentId, category }): Difference[] => {
      const there = seen.parents.get(id);
      return there === undefined || (there !== null && there === parentId) ? [] : [{ what: 'moved', id, name, category }];
    }),
    ...wanted.overwrites.flatMap(({ id, name, overwrites }): Difference[] => {
      const there = seen.overwrites.get(id);
      return there === undefined || areSame(there, overwrites) ? [] : [{ what: 'permissions', id, name }];
    }),
    ...wanted.entries.flatMap(({ id, name, roleId }): Difference[] =>
      roleId !== null && seen.ids.has(roleId) ? [] : [{ what: 'entry_role', entryId: id, name }],
    ),
    ...wanted.entries.flatMap(({ roleId }): Difference[] =>
      roleId === null || !seen.ids.has(roleId)
        ? []
        : wanted.memberIds.flatMap((userId): Difference[] =>
            seen.present.has(userId) && !seen.holds(userId, roleId) ? [{ what: 'without_entry_role', userId, roleId }] : [],
          ),
    ),
    ...wanted.memberIds.flatMap((userId): Difference[] =>
      seen.present.has(userId) && !holders.has(userId) ? [{ what: 'without_role', userId }] : [],
    ),
    ...seen.holders.flatMap((userId): Difference[] => (members.has(userId) ? [] : [{ what: 'without_membership', userId }])),
  ];
}
