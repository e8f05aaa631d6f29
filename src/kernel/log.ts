/** The logs that a server may have, each in a channel of its own or with others. */
export const logKinds = ['deletions', 'edits', 'members', 'roles', 'voice'] as const;
export type LogKind = (typeof logKinds)[number];

export const isLogKind = (value: string | undefined): value is LogKind => logKinds.some((one) => one === value);

/** Those that quote what people write. */
export const quotes = (one: LogKind): one is 'deletions' | 'edits' => one === 'deletions' || one === 'edits';
