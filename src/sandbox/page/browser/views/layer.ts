import { ref } from 'lit/directives/ref.js';

/** Elements that belong above everything: lists, menus, dialogs. They are placed once they are in the page, hence the microtask. */

const placed = new WeakSet<Element>();

function once(act: (element: HTMLElement) => void) {
  return ref((element) => {
    if (!(element instanceof HTMLElement) || placed.has(element)) return;
    placed.add(element);
    queueMicrotask(() => act(element));
  });
}

/** A modal `<dialog>`: the browser keeps the focus in it and gives it back. */
export const dialogLayer = once((element) => {
  if (element instanceof HTMLDialogElement && !element.open) element.showModal();
});

/** A list under, or when there is no room above, the element that contains it. */
export const listLayer = once((element) => {
  element.showPopover();
  const anchor = element.parentElement?.getBoundingClientRect();
  if (!anchor) return;
  element.style.left = `${Math.max(8, Math.min(anchor.left, innerWidth - anchor.width - 8))}px`;
  element.style.width = `${anchor.width}px`;
  const below = innerHeight - anchor.bottom;
  const height = element.offsetHeight;
  element.style.top =
    below > height + 12 || below > anchor.top ? `${anchor.bottom + 4}px` : `${Math.max(8, anchor.top - height - 4)}px`;
});

/** A menu where the pointer was, kept inside the window. */
export const menuLayer = once((element) => {
  element.showPopover();
  const { x, y } = element.dataset;
  element.style.left = `${Math.max(8, Math.min(Number(x), innerWidth - element.offsetWidth - 8))}px`;
  element.style.top = `${Math.max(8, Math.min(Number(y), innerHeight - element.offsetHeight - 8))}px`;
  element.querySelector<HTMLElement>('[role=menuitem]')?.focus();
});

/** Takes the focus when it appears. */
export const focusLayer = once((element) => element.focus());

/** Moves the focus among the items of a menu with the arrows. */
export function moveFocus(event: KeyboardEvent, selector: string): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(selector)];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % items.length)?.focus();
  event.preventDefault();
}
