/**
 * Discord's refusals, by the names of its own table.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
 */
export const refusals = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownInvite: [404, 10006, 'Unknown Invite'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownOverwrite: [404, 10009, 'Unknown Overwrite'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownEmoji: [404, 10014, 'Unknown Emoji'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownBan: [404, 10026, 'Unknown Ban'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  unknownVoiceState: [404, 10065, 'Unknown Voice State'],
  unknownCommandPermissions: [404, 10066, 'Unknown application command permissions'],
  unknownTag: [404, 10087, 'Unknown Tag'],
  slowMode: [429, 20016, 'This action cannot be performed due to slowmode rate limit'],
  tooManyGuildRoles: [400, 30005, 'Maximum number of guild roles reached (250)'],
  tooManyPins: [400, 30003, 'Maximum number of pins reached for the channel (250)'],
  tooManyReactions: [400, 30010, 'Maximum number of reactions reached (20)'],
  tooManyChannels: [400, 30013, 'Maximum number of server channels reached (500)'],
  tooManyAttachments: [400, 30015, 'Maximum number of attachments in a message reached (10)'],
  tooManyInvites: [400, 30016, 'Maximum number of invites reached (1000)'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100)'],
  tooManyCommandCreates: [400, 30034, 'Maximum number of daily application command creates has been reached (200)'],
  tooManyPinnedPosts: [400, 30047, 'Maximum number of pinned threads in a forum channel has been reached'],
  bitrateTooHigh: [400, 30052, 'Bitrate is too high for channel of this type'],
  /** Only people meet it, hence no code of Discord's own. */
  invitesPaused: [403, 0, 'Invites are paused'],
  /** The table names no code for a rule that is not there. */
  unknownAutomodRule: [404, 0, 'Unknown Auto Moderation Rule'],
  requestTooLarge: [413, 40005, 'Request entity too large'],
  notInVoice: [400, 40032, 'Target user is not connected to voice.'],
  alreadyCrossposted: [400, 40033, 'This message has already been crossposted.'],
  tagNamesTwice: [400, 40061, 'Tag names must be unique'],
  noOpenTag: [400, 40066, 'There are no tags available that can be set by non-moderators'],
  tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
  interactionAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  badUserAgent: [400, 40333, 'internal network error'],
  missingAccess: [403, 50001, 'Missing Access'],
  dmWrongAction: [403, 50003, 'Cannot execute action on a DM channel'],
  notAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  dmRefused: [403, 50007, 'Cannot send messages to this user'],
  notTextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  bulkDeleteCount: [
    400,
    50016,
    'Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete',
  ],
  pinWrongChannel: [400, 50019, 'A message can only be pinned to the channel it was sent in'],
  communityChannel: [400, 50074, 'Cannot delete a channel required for Community guilds'],
  systemMessage: [403, 50021, 'Cannot execute action on a system message'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  userBanned: [403, 40007, 'The user is banned from this guild'],
  bulkBanFailed: [400, 500000, 'Failed to ban users'],
  invalidToken: [401, 50027, 'Invalid Webhook Token'],
  invalidRole: [400, 50028, 'Invalid Role'],
  invalidRecipient: [400, 50033, 'Invalid Recipient(s)'],
  bulkDeleteTooOld: [400, 50034, 'A message provided was too old to bulk delete'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  threadArchived: [400, 50083, 'Thread is archived'],
  invalidThreadSettings: [400, 50084, 'Invalid thread notification settings'],
  badJson: [400, 50109, 'The request body contains invalid JSON.'],
  apiVersion: [400, 50041, 'Invalid API version provided'],
  noMutualGuild: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
  blockedByAutomod: [400, 200000, 'Message was blocked by automatic moderation'],
  titleBlockedByAutomod: [400, 200001, 'Title was blocked by automatic moderation'],
  replyWithoutHistory: [400, 160002, 'Cannot reply without permission to read message history'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  threadLocked: [400, 160005, 'Thread is locked'],
  tooManyThreads: [400, 160006, 'Maximum number of active threads reached'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

export type Refusal = keyof typeof refusals;

/** What is wrong with one field: `path` leads to it from the body. */
export type Problem = { path: readonly (string | number)[]; code: string; message: string };

/** An answer of Discord that is not a success, with the body that Discord sends. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];
  /** The body itself breaks a rule, whatever exists and whoever asks: a mistake of the program that sent it. */
  malformed = false;

  constructor(status: number, code: number, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** https://docs.discord.com/developers/reference#error-messages */
  body(): object {
    const errors: Record<string, unknown> = {};
    for (const { path, code, message } of this.problems) {
      let node = errors;
      for (const step of path) {
        node[step] ??= {};
        node = node[step] as Record<string, unknown>;
      }
      const known = (node._errors ?? []) as object[];
      node._errors = [...known, { code, message }];
    }
    return { message: this.message, code: this.code, ...(this.problems.length > 0 ? { errors } : {}) };
  }
}

export const refuse = (refusal: Refusal): DiscordError => {
  const [status, code, message] = refusals[refusal];
  return new DiscordError(status, code, message);
};

/** What an author meets whose message AutoMod keeps back, with what the server's team wants to tell them. */
export class BlockedByAutomod extends DiscordError {
  readonly explanation: string | null;

  constructor(refusal: 'blockedByAutomod' | 'titleBlockedByAutomod', explanation: string | null) {
    const [status, code, message] = refusals[refusal];
    super(status, code, message);
    this.explanation = explanation;
  }
}

/** 400 50035 with the fields that are wrong. */
export const invalidForm = (...problems: readonly Problem[]): DiscordError => {
  const [status, code, message] = refusals.invalidForm;
  return new DiscordError(status, code, message, problems);
};

export const malformed = (error: DiscordError): DiscordError => Object.assign(error, { malformed: true });
