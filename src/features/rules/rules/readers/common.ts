import type { Weighed } from '../detect/verdict.ts';
import type { Undone } from '../disguise.ts';
import type { Facts } from '../facts.ts';
import type { Hit, Reason, Span } from '../hit.ts';
import type { Place } from '../link.ts';
import type { Reading } from '../reading.ts';
import type { TriggerKind, TriggerOf } from '../rule.ts';
import type { Windows } from '../windows.ts';

/** A trigger and where it stands. */
export type Placed<K extends TriggerKind> = { [P in K]: { trigger: TriggerOf<P>; rule: number; index: number } }[K];

/** One event while it is read. */
export type Look = {
  facts: Facts;
  windows: Windows;
  reading: Reading;
  /** Worked out when somebody asks. */
  places(): readonly Place[];
  undone(): Undone | null;
  weighed(): Weighed;
  /** What its author says again and again is told from other things by this; 0 when there is nothing to compare. */
  print: number;
  substance: number;
};

export type Emit = (
  placed: { rule: number; index: number },
  reason: Reason,
  spans?: readonly Span[],
  others?: Hit['others'],
) => void;
export type Reader = (look: Look, emit: Emit) => void;

/** Most that a hit quotes of what it found. */
export const mostQuoted = 5;
/** Entries of a window that one question looks at. */
export const mostSteps = 256;
/** Words and expressions of one guild, over all its rules: what `compile` can hold in memory and in time. */
export const mostWords = 20_000;
export const mostExpressions = 200;

export const least = (numbers: readonly number[]): number =>
  numbers.reduce((low, one) => Math.min(low, one), Number.POSITIVE_INFINITY);

/** Triggers that compare one number: those that ask for too much are left by one look. */
export function counting<K extends TriggerKind>(
  placed: readonly { trigger: TriggerOf<K>; rule: number; index: number }[],
  limitOf: (trigger: TriggerOf<K>) => number,
  countOf: (look: Look, least: number) => number,
  isSo: (look: Look, trigger: TriggerOf<K>) => boolean = () => true,
): Reader {
  const lowest = least(placed.map(({ trigger }) => limitOf(trigger)));
  return (look, emit) => {
    const count = countOf(look, lowest);
    if (count < lowest) return;
    for (const one of placed) {
      const limit = limitOf(one.trigger);
      if (count >= limit && isSo(look, one.trigger)) emit(one, { code: one.trigger.kind, values: [], count, limit });
    }
  };
}

export type Group = { [K in TriggerKind]?: Placed<K>[] };
