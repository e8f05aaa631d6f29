import { MessageFlags } from 'discord-api-types/v10';
import { render } from 'lit';
import { markSeen, start } from './session.ts';
import { change, onChange, state } from './state.ts';
import { appView, closeDrawer } from './views/app.ts';
import { fitComposer } from './views/composer.ts';
import { closeMenu } from './views/menu.ts';
import { closeList } from './views/select.ts';

const root = document.getElementById('app') ?? document.body;

/** The newest message stays in view, unless the person scrolled up to read. */
let pinned = true;
let shownChannel: string | null = null;
let lastSign = '';

/** Changes when something comes that this person caused and waits for: their own message, an answer to them, a failure. */
function sign(): string {
  const own = state.messages
    .get(state.place.channelId ?? '')
    ?.findLast(({ author, flags = 0 }) => author.id === state.userId || (flags & MessageFlags.Ephemeral) !== 0);
  return `${own?.id} ${state.failures.length} ${state.blocked.length}`;
}

/** Scrolls once to the message that a link led to, as soon as it is there. */
function seek(): boolean {
  const { sought } = state;
  if (!sought || sought.shown) return false;
  const target = root.querySelector(`[data-message="${CSS.escape(sought.messageId)}"]`);
  if (!target) return false;
  sought.shown = true;
  target.scrollIntoView({ block: 'center' });
  return true;
}

/** Who had the focus when a dialog opened: it gets it back. */
let opener: Element | null = null;

function draw(): void {
  const hadDialog = root.querySelector('dialog') !== null;
  const focused = document.activeElement;
  const before = root.querySelector('.messages');
  if (before) pinned = before.scrollHeight - before.scrollTop - before.clientHeight < 80;
  if (state.place.channelId !== shownChannel || sign() !== lastSign) pinned = true;
  lastSign = sign();
  shownChannel = state.place.channelId;
  document.title = state.snapshot ? `${state.snapshot.me.name} · ${state.snapshot.server.name}` : state.words.choosePerson;
  render(appView(), root);
  const hasDialog = root.querySelector('dialog') !== null;
  if (hasDialog && !hadDialog) opener = focused;
  else if (hadDialog && !hasDialog && opener instanceof HTMLElement && opener.isConnected) opener.focus();
  fitComposer();
  const after = root.querySelector('.messages');
  if (seek()) return;
  if (after && pinned) after.scrollTop = after.scrollHeight;
}

document.addEventListener('pointerdown', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (!target?.closest('.popover, .select.open')) {
    closeList();
    closeMenu();
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && state.drawer && !event.defaultPrevented) closeDrawer();
});

addEventListener('resize', fitComposer);

document.addEventListener('visibilitychange', () => {
  if (!document.hidden && state.place.channelId) markSeen(state.place.channelId);
});

// The clock in the header, and relative dates in messages.
setInterval(() => change(() => undefined), 15_000);

onChange(draw);
draw();
await start();
