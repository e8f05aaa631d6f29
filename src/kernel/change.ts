/** Who changes something of a guild, and when: what a service asks besides the change itself. */
export type Change = { guildId: string; actorId: string; now: Date };
