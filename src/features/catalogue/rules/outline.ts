import { generalKey, type Post, type TemplateChannel } from './template.ts';

const escaped = (text: string): string => text.replace(/[\\|]/g, '\\$&').replaceAll('\n', '\\n');

/**
 * The posts of a forum as a person writes them, one a line: `Title | Tag | What it says`, or `Title | What it says` without a tag.
 * A line break in a text is written `\n`, a bar `\|`, a backslash before one of these `\\`.
 */
export const writePosts = (posts: readonly Post[]): string =>
  posts.map(({ title, tag, content }) => [title, ...(tag === null ? [] : [tag]), content].map(escaped).join(' | ')).join('\n');

/** What stands between the bars of a line, as it was before it was written. */
function partsOf(line: string): string[] {
  const parts = [''];
  for (const [word] of line.matchAll(/\\[\\|n]|\||\\|[^\\|]+/g))
    if (word === '|') parts.push('');
    else parts.push((parts.pop() ?? '') + (word === '\\n' ? '\n' : word.length === 2 && word[0] === '\\' ? word.slice(1) : word));
  return parts.map((part) => part.trim());
}

export type PostProblem = { line: number; why: 'shape' | 'long' };

/**
 * Posts keep the key of a former one of the same title, so that what already exists is the same post. `isSpoken`: the first post of a forum
 * that had none becomes the one where the bot speaks.
 */
export function parsePosts(
  typed: string,
  former: readonly Post[],
  { isSpoken }: { isSpoken: boolean },
): { posts: Post[]; problems: PostProblem[] } {
  const posts: Post[] = [];
  const problems: PostProblem[] = [];
  const lines = typed.split('\n').map((line, index) => ({ line: index + 1, text: line.trim() }));
  for (const { line, text } of lines) {
    if (text === '') continue;
    const parts = partsOf(text);
    const [title, second, third] = parts;
    const names = [title, ...(third === undefined ? [] : [second])];
    if (!title || !second || parts.length > 3 || (parts.length === 3 && !third) || names.some((name) => name?.includes('\n'))) {
      problems.push({ line, why: 'shape' });
      continue;
    }
    const tag = third === undefined ? null : second;
    const content = third ?? second;
    if (title.length > 90 || (tag?.length ?? 0) > 20 || content.length > 1_800) {
      problems.push({ line, why: 'long' });
      continue;
    }
    posts.push({ key: keyFor(title, { former, taken: posts, isSpoken }), title, content, tag });
  }
  return { posts, problems };
}

function keyFor(
  title: string,
  { former, taken, isSpoken }: { former: readonly Post[]; taken: readonly Post[]; isSpoken: boolean },
): string {
  const isFree = (key: string) => !taken.some((post) => post.key === key);
  const known = former.find((post) => post.title === title && isFree(post.key));
  if (known) return known.key;
  const used = [...former, ...taken].map(({ key }) => key);
  if (used.length === 0 && isSpoken) return generalKey;
  let number = 1;
  while (used.includes(`post${number}`)) number++;
  return `post${number}`;
}

/** What the form's last field holds: the posts of a forum, the topic of any other channel. */
export const contentOf = ({ kind, posts, topic }: TemplateChannel): string => (kind === 'forum' ? writePosts(posts) : topic);
