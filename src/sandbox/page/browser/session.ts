import type { APIMessage } from 'discord-api-types/v10';
import type { Live, Snapshot } from '../wire.ts';
import { fetchAudit, fetchMessages, fetchPeople, fetchSnapshot, liveUrl, Refused } from './api.ts';
import { channelTypes, isLater, isThread, mentionsMe } from './lookup.ts';
import { change, state } from './state.ts';
import { wordsFor } from './words.ts';

/** What a window knows of the local Discord, and how it stays true. */

const seenKey = (userId: string) => `passerelle:seen:${userId}`;

export async function start(): Promise<void> {
  if (!state.userId) {
    const people = await fetchPeople();
    change((s) => {
      s.people = people;
    });
    return;
  }
  change((s) => {
    s.seen = JSON.parse(localStorage.getItem(seenKey(s.userId ?? '')) ?? '{}') as Record<string, string>;
    const [kind, channelId] = location.hash.slice(1).split('/');
    s.place = { kind: kind === 'directs' ? 'directs' : 'guild', channelId: channelId || null };
  });
  // The line first: what happens while the snapshot is on its way would be lost.
  await listen(state.userId);
  try {
    await refresh();
    for (const live of early.splice(0)) receive(live);
  } catch (error) {
    // The address may name somebody of another, older local Discord: back to the list of people.
    if (!(error instanceof Refused)) throw error;
    location.assign('/');
  }
}

/** What came before the first snapshot. */
const early: Live[] = [];

/** A socket and not an event stream, of which a browser opens only six to one server: people open many windows. */
function listen(userId: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const line = new WebSocket(liveUrl(userId));
  line.onopen = () => {
    // Whatever happened while the line was cut is in the snapshot and in the messages.
    resolve();
    const wasCut = !state.connected;
    change((s) => {
      s.connected = true;
    });
    if (wasCut) void refresh().then(() => reloadMessages());
  };
  line.onclose = () => {
    resolve();
    change((s) => {
      s.connected = false;
    });
    setTimeout(() => void listen(userId), 1_000);
  };
  line.onmessage = (event: MessageEvent<string>) => {
    const live = JSON.parse(event.data) as Live;
    if (state.snapshot) receive(live);
    else early.push(live);
  };
  return promise;
}

let refreshing: Promise<void> | null = null;
let again = false;

/** One snapshot at a time; changes that come meanwhile ask for one more. */
export function refresh(): Promise<void> {
  if (refreshing) {
    again = true;
    return refreshing;
  }
  refreshing = load().finally(() => {
    refreshing = null;
    if (again) {
      again = false;
      void refresh();
    }
  });
  return refreshing;
}

async function load(): Promise<void> {
  if (!state.userId) return;
  const snapshot = await fetchSnapshot(state.userId, state.place.channelId);
  const first = state.snapshot === null;
  change((s) => {
    s.snapshot = snapshot;
    s.words = wordsFor(snapshot.me.locale);
    s.clockOffset = Date.parse(snapshot.now) - Date.now();
    document.documentElement.lang = snapshot.me.locale;
    if (first && Object.keys(s.seen).length === 0) markAllSeen(snapshot);
  });
  settlePlace();
}

function markAllSeen(snapshot: Snapshot): void {
  for (const channel of [...(snapshot.guild?.channels ?? []), ...snapshot.directs]) {
    if (channel.lastMessageId) state.seen[channel.id] = channel.lastMessageId;
  }
}

/** Goes somewhere that exists: a deleted or hidden channel is left for the first one. */
function settlePlace(): void {
  const { snapshot, place } = state;
  if (!snapshot) return;
  const open = place.kind === 'directs' ? snapshot.directs : (snapshot.guild?.channels ?? []);
  if (place.channelId && open.some((channel) => channel.id === place.channelId)) {
    if (!state.messages.has(place.channelId)) void loadMessages(place.channelId);
    return;
  }
  const [first] =
    place.kind === 'directs'
      ? snapshot.directs
      : (snapshot.guild?.channels ?? [])
          .filter((channel) => channel.type === channelTypes.text && !isThread(channel))
          .sort((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null) || a.position - b.position);
  go({ kind: place.kind, channelId: first?.id ?? null });
}

