import type { APIMessage } from 'discord-api-types/v10';
import type { Answer, Requests, Sanction } from '../wire.ts';
import { act, advanceClock, createPerson, fetchAudit, Refused } from './api.ts';
import { go, refresh } from './session.ts';
import { change, changeDraft, type Failure, now, state, until } from './state.ts';

/** What the person at the window does: asks the server, then shows what came of it. */

const userId = (): string => state.userId ?? '';

/** A refusal is shown to the person; anything else is a fault of the page and surfaces. */
async function attempt<T>(deed: () => Promise<T>): Promise<T | null> {
  try {
    return await deed();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    notify(wordsOf(error));
    return null;
  }
}

/** The person's own language where the page has words; what else Discord refuses comes as it says it. */
function wordsOf({ message, refusal }: Refused): string {
  const { words, snapshot } = state;
  const ends = snapshot?.me.timedOutUntil;
  switch (refusal.reason) {
    case 'automod':
      return [words.blockedText, refusal.explanation ? words.blockedReason(refusal.explanation) : ''].filter(Boolean).join(' ');
    case 'slow-mode':
      return words.tooSoon;
    case 'invites-paused':
      return words.invitesPausedNow;
    case 'direct':
      return words.directRefused;
    case 'timed-out':
      return ends ? words.timedOut(until(ends)) : message;
    default:
      return message;
  }
}

export const notify = (notice: string | null): void =>
  change((s) => {
    s.notice = notice;
  });

function show(answer: Answer | null, place: Omit<Failure, 'reason'>): void {
  if (!answer) return;
  change((s) => {
    if (answer.form && s.snapshot) {
      s.form = { form: answer.form, values: {}, errors: {}, failed: false, sending: false, bot: s.snapshot.bot };
      s.list = null;
    }
    if (answer.failed) s.failures.push({ ...place, reason: answer.failed });
  });
}

const clearFailures = (messageId: string): void =>
  change((s) => {
    s.failures = s.failures.filter((failure) => failure.messageId !== messageId);
  });

async function useComponent(message: APIMessage, customId: string, deed: () => Promise<Answer>): Promise<void> {
  const key = `${message.id}:${customId}`;
  if (state.waiting.has(key)) return;
  clearFailures(message.id);
  change((s) => s.waiting.add(key));
  const answer = await attempt(deed);
  change((s) => s.waiting.delete(key));
  show(answer, { channelId: message.channel_id, messageId: message.id, label: null });
}

export const press = (message: APIMessage, customId: string): Promise<void> =>
  useComponent(message, customId, () =>
    act(userId(), 'press', { channelId: message.channel_id, messageId: message.id, customId }),
  );

export const select = (message: APIMessage, customId: string, values: string[]): Promise<void> =>
  useComponent(message, customId, () =>
    act(userId(), 'select', { channelId: message.channel_id, messageId: message.id, customId, values }),
  );

/** Characters of a message. https://docs.discord.com/developers/resources/message#create-message */
export const longestMessage = 2000;

export async function write(channelId: string): Promise<void> {
  const draft = state.drafts.get(channelId);
  const content = draft?.text.trim() ?? '';
  const files = draft?.files ?? [];
  if ((!content && files.length === 0) || content.length > longestMessage) return;
  changeDraft(channelId, (kept) => {
    kept.text = '';
    kept.files = [];
  });
  const sent = await attempt(() => sendOrKeep(channelId, content, files));
  if (sent) return;
  changeDraft(channelId, (kept) => {
    kept.text = content;
    kept.files = files;
  });
}

/** What AutoMod blocks stands before its author as if it were sent, with what the team says about it. */
async function sendOrKeep(channelId: string, content: string, files: Requests['write']['files']): Promise<unknown> {
  try {
    return await act(userId(), 'write', { channelId, content, files });
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.reason !== 'automod') throw error;
    const { explanation = null } = error.refusal;
    change((s) => s.blocked.push({ channelId, content, explanation, at: now().toISOString() }));
    return true;
  }
}

export async function run(channelId: string, request: Requests['run']): Promise<void> {
  const label = state.snapshot?.commands.find(({ path }) => path === request.path)?.name ?? request.path;
  change((s) => {
    s.failures = s.failures.filter((failure) => failure.label === null || failure.channelId !== channelId);
  });
  show(await attempt(() => act(userId(), 'run', request)), { channelId, messageId: null, label: `/${label}` });
}

export async function runMenu(name: string, target: { message: APIMessage | null; userId: string | null }): Promise<void> {
  const channelId = target.message?.channel_id ?? state.place.channelId ?? '';
  const messageId = target.message?.id ?? null;
  change((s) => {
    s.menu = null;
  });
  const answer = await attempt(() =>
    act(userId(), 'menu', { name, channelId, messageId: target.userId ? null : messageId, userId: target.userId }),
  );
  const label = state.snapshot?.menus.find((menu) => menu.name === name)?.label ?? name;
  show(answer, { channelId, messageId: null, label });
}

