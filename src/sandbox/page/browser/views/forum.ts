import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChannelView, ForumView, PostView, TagView } from '../../wire.ts';
import { publishPost } from '../deeds.ts';
import { channelOf, isLater, isThread } from '../lookup.ts';
import { go, isUnread } from '../session.ts';
import { change, type PostDraft, state } from '../state.ts';
import { icon } from './icon.ts';

/** A forum holds no messages of its own, but posts: each is a thread. */
export function forumView(channel: ChannelView, forum: ForumView): TemplateResult {
  const { words } = state;
  const draft = state.post?.forumId === channel.id ? state.post : null;
  const posts = postsOf(channel, forum);
  return html`<div class="forum">
    <div class="forum-bar">
      <div class="tags" role="group" aria-label=${words.tags}>${forum.tags.map((tag) => filter(tag))}</div>
      ${
        channel.writable && !draft && state.snapshot?.me.place === 'member'
          ? html`<button type="button" class="button primary" @click=${() => begin(channel.id)}>${icon('plus', 16)} ${words.newPost}</button>`
          : null
      }
    </div>
    ${draft ? draftView(draft, forum) : null}
    ${posts.length === 0 ? html`<p class="list-empty">${words.noPost}</p>` : null}
    ${repeat(
      posts,
      ({ id }) => id,
      (post) => (post.post ? card(post, post.post, forum) : null),
    )}
  </div>`;
}

/** Pinned first, archived last; in between as the forum sorts them. */
function postsOf(channel: ChannelView, forum: ForumView): ChannelView[] {
  const key = (post: ChannelView) => (forum.newestFirst ? post.id : (post.lastMessageId ?? post.id));
  return (state.snapshot?.guild?.channels ?? [])
    .filter((post) => post.parentId === channel.id && isThread(post))
    .filter(({ post }) => state.tagFilter === null || post?.tagIds.includes(state.tagFilter))
    .sort(
      (a, b) =>
        Number(b.post?.pinned ?? false) - Number(a.post?.pinned ?? false) ||
        Number(a.archived) - Number(b.archived) ||
        (isLater(key(b), key(a)) ? 1 : -1),
    );
}

const filter = (tag: TagView): TemplateResult =>
  html`<button type="button" class="tag" aria-pressed=${state.tagFilter === tag.id ? 'true' : 'false'} @click=${() =>
    change((s) => {
      s.tagFilter = s.tagFilter === tag.id ? null : tag.id;
    })}>${face(tag)}</button>`;

const face = (tag: TagView): TemplateResult =>
  html`${tag.emoji ? html`<span aria-hidden="true">${tag.emoji}</span>` : null}${tag.name}`;

function card(channel: ChannelView, post: PostView, forum: ForumView): TemplateResult {
  const { words } = state;
  const marks = [
    post.pinned ? html`<span class="mark">${icon('pin', 14)} ${words.pinnedPost}</span>` : null,
    post.locked ? html`<span class="mark">${icon('lock', 14)} ${words.locked}</span>` : null,
    channel.archived ? html`<span class="mark">${words.archived}</span>` : null,
  ];
  return html`<button type="button" class="post ${isUnread(channel) ? 'unread' : ''}" data-post=${channel.id}
    @click=${() => go({ kind: 'guild', channelId: channel.id })}>
    <span class="post-tags">${marks}${tagsOf(post, forum)}</span>
    <strong>${channel.name}</strong>
    <span class="post-opening"><b>${post.author}</b>${post.opening ? ` : ${plain(post.opening)}` : ''}</span>
    <span class="post-foot">${icon('bubbles', 16)} ${words.answers(post.answers)}</span>
  </button>`;
}

/** On a card marks would be noise, and a spoiler stays one. */
const plain = (text: string): string => text.replace(/\|\|.*?(\|\||$)/gs, '…').replace(/\*+|__|~~|`+/g, '');

const tagsOf = (post: PostView, forum: ForumView): TemplateResult[] =>
  forum.tags.filter(({ id }) => post.tagIds.includes(id)).map((tag) => html`<span class="tag">${face(tag)}</span>`);

/** Above the first message of a post. */
export function postTags(channel: ChannelView, post: PostView): TemplateResult | null {
  const forum = channelOf(channel.parentId ?? '')?.forum;
  return forum && post.tagIds.length > 0 ? html`<p class="post-tags">${tagsOf(post, forum)}</p>` : null;
}

const begin = (forumId: string): void =>
  change((s) => {
    s.post = { forumId, name: '', content: '', tagIds: [], sending: false };
  });

function draftView(draft: PostDraft, forum: ForumView): TemplateResult {
  const { words } = state;
  const lacksTag = forum.requiresTag && draft.tagIds.length === 0;
  const ready = draft.name.trim() !== '' && draft.content.trim() !== '' && !lacksTag && !draft.sending;
  return html`<form class="post-draft" aria-label=${words.newPost} @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    if (ready) void publishPost();
  }}>
    <input class="text-input post-title" type="text" required maxlength="100" autocomplete="off" aria-label=${words.postTitle}
      placeholder=${words.postTitle} .value=${draft.name} @input=${(event: Event) =>
        change(() => {
          draft.name = (event.target as HTMLInputElement).value;
        })} />
    <textarea class="text-input" rows="4" required maxlength="2000" aria-label=${words.postContent} placeholder=${words.postContent}
      .value=${draft.content} @input=${(event: Event) =>
        change(() => {
          draft.content = (event.target as HTMLTextAreaElement).value;
        })}></textarea>
    <div class="tags" role="group" aria-label=${words.tags}>${forum.tags.map((tag) => choice(draft, forum, tag))}</div>
    ${lacksTag ? html`<p class="field-description">${words.tagRequired}</p>` : null}
    <footer>
      <button type="button" class="button text" @click=${() =>
        change((s) => {
          s.post = null;
        })}>${words.cancel}</button>
      <button type="submit" class="button primary" ?disabled=${!ready}>${words.publish}</button>
    </footer>
  </form>`;
}

/** Five tags are the most, and moderated ones are for moderators. */
function choice(draft: PostDraft, forum: ForumView, tag: TagView): TemplateResult {
  const chosen = draft.tagIds.includes(tag.id);
  const closed = (tag.moderated && !forum.moderates) || (!chosen && draft.tagIds.length >= 5);
  return html`<button type="button" class="tag" aria-pressed=${chosen ? 'true' : 'false'} ?disabled=${closed} @click=${() =>
    change(() => {
      draft.tagIds = chosen ? draft.tagIds.filter((id) => id !== tag.id) : [...draft.tagIds, tag.id];
    })}>${face(tag)}</button>`;
}
