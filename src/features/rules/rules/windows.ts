/** What happened lately in one guild. */
export type Windows = {
  restore(rows: readonly Remembered[]): void;
};

/** A message of the database's recent ones. */
export type Remembered = { channelId: string; messageId: string; authorId: string; text: string; at: number };
