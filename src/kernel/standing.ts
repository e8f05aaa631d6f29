/** What Discord says of the three at this moment. Positions are of the highest role; the owner's is above all. */
export type Standing = {
  actor: { id: string; isOwner: boolean; isAdmin: boolean; position: number };
  target: {
    id: string;
    isBot: boolean;
    isOwner: boolean;
    isPresent: boolean;
    /** Has Discord's Administrator permission: Discord times nobody of them out. */
    isAdministrator: boolean;
    /** Holds a role of the team: admin, moderator or staff. */
    isTeam: boolean;
    position: number;
  };
  bot: { position: number; permissions: bigint };
};
