import { type DiscordError, invalidForm, malformed, type Problem, type Refusal, refuse } from '../errors.ts';

/**
 * One thing that Discord refuses about a body and that its OpenAPI document does not say. `check` returns what is wrong, with
 * the path from the body. Such bodies answer 400 50035, unless `refusal` names another code.
 */
export type Rule<S> = {
  readonly name: string;
  /** The page of Discord's documentation that states it. */
  readonly page: string;
  readonly refusal?: Refusal;
  check(subject: S): readonly Problem[];
};

/** Throws what Discord would answer when one of the rules does not hold. */
export function enforce<S>(rules: readonly Rule<S>[], subject: S, path: readonly (string | number)[] = []): void {
  const problems: Problem[] = [];
  let other: DiscordError | null = null;
  for (const rule of rules) {
    const found = rule.check(subject);
    if (found.length === 0) continue;
    if (rule.refusal) other ??= refuse(rule.refusal);
    else problems.push(...found.map((problem) => ({ ...problem, path: [...path, ...problem.path] })));
  }
  if (problems.length > 0) throw malformed(invalidForm(...problems));
  if (other) throw malformed(other);
}

type Path = readonly (string | number)[];

/** Length in Unicode code points, as Discord counts. */
export const lengthOf = (text: string): number => [...text].length;

export const problem = (path: Path, code: string, message: string): Problem => ({ path, code, message });

export function textLength(path: Path, text: string | null | undefined, limits: { min?: number; max: number }): Problem[] {
  if (text === null || text === undefined) return [];
  const length = lengthOf(text);
  const { min = 0, max } = limits;
  if (length === 0 && min > 0) return [problem(path, 'BASE_TYPE_REQUIRED', 'This field is required')];
  if (length >= min && length <= max) return [];
  if (min > 0) return [problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)];
  return [problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)];
}

export function count(
  path: Path,
  items: readonly unknown[] | null | undefined,
  limits: { min?: number; max: number },
): Problem[] {
  const { min = 0, max } = limits;
  const length = items?.length ?? 0;
  return length >= min && length <= max
    ? []
    : [problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)];
}

export function range(path: Path, value: number | null | undefined, min: number, max: number): Problem[] {
  if (value === null || value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return [];
  return [problem(path, 'NUMBER_TYPE_COERCE', `int value should be between ${min} and ${max}.`)];
}

export const required = (path: Path, value: unknown): Problem[] =>
  value === undefined || value === null || value === '' ? [problem(path, 'BASE_TYPE_REQUIRED', 'This field is required')] : [];

/** Every value that occurs before. */
export function duplicates<T>(items: readonly T[], key: (item: T) => string | undefined): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const value = key(item);
    if (value === undefined) return false;
    if (seen.has(value)) return true;
    seen.add(value);
    return false;
  });
}
