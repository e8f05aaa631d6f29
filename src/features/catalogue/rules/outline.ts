import { generalKey, type Post, type TemplateChannel } from './template.ts';

/**
 * The posts of a forum as a person writes them, one a line: `Title | Tag | What it says`, or `Title | What it says` without a tag.
 * A line break in a text is written `\n`.
 */
export const writePosts = (posts: readonly Post[]): string =>
  posts
    .map(({ title, tag, content }) => [title, ...(tag === null ? [] : [tag]), content.replaceAll('\n', '\\n')].join(' | '))
    .join('\n');

export type PostProblem = { line: number; why: 'shape' | 'long' };

/** Posts keep the key of a former one of the same title, so that what already exists is the same post. */
export function parsePosts(typed: string, former: readonly Post[]): { posts: Post[]; problems: PostProblem[] } {
  const posts: Post[] = [];
  const problems: PostProblem[] = [];
  const lines = typed.split('\n').map((line, index) => ({ line: index + 1, text: line.trim() }));
  for (const { line, text } of lines) {
    if (text === '') continue;
    const parts = text.split('|').map((part) => part.trim());
    const [title, second, third] = parts;
    if (!title || !second || parts.length > 3 || (parts.length === 3 && !third)) {
      problems.push({ line, why: 'shape' });
      continue;
    }
    const tag = third === undefined ? null : second;
    const content = (third ?? second).replaceAll('\\n', '\n').trim();
    if (title.length > 90 || (tag?.length ?? 0) > 20 || content.length > 1_800 || content === '') {
      problems.push({ line, why: 'long' });
      continue;
    }
    posts.push({ key: keyFor(title, former, posts), title, content, tag });
  }
  return { posts, problems };
}

function keyFor(title: string, former: readonly Post[], taken: readonly Post[]): string {
  const isFree = (key: string) => !taken.some((post) => post.key === key);
  const known = former.find((post) => post.title === title && isFree(post.key));
  if (known) return known.key;
  const used = [...former, ...taken].map(({ key }) => key);
  // The first post of a forum that has none is where the bot speaks.
  if (used.length === 0) return generalKey;
  let number = 1;
  while (used.includes(`post${number}`)) number++;
  return `post${number}`;
}

/** What the form's last field holds: the posts of a forum, the topic of any other channel. */
export const contentOf = ({ kind, posts, topic }: TemplateChannel): string => (kind === 'forum' ? writePosts(posts) : topic);