export async function submitForm(): Promise<void> {
  const open = state.form;
  if (!open || open.sending) return;
  change(() => {
    open.sending = true;
    open.failed = false;
  });
  const answer = await attempt(() => act(userId(), 'submit', { form: open.form.id, values: open.values }));
  change((s) => {
    open.sending = false;
    if (answer && !answer.failed && s.form === open) s.form = null;
    else open.failed = true;
  });
}

export const react = (message: APIMessage, emoji: string): Promise<null> =>
  attempt(() => act(userId(), 'react', { messageId: message.id, emoji }));

export const remove = (message: APIMessage): Promise<null> => attempt(() => act(userId(), 'remove', { messageId: message.id }));

export function startEdit(message: APIMessage): void {
  change((s) => {
    s.editing = { messageId: message.id, text: message.content };
  });
}

export const stopEdit = (): void =>
  change((s) => {
    s.editing = null;
  });

export async function saveEdit(): Promise<void> {
  const { editing } = state;
  const content = editing?.text.trim();
  if (!editing || !content || content.length > longestMessage) return;
  const { messageId } = editing;
  const done = await attempt(async () => {
    await act(userId(), 'edit', { messageId, content });
    return true;
  });
  if (done && state.editing === editing) stopEdit();
}

/** Discord proposes a minute of timeout, and to keep what was written. */
export const openSanction = (kind: Sanction, targetId: string, name: string): void =>
  change((s) => {
    s.sanction = { kind, userId: targetId, name, seconds: kind === 'timeout' ? 60 : 0, reason: '', sending: false };
  });

export const closeSanction = (): void =>
  change((s) => {
    s.sanction = null;
  });

export async function sanction(): Promise<void> {
  const open = state.sanction;
  if (!open || open.sending) return;
  change(() => {
    open.sending = true;
  });
  const { kind, seconds, reason } = open;
  await attempt(() => act(userId(), 'sanction', { userId: open.userId, kind, seconds, reason }));
  // A refusal is told by a notice, which a dialog would hide: it closes either way.
  if (state.sanction === open) closeSanction();
  await refresh();
}

export async function openAudit(): Promise<void> {
  change((s) => {
    s.panel = 'audit';
    s.audit = null;
  });
  await loadAudit();
}

export async function loadAudit(): Promise<void> {
  const audit = await attempt(() => fetchAudit(userId()));
  change((s) => {
    s.audit = audit ?? s.audit;
    if (!audit) s.panel = null;
  });
}

/** With the bot unless somebody else is named. */
export async function openDirect(targetId: string | null = null): Promise<void> {
  const opened = await attempt(() => act(userId(), 'direct', { userId: targetId }));
  if (!opened) return;
  await refresh();
  go({ kind: 'directs', channelId: opened.channelId });
}

export async function publishPost(): Promise<void> {
  const draft = state.post;
  if (!draft || draft.sending) return;
  const { forumId, name, content, tagIds } = draft;
  change(() => {
    draft.sending = true;
  });
  const opened = await attempt(() => act(userId(), 'post', { forumId, name: name.trim(), content: content.trim(), tagIds }));
  change((s) => {
    draft.sending = false;
    if (opened && s.post === draft) s.post = null;
  });
  if (!opened) return;
  await refresh();
  go({ kind: 'guild', channelId: opened.channelId });
}

export const enterRoom = (channelId: string): Promise<null> => attempt(() => act(userId(), 'enter', { channelId }));

export const exitRoom = (): Promise<null> => attempt(() => act(userId(), 'exit', {}));

export async function join(pending: boolean, invite: string | null = null): Promise<void> {
  await attempt(() => act(userId(), 'join', { pending, invite }));
  await refresh();
}

export async function leave(): Promise<void> {
  await attempt(() => act(userId(), 'leave', {}));
  await refresh();
  go({ kind: 'guild', channelId: null });
}

export async function passScreening(): Promise<void> {
  await attempt(() => act(userId(), 'screening', {}));
  await refresh();
}

export async function changeSettings(settings: Requests['settings']): Promise<void> {
  await attempt(() => act(userId(), 'settings', settings));
  await refresh();
}

export const advance = (hours: number): Promise<null> => attempt(() => advanceClock(hours));

export async function becomeNew(name: string, locale: string): Promise<void> {
  const person = await attempt(() => createPerson({ name, locale }));
  if (person) location.assign(`/?as=${person.id}`);
}
