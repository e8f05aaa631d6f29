import { html, type TemplateResult } from 'lit';
import type { ChannelView } from '../../wire.ts';
import { isThread, nameOf } from '../lookup.ts';
import { go } from '../session.ts';
import { state } from '../state.ts';
import { icon } from './icon.ts';

/** All threads of the channel that the person may see: the list of channels has only those that they joined. */
export function threadsView(): TemplateResult {
  const { words, snapshot, place } = state;
  const threads = (snapshot?.guild?.channels ?? []).filter((thread) => isThread(thread) && thread.parentId === place.channelId);
  const open = threads.filter(({ archived }) => !archived);
  if (threads.length === 0) return html`<p class="list-empty">${words.noThread}</p>`;
  return html`
    ${group(
      words.joinedThreads,
      open.filter(({ joined }) => joined),
    )}
    ${group(
      words.otherThreads,
      open.filter(({ joined }) => !joined),
    )}
    ${group(
      words.archivedThreads,
      threads.filter(({ archived }) => archived),
    )}`;
}

/** Threads often share a name: those who are in them tell them apart. */
function others(thread: ChannelView): string {
  const names = thread.threadMembers.filter((id) => id !== thread.openedBy).flatMap((id) => nameOf(id) ?? []);
  return names.length > 0 ? state.words.withPeople(names.slice(0, 3).join(', '), Math.max(0, names.length - 3)) : '';
}

function group(name: string, threads: ChannelView[]): TemplateResult | null {
  if (threads.length === 0) return null;
  return html`<section class="thread-group" aria-label=${name}><h3>${name} — ${threads.length}</h3>
    ${threads.map((thread) => {
      const opener = nameOf(thread.openedBy ?? '');
      return html`<button type="button" class="thread-line" data-thread=${thread.id} @click=${() => go({ kind: 'guild', channelId: thread.id })}>
        ${icon('thread', 20)}<span><strong>${thread.name}</strong><small>${[opener ? state.words.openedBy(opener) : '', others(thread)].filter(Boolean).join(' · ')}</small></span></button>`;
    })}</section>`;
}
