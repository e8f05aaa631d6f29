/** 1 January 2015, from which Discord counts. https://docs.discord.com/developers/reference#snowflakes */
const epoch = 1_420_070_400_000n;

/** When what has this id of Discord's came to be: an account, a message, an entry of the audit log. */
export const bornAt = (id: string): Date => new Date(Number((BigInt(id) >> 22n) + epoch));

/** The id just before all that Discord makes from then on. */
export const idBefore = (at: Date): string => String(((BigInt(at.getTime()) - epoch) << 22n) - 1n);