/** `messageId`: what to scroll to there. */
export function go(place: typeof state.place, messageId: string | null = null): void {
  change((s) => {
    s.place = place;
    s.sought = messageId ? { messageId, shown: false } : null;
    s.list = null;
    s.menu = null;
    s.panel = null;
    s.tagFilter = null;
    if (s.post?.forumId !== place.channelId) s.post = null;
  });
  history.replaceState(null, '', `#${place.kind}/${place.channelId ?? ''}`);
  if (!place.channelId) {
    settleIfNeeded();
    return;
  }
  if (state.messages.has(place.channelId)) markSeen(place.channelId);
  else void loadMessages(place.channelId);
  // Commands differ from channel to channel.
  void refresh();
}

function settleIfNeeded(): void {
  const { snapshot, place } = state;
  const open = place.kind === 'directs' ? snapshot?.directs : snapshot?.guild?.channels;
  if (open?.some((channel) => 'with' in channel || channel.type === channelTypes.text)) settlePlace();
}

async function loadMessages(channelId: string): Promise<void> {
  if (!state.userId) return;
  const messages = await fetchMessages(state.userId, channelId).catch((error: unknown) => {
    if (error instanceof Refused) return [];
    throw error;
  });
  change((s) => s.messages.set(channelId, messages));
  if (state.place.channelId === channelId) markSeen(channelId);
}

function reloadMessages(): void {
  for (const channelId of [...state.messages.keys()]) void loadMessages(channelId);
}

export function markSeen(channelId: string): void {
  if (document.hidden) return;
  const last = state.messages.get(channelId)?.at(-1)?.id;
  change((s) => {
    if (last) s.seen[channelId] = last;
    delete s.pings[channelId];
  });
  localStorage.setItem(seenKey(state.userId ?? ''), JSON.stringify(state.seen));
}

export function isUnread(channel: { id: string; lastMessageId: string | null }): boolean {
  const last = state.messages.get(channel.id)?.at(-1)?.id ?? channel.lastMessageId;
  return last !== null && channel.id !== state.place.channelId && isLater(last, state.seen[channel.id] ?? '0');
}

function receive(live: Live): void {
  if (state.panel === 'audit') void reloadAudit();
  if (live.kind === 'refresh') {
    change((s) => {
      s.clockOffset = Date.parse(live.now) - Date.now();
    });
    void refresh();
  } else if (live.kind === 'deleted') {
    change(({ messages }) => {
      const kept = messages.get(live.channelId)?.filter((message) => !live.messageIds.includes(message.id));
      if (kept) messages.set(live.channelId, kept);
    });
  } else receiveMessage(live.message, live.direct);
}

/** Whatever happens may have left an entry. */
async function reloadAudit(): Promise<void> {
  const audit = await fetchAudit(state.userId ?? '').catch((error: unknown) => {
    if (error instanceof Refused) return null;
    throw error;
  });
  change((s) => {
    if (s.panel === 'audit') s.audit = audit ?? s.audit;
  });
}

/** `direct`: of a conversation, which may be so new that the snapshot does not have it yet. */
function receiveMessage(message: APIMessage, direct: boolean): void {
  const channelId = message.channel_id;
  const known = state.messages.get(channelId);
  const isNew = !known?.some(({ id }) => id === message.id);
  change((s) => {
    if (known && isNew) s.messages.set(channelId, [...known, message]);
    else if (known)
      s.messages.set(
        channelId,
        known.map((old) => (old.id === message.id ? { ...old, ...message } : old)),
      );
    if (!isNew) forgetChoices(message.id);
  });
  const places = [...(state.snapshot?.directs ?? []), ...(state.snapshot?.guild?.channels ?? [])];
  if (!places.some(({ id }) => id === channelId)) void refresh();
  if (!isNew) return;
  if (state.place.channelId === channelId && !document.hidden) markSeen(channelId);
  else if (message.author.id !== state.userId && !message.edited_timestamp && (direct || mentionsMe(message))) {
    change(({ pings }) => {
      pings[channelId] = (pings[channelId] ?? 0) + 1;
    });
  }
  touch(channelId, message.id);
}

/** The snapshot's last message follows the stream, so that a channel never opened can become unread. */
function touch(channelId: string, messageId: string): void {
  const channel =
    state.snapshot?.guild?.channels.find(({ id }) => id === channelId) ??
    state.snapshot?.directs.find(({ id }) => id === channelId);
  if (channel && (!channel.lastMessageId || isLater(messageId, channel.lastMessageId))) channel.lastMessageId = messageId;
}

function forgetChoices(messageId: string): void {
  for (const key of [...state.chosen.keys()]) if (key.startsWith(`${messageId}:`)) state.chosen.delete(key);
}
