import type { Hit } from './hit.ts';
import type { Action, Rule } from './rule.ts';

/**
 * What a hit sets going, each by itself and safe to run twice. Warning, timeout and points are one case: one number, one message to the person, one appeal.
 */
export type Step =
  | { kind: 'delete' }
  | { kind: 'dm'; text: string; isRemoved: boolean }
  | { kind: 'sanction'; severity: 'low' | 'medium' | 'high' | null; seconds: number | null; points: number }
  | { kind: 'add_role' | 'remove_role'; roleId: string /** Takes back what a mistake did. */; isUndo?: true }
  | { kind: 'slow_mode'; interval: number; seconds: number }
  | { kind: 'lock'; seconds: number }
  | { kind: 'raise'; level: 'low' | 'medium' | 'high' }
  | { kind: 'thread'; name: string };
export type StepKind = Step['kind'];

const find = <K extends Action['kind']>(actions: readonly Action[], kind: K): Extract<Action, { kind: K }> | undefined =>
  actions.find((action): action is Extract<Action, { kind: K }> => action.kind === kind);

/** In the order in which they are promised: what protects others comes first. `isCooling`: the person is left alone, their message is not. */
export function stepsOf({ actions }: Pick<Rule, 'actions'>, { isCooling }: { isCooling: boolean }): Step[] {
  const steps: Step[] = find(actions, 'delete') ? [{ kind: 'delete' }] : [];
  if (isCooling) return steps;
  const isRemoved = steps.length > 0;
  const [warn, timeout, points] = [find(actions, 'warn'), find(actions, 'timeout'), find(actions, 'points')];
  if (warn || timeout || points)
    steps.push({
      kind: 'sanction',
      severity: warn?.severity ?? null,
      seconds: timeout?.seconds ?? null,
      points: points?.points ?? 0,
    });
  for (const action of actions) {
    switch (action.kind) {
      case 'dm':
        steps.push({ kind: 'dm', text: action.text, isRemoved });
        break;
      case 'add_role':
      case 'remove_role':
        steps.push({ kind: action.kind, roleId: action.roleId });
        break;
      case 'slow_mode':
        steps.push({ kind: 'slow_mode', interval: action.interval, seconds: action.seconds });
        break;
      case 'lock':
      case 'raise':
      case 'thread':
        steps.push(action);
        break;
      default:
    }
  }
  return steps;
}

/** Moderators have something to look at: what was taken away must be able to come back, and whoever was sanctioned has somebody to answer to. */
export const needsCard = ({ actions }: Pick<Rule, 'actions'>): boolean =>
  actions.some(({ kind }) => ['delete', 'keep', 'alert', 'warn', 'timeout', 'points', 'secure'].includes(kind));

/** What one person sets off only together with others, or by coming in: a raid is one card for moderators, not one for each of those who make it. */
export const isOfCrowd = ({ on, found }: Pick<Hit, 'on' | 'found'>): boolean =>
  on === 'join' ||
  found.some(
    ({ kind, reason: { values } }) =>
      (kind === 'duplicates' && values[0] === 'people') || (kind === 'burst' && values[0] === 'channel'),
  );

export const callsModerators = ({ actions }: Pick<Rule, 'actions'>): boolean => find(actions, 'alert')?.call ?? false;

/** What the message said is kept for whoever must judge it. */
export const keepsMessage = ({ actions }: Pick<Rule, 'actions'>): boolean => needsCard({ actions });
