/**
 * One event of the local Discord, made once and read by everyone: the gateway sends it to the bots and each persona's page or driver
 * shows it, both only as far as the receiver may see it.
 */
export type Dispatch = {
  /** Discord's name of the event, such as `MESSAGE_CREATE`. */
  readonly event: string;
  /** The event's `d`, exactly as Discord sends it. */
  readonly data: object;
  readonly guildId: string | null;
  /** The channel without which nobody gets it: only who may see that channel does. `null`: everyone in the guild. */
  readonly channelId: string | null;
  /** Only these users get it, whatever they may see: an interaction, an ephemeral answer, a direct message. */
  readonly only: readonly string[] | null;
};

export type DispatchListener = (dispatch: Dispatch) => void;
