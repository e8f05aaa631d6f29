import { z } from 'zod';
import type { FieldInput, FileInput, OpenForm, OptionInput, Outcome, Persona } from '../persona/persona.ts';
import type { User } from '../world.ts';
import type { Answer, Choice, Replies, Requests } from './wire.ts';

/** What a window may ask in the name of its person. Everything goes through the person's driver, which refuses what Discord would. */

const id = z.string().regex(/^\d{1,20}$/);
const file = z.object({ name: z.string().min(1).max(260), type: z.string().max(255), content: z.base64() });
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), file]));
const nothing = z.object({});

/** The shapes of `Requests`, checked because any program of this machine can post here. */
const requests = {
  write: z.object({ channelId: id, content: z.string(), files: z.array(file).max(10) }),
  run: z.object({ path: z.string(), options, channelId: id }),
  autocomplete: z.object({ path: z.string(), options, focused: z.string(), channelId: id }),
  press: z.object({ channelId: id, messageId: id, customId: z.string() }),
  select: z.object({ channelId: id, messageId: id, customId: z.string(), values: z.array(z.string()) }),
  submit: z.object({
    form: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string()), z.array(file)])),
  }),
  menu: z.object({ name: z.string(), channelId: z.string(), messageId: id.nullable(), userId: id.nullable() }),
  react: z.object({ messageId: id, emoji: z.string().min(1).max(32) }),
  remove: z.object({ messageId: id }),
  edit: z.object({ messageId: id, content: z.string() }),
  sanction: z.object({
    userId: id,
    kind: z.enum(['timeout', 'timeoutEnd', 'kick', 'ban', 'unban']),
    seconds: z.number().int().min(0),
    reason: z.string(),
  }),
  post: z.object({ forumId: id, name: z.string(), content: z.string(), tagIds: z.array(id) }),
  enter: z.object({ channelId: id }),
  exit: nothing,
  direct: z.object({ userId: id.nullable() }),
  join: z.object({ pending: z.boolean(), invite: z.string().trim().min(1).max(200).nullable() }),
  leave: nothing,
  screening: nothing,
  settings: z.object({ locale: z.enum(['fr', 'en-US', 'en-GB']).nullable(), dmsClosed: z.boolean().nullable() }),
} satisfies { [K in keyof Requests]: z.ZodType<Requests[K]> };

export const isDeed = (name: string): name is keyof Requests => Object.hasOwn(requests, name);

type PostedFile = z.output<typeof file>;

const bytes = ({ name, type, content }: PostedFile): FileInput => ({
  name,
  content: Buffer.from(content, 'base64'),
  ...(type ? { type } : {}),
});

const optionInputs = (values: z.output<typeof options>): Record<string, OptionInput> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'object' ? bytes(value) : value]));

function fieldInput(value: string | boolean | string[] | PostedFile[]): FieldInput {
  if (!Array.isArray(value)) return value;
  const files = value.filter((item) => typeof item === 'object');
  return files.length > 0 ? files.map(bytes) : value.filter((item) => typeof item === 'string');
}

/** Forms that were opened and not sent yet, by the interaction that opened them. */
export type OpenForms = Map<string, { userId: string; form: OpenForm }>;

function answer(persona: Persona, forms: OpenForms, { modal, failed }: Outcome): Answer {
  if (!modal) return { form: null, failed };
  const { interactionId, ...data } = modal;
  forms.set(interactionId, { userId: persona.user.id, form: modal });
  return { form: { id: interactionId, data }, failed };
}

type Deeds = {
  [K in keyof Requests]: (persona: Persona, request: Requests[K], forms: OpenForms) => Replies[K] | Promise<Replies[K]>;
};

/** Nothing to say but that it is done. */
function done(deed: () => void): null {
  deed();
  return null;
}

const deeds: Deeds = {
  write: (persona, { channelId, content, files }) => ({
    messageId: persona.write(channelId, content, { files: files.map(bytes) }).id,
  }),
  run: async (persona, request, forms) =>
    answer(persona, forms, await persona.run(request.path, optionInputs(request.options), { channel: request.channelId })),
  autocomplete: (persona, request): Promise<Choice[]> =>
    persona.autocomplete(request.path, optionInputs(request.options), request.focused, { channel: request.channelId }),
  press: async (persona, { messageId, customId }, forms) => answer(persona, forms, await persona.press(messageId, customId)),
  select: async (persona, { messageId, customId, values }, forms) =>
    answer(persona, forms, await persona.select(messageId, customId, values)),
  async submit(persona, { form, values }, forms) {
    const open = forms.get(form);
    if (!open || open.userId !== persona.user.id) throw new UnknownForm('This form is no longer open.');
    const inputs = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fieldInput(value)]));
    const outcome = await persona.submit(open.form, inputs);
    if (!outcome.failed) forms.delete(form);
    return answer(persona, forms, outcome);
  },
  menu: async (persona, { name, channelId, messageId, userId }, forms) => {
    const target = messageId ? { message: messageId } : { user: userId ?? '' };
    return answer(persona, forms, await persona.menu(name, target, channelId ? { channel: channelId } : {}));
  },
  react: (persona, { messageId, emoji }) => done(() => persona.react(messageId, emoji)),
  remove: (persona, { messageId }) => done(() => persona.remove(messageId)),
  post: (persona, { forumId, tagIds, ...post }) => ({ channelId: persona.post(forumId, { ...post, tags: tagIds }).channel_id }),
  enter: (persona, { channelId }) => done(() => persona.joinVoice(channelId)),
  exit: (persona) => done(() => persona.leaveVoice()),
  edit: (persona, { messageId, content }) =>
    done(() => {
      persona.edit(messageId, content);
    }),
  sanction: (persona, request) => done(() => sanction(persona, request)),
  direct: (persona, { userId }) => ({ channelId: persona.openDm(userId ?? undefined).id }),
  join: (persona, { pending, invite }) => done(() => persona.join(invite ? { invite } : { pending })),
  leave: (persona) => done(() => persona.leave()),
  screening: (persona) => done(() => persona.passScreening()),
  settings(persona, { locale, dmsClosed }) {
    if (locale) persona.setLocale(locale as User['locale']);
    if (dmsClosed !== null) dmsClosed ? persona.closeDms() : persona.openDms();
    return null;
  },
};

function sanction(persona: Persona, { userId, kind, seconds, reason }: Requests['sanction']): void {
  if (kind === 'timeout') persona.timeout(userId, new Date(persona.now().getTime() + seconds * 1000), reason);
  else if (kind === 'timeoutEnd') persona.timeout(userId, null, reason);
  else if (kind === 'kick') persona.kick(userId, reason);
  else if (kind === 'ban') persona.ban(userId, reason, seconds);
  else persona.unban(userId, reason);
}

/** A form that was sent already, or belongs to somebody else. */
export class UnknownForm extends Error {}

/** Throws `ZodError` for a request of the wrong shape, `DiscordError`, `ClientRefusal` or `UnknownForm` for one that is refused. */
export async function perform<K extends keyof Requests>(
  persona: Persona,
  name: K,
  body: unknown,
  forms: OpenForms,
): Promise<Replies[K]> {
  const request = requests[name].parse(body) as Requests[K];
  return deeds[name](persona, request, forms);
}
