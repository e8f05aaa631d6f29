import type {
  AllowedMentionsTypes,
  APIEmbed,
  APIMessage,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  GatewayDispatchPayload,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Text } from '../kernel/text.ts';
import type { CustomId } from '../kernel/wire.ts';
import type { Context, World } from './context.ts';
import type { Options, Values } from './options.ts';
import type { Policy } from './policy.ts';

/** A message, as views make it. Mentions are off unless `allowed_mentions` says otherwise. */
export type Message = {
  content?: string;
  embeds?: APIEmbed[];
  components?: APIMessageTopLevelComponent[];
  /** `IsComponentsV2`, and nothing else: how an answer is shown is the declaration's business. */
  flags?: MessageFlags.IsComponentsV2;
  allowed_mentions?: { parse?: AllowedMentionsTypes[]; users?: string[]; roles?: string[] };
  files?: { name: string; data: Buffer | string; contentType?: string }[];
  /** Of an edit: the earlier files that stay, by their id, and the new ones by their index. Without it all earlier ones stay. */
  attachments?: { id: string; filename?: string }[];
};

export type Modal = APIModalInteractionResponseCallbackData;

/**
 * How the answer is shown fixes what `run` must return. `ephemeral`: a new message for that person only. `update`: the message that
 * carries the button changes; where there is none (a slash command's form), or a form was opened from what others read too, it is
 * ephemeral. `modal`: a form opens, so no slow work. `step`: either of the last two, the next of several questions, and no slow work either.
 */
export type Answers = { ephemeral: Message; update: Message; modal: Modal; step: Message | Modal };
export type Answer = keyof Answers;

type Declared<A extends Answer> = { policy: Policy; answer: A; cooldownSeconds?: number };

type ChatSpec<O extends Options, A extends Answer> = Declared<A> & {
  /** `{ en: 'member find', fr: 'membre chercher' }`: the first word becomes the parent of its subcommands. */
  name: Text;
  description: Text;
  options: O;
  run(context: Context, options: Values<O>): Promise<Answers[A]>;
};

/** A person as a context menu points at them. */
export type Target = { userId: string; displayName: string };

type UserSpec<A extends Answer> = Declared<A> & { name: Text; run(context: Context, target: Target): Promise<Answers[A]> };
type MessageSpec<A extends Answer> = Declared<A> & {
  name: Text;
  run(context: Context, message: APIMessage): Promise<Answers[A]>;
};

export type ChatCommand = { readonly type: 'chat' } & ChatSpec<Options, Answer>;
export type UserCommand = { readonly type: 'user' } & UserSpec<Answer>;
export type MessageCommand = { readonly type: 'message' } & MessageSpec<Answer>;
export type Command = ChatCommand | UserCommand | MessageCommand;

/** A slash command: Discord's JSON, the types of its options, their validation, permission, cooldown and answer, all from this. */
export const command = <O extends Options, A extends Answer>(spec: ChatSpec<O, A>): ChatCommand =>
  ({ type: 'chat', ...spec }) as unknown as ChatCommand;

/** An entry in the context menu of a person. */
export const userCommand = <A extends Answer>(spec: UserSpec<A>): UserCommand =>
  ({ type: 'user', ...spec }) as unknown as UserCommand;

/** An entry in the context menu of a message. */
export const messageCommand = <A extends Answer>(spec: MessageSpec<A>): MessageCommand =>
  ({ type: 'message', ...spec }) as unknown as MessageCommand;

/**
 * A button or select. In a direct message nobody has roles, and the guild is taken from a `guildId` in the custom id: only
 * components with the policy `anyone` work there.
 */
type ComponentSpec<P, A extends Answer, V extends readonly unknown[]> = Declared<A> & {
  id: CustomId<P>;
  run(context: Context, params: P, ...values: V): Promise<Answers[A]>;
};

export type Button = { readonly type: 'button' } & ComponentSpec<unknown, Answer, []>;
export type Select = { readonly type: 'select' } & ComponentSpec<unknown, Answer, [readonly string[]]>;
export type FormComponent = {
  readonly type: 'form';
  /** Those that may be kept for a correction. */
  readonly fieldNames: readonly string[];
  /** The form again with what was typed, for `Corriger`. `values` are Discord's own, by field. */
  reopen(locale: 'fr' | 'en', customId: string, values: Readonly<Record<string, string | readonly string[]>>): Modal;
} & ComponentSpec<unknown, Answer, [Submitted]>;
export type Component = Button | Select | FormComponent;

/** The fields of a form as Discord sends them, before the form reads them. */
export type Submitted = {
  values: Readonly<Record<string, string | readonly string[] | boolean | null>>;
  resolved: import('discord-api-types/v10').APIInteractionDataResolved | undefined;
};

export const button = <P, A extends Answer>(spec: ComponentSpec<P, A, []>): Button =>
  ({ type: 'button', ...spec }) as unknown as Button;

/** A select of any kind: strings, or the Discord ids of the people, roles or channels chosen. */
export const select = <P, A extends Answer>(spec: ComponentSpec<P, A, [readonly string[]]>): Select =>
  ({ type: 'select', ...spec }) as unknown as Select;

/** The row that a choice of a select names; 0, which no row has, for a forged one. */
export const chosenRow = (value: string | undefined): number => (value && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : 0);

type Payloads = { [E in GatewayDispatchPayload['t']]: Extract<GatewayDispatchPayload, { t: E }>['d'] };

/** A hint from the gateway: it may come twice or never, so a schedule finds what was missed. */
export type Event = {
  readonly name: GatewayDispatchPayload['t'];
  /** Looked at as it comes, before others that wait for their turn. */
  readonly isInstant?: boolean;
  run(world: World, data: unknown): Promise<void> | undefined;
};

export const event = <E extends GatewayDispatchPayload['t']>(
  name: E,
  run: (world: World, data: Payloads[E]) => Promise<void>,
): Event => ({ name, run }) as Event;

/** What comes with every message, and mostly has nothing to wait for: without a promise it is done, since one for each would cost more than the work. */
export const instant = <E extends GatewayDispatchPayload['t']>(
  name: E,
  run: (world: World, data: Payloads[E]) => Promise<void> | undefined,
): Event => ({ name, run, isInstant: true }) as Event;
