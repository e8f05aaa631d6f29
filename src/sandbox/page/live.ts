import { second, systemClock } from '../../kernel/time.ts';
import type { Dispatch } from '../dispatch.ts';
import type { Persona } from '../persona/persona.ts';
import type { World } from '../world.ts';
import type { Host } from './snapshot.ts';
import type { Live } from './wire.ts';

/** Tells one window what happens before its person's eyes, until the returned function is called. */
export function follow(host: Host, persona: Persona, send: (live: Live) => void): () => void {
  let refreshDue = false;
  /** Many events come together, a role given to forty people: the window is told once. */
  const refresh = () => {
    if (refreshDue) return;
    refreshDue = true;
    queueMicrotask(() => {
      refreshDue = false;
      send({ kind: 'refresh', now: host.world.clock.now().toISOString() });
    });
  };
  /** The end of one's own timeout comes without an event: the window asks then whether one may write again. */
  let cancelEnd = () => {};
  const awaitEnd = () => {
    cancelEnd();
    const left = Date.parse(persona.member?.communication_disabled_until ?? '') - host.clock.now().getTime();
    cancelEnd = left > 0 ? host.clock.after(left + 1, refresh) : () => {};
  };
  awaitEnd();
  const stops = [
    persona.listen((dispatch) => {
      if (dispatch.event === 'GUILD_MEMBER_UPDATE') awaitEnd();
      tell(persona, dispatch, send, refresh);
    }),
    () => cancelEnd(),
    // Joining and leaving are seen by others only while one is a member; the chooser and one's own window want them always.
    host.world.listen(({ event }) => {
      if (event === 'GUILD_MEMBER_ADD' || event === 'GUILD_MEMBER_REMOVE') refresh();
    }),
    host.clock.onMove(refresh),
    watchBot(host.world, refresh),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function tell(persona: Persona, { event, data }: Dispatch, send: (live: Live) => void, refresh: () => void): void {
  const { id, ids, channel_id, message_id } = data as { id?: string; ids?: string[]; channel_id?: string; message_id?: string };
  if (channel_id && (event === 'MESSAGE_DELETE' || event === 'MESSAGE_DELETE_BULK')) {
    send({ kind: 'deleted', channelId: channel_id, messageIds: ids ?? (id ? [id] : []) });
    return;
  }
  if (!event.startsWith('MESSAGE_') || !channel_id) {
    if (event !== 'INTERACTION_CREATE') refresh();
    return;
  }
  // What a person is told by an event may be gone from their sight before they look.
  const place = persona.channels().find((channel) => channel.id === channel_id);
  if (!place) return;
  const message = persona.messages(channel_id).find((candidate) => candidate.id === (message_id ?? id));
  if (message) send({ kind: 'message', message, direct: place.guild_id === null });
}

/** Discord announces neither that a bot came online nor that its commands changed: looked at each second. */
function watchBot(world: World, onChange: () => void): () => void {
  const look = () => `${world.sessions > 0} ${[...world.commands.values()].map(({ id, version }) => `${id}${version}`).join()}`;
  let seen = look();
  let cancel = () => {};
  const watch = () => {
    cancel = systemClock.after(second, () => {
      const current = look();
      if (current !== seen) onChange();
      seen = current;
      watch();
    });
  };
  watch();
  return () => cancel();
}
