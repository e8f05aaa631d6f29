import { html, type TemplateResult } from 'lit';
import type { ChannelView, VoiceView } from '../../wire.ts';
import { enterRoom, exitRoom } from '../deeds.ts';
import { nameOf, ownRoom } from '../lookup.ts';
import { go } from '../session.ts';
import { state } from '../state.ts';
import { avatar } from './avatar.ts';
import { icon } from './icon.ts';
import { openMenu } from './menu.ts';

/** Who is in a voice channel, and the way in and out. Nothing is heard here. */

const shown = (id: string) => ({ id, name: nameOf(id) ?? '' });

/** Under the channel, in the list of channels. */
export function peopleInRoom(channel: ChannelView, { people }: VoiceView): TemplateResult | null {
  if (people.length === 0) return null;
  return html`<div class="room-people" role="group" aria-label=${state.words.peopleIn(channel.name)}>
    ${people
      .map(shown)
      .map(
        (person) =>
          html`<button type="button" class="room-person" @click=${(event: MouseEvent) =>
            openMenu(event, { message: null, userId: person.id })}>${avatar(person, 's')}<span>${person.name}</span></button>`,
      )}
  </div>`;
}

/** Above the messages of a voice channel. */
export function roomView(channel: ChannelView, { people, limit, mayConnect }: VoiceView): TemplateResult {
  const { words } = state;
  const inside = people.includes(state.userId ?? '');
  const full = limit > 0 && people.length >= limit;
  return html`<section class="room" aria-label=${words.peopleIn(channel.name)}>
    <p>${words.room(people.length)}${limit > 0 ? ` / ${limit}` : ''}</p>
    <div class="room-tiles">${people
      .map(shown)
      .map((person) => html`<span class="room-tile">${avatar(person, 'l')}<span>${person.name}</span></span>`)}</div>
    ${
      inside
        ? html`<button type="button" class="button danger" @click=${exitRoom}>${icon('hangUp', 18)} ${words.exitRoom}</button>`
        : html`<button type="button" class="button success" ?disabled=${!mayConnect} @click=${() => enterRoom(channel.id)}>
            ${icon('voice', 18)} ${words.enterRoom}</button>`
    }
    ${mayConnect ? null : html`<small>${words.roomLocked}</small>`}
    ${mayConnect && full && !inside ? html`<small>${words.roomFull}</small>` : null}
  </section>`;
}

/** Above oneself, at the bottom left, while one is in a voice channel. */
export function roomPanel(): TemplateResult | null {
  const room = ownRoom();
  if (!room) return null;
  const { words } = state;
  return html`<div class="room-panel" role="status">
    <button type="button" class="room-panel-name" @click=${() => go({ kind: 'guild', channelId: room.id })}>
      <strong>${icon('voice', 16)} ${words.inRoom}</strong><small>${room.name}</small></button>
    <button type="button" class="ghost" aria-label=${words.exitRoom} title=${words.exitRoom} @click=${exitRoom}>${icon('hangUp', 22)}</button>
  </div>`;
}
