import { html, svg, type TemplateResult } from 'lit';

const paths = {
  hash: svg`<path d="M9.5 3 7.9 21M16.1 3l-1.6 18M4 8.5h17M3 15.5h17" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>`,
  thread: svg`<path d="M5 4v7a3 3 0 0 0 3 3h10m0 0-4-4m4 4-4 4" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>`,
  voice: svg`<path d="M4 9v6h4l5 4V5L8 9H4Zm12.5-.5a5 5 0 0 1 0 7M19 6a9 9 0 0 1 0 12" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
  forum: svg`<path d="M4 5h16v11H11l-4 4v-4H4V5Zm4 4h8m-8 3.5h5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
  news: svg`<path d="M4 10v4h3l9 5V5l-9 5H4Zm15-1v6" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
  chevron: svg`<path d="m6 9 6 6 6-6" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>`,
  people: svg`<path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 9c0-3.9 3.1-6 7-6s7 2.1 7 6H2Zm14.5-9.2a3 3 0 0 0 0-6M18 14.3c2.5.7 4 2.6 4 5.7" fill="currentColor" stroke="currentColor" stroke-width="1"/>`,
  gear: svg`<path d="M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm8.5-2.3v-2.4l-2.3-.5-.8-1.9 1.3-2-1.7-1.7-2 1.3-1.9-.8-.5-2.2h-2.2l-.6 2.2-1.9.8-2-1.3-1.7 1.7 1.3 2-.8 1.9-2.2.5v2.4l2.2.5.8 1.9-1.3 2 1.7 1.7 2-1.3 1.9.8.6 2.2h2.2l.5-2.2 1.9-.8 2 1.3 1.7-1.7-1.3-2 .8-1.9 2.3-.5Z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/>`,
  swap: svg`<path d="M4 8h14m0 0-4-4m4 4-4 4M20 16H6m0 0 4-4m-4 4 4 4" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
  bars: svg`<path d="M4 6h16M4 12h16M4 18h16" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>`,
  plus: svg`<path d="M12 5v14M5 12h14" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/>`,
  cross: svg`<path d="m6 6 12 12M18 6 6 18" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>`,
  eye: svg`<path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z" fill="none" stroke="currentColor" stroke-width="2"/>`,
  more: svg`<path d="M5 13.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Zm7 0a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Zm7 0a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z" fill="currentColor"/>`,
  smile: svg`<path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 14c1 1.8 2.4 2.6 4 2.6s3-.8 4-2.6M9 9.2v.6m6-.6v.6" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>`,
  file: svg`<path d="M6 3h8l4 4v14H6V3Zm8 0v4h4" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/>`,
  arrow: svg`<path d="M4 12h15m0 0-6-6m6 6-6 6" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>`,
  external: svg`<path d="M10 5H5v14h14v-5M14 4h6v6m0-6-9 9" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>`,
  shield: svg`<path d="M12 3 5 6v5c0 4.5 2.8 8.2 7 10 4.2-1.8 7-5.5 7-10V6l-7-3Z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/>`,
  lock: svg`<path d="M7 10V7.5a5 5 0 0 1 10 0V10m-11 0h12v10H6V10Z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/>`,
  hangUp: svg`<path d="M3 14.5c0-1.2.6-2.2 1.8-3 4.2-2.7 10.2-2.7 14.4 0 1.2.8 1.8 1.8 1.8 3v1.7l-5.2-1.1v-3c-2.4-.8-5.2-.8-7.6 0v3L3 16.2v-1.7Z" fill="currentColor"/>`,
  crown: svg`<path d="m3 8 4.5 4L12 5l4.5 7L21 8l-2 10H5L3 8Z" fill="currentColor"/>`,
  bubbles: svg`<path d="M3 5h13v9H9l-3 3v-3H3V5Zm16 4h2v9h-3v3l-3-3h-5" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/>`,
  slash: svg`<path d="M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm9 4-4 8" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
  clock: svg`<path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
  pin: svg`<path d="m14 4 6 6-3 1-3 6-2-2-6 5 5-6-2-2 6-3-1-5Z" fill="currentColor"/>`,
  bridge: svg`<path d="M2 17h20M4 17v-3c0-4.5 3.6-7.5 8-7.5s8 3 8 7.5v3M9 17v-9.3M15 17v-9.3" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>`,
};

export type IconName = keyof typeof paths;

/** Icons decorate: the words beside them, or the label of their button, say it. */
export const icon = (name: IconName, size = 20): TemplateResult =>
  html`<svg class="icon" width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true">${paths[name]}</svg>`;
