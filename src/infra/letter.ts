import type { Locale } from '../kernel/text.ts';
import { commission } from './studio.ts';

/** One page to print and keep. Texts are in the reader's language. */
export type Letter = {
  locale: Locale;
  /** Who issues it. */
  sender: string;
  title: string;
  paragraphs: readonly string[];
  /** What it certifies, as a table of two columns. */
  facts: readonly { name: string; value: string }[];
  footer: string;
  writtenAt: Date;
};

/** The letter as PDF, tagged for screen readers (PDF/UA); null when it could not be made. */
export const printLetter = (letter: Letter): Promise<Buffer | null> => commission({ kind: 'letter', work: letter });
