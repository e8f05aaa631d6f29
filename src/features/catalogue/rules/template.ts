import { z } from 'zod';

/** Who stands in a promo's space: its learners, its trainers, its staff. */
export const audiences = ['learner', 'trainer', 'staff'] as const;
export type Audience = (typeof audiences)[number];

/** What somebody may do in a channel, from nothing to all. `answer`: in posts and threads that others opened. */
export const levels = ['none', 'read', 'answer', 'write'] as const;
export type Level = (typeof levels)[number];

export const channelKinds = ['forum', 'text', 'voice'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** Which promos get the channel. */
export const variants = ['both', 'onsite', 'remote'] as const;
export type Variant = (typeof variants)[number];

const name = z.string().trim().min(1).max(90);

/** A post that is there from the first day. `key` names it for ever: renaming the post keeps it. */
const post = z.object({
  key: z.string().min(1).max(20),
  title: name,
  content: z.string().trim().min(1).max(1_800),
  tag: z.string().trim().min(1).max(20).nullable(),
});
export type Post = z.infer<typeof post>;

const channel = z.object({
  key: z.string().regex(/^[a-z0-9]{1,20}$/),
  kind: z.enum(channelKinds),
  name,
  levels: z.object({ learner: z.enum(levels), trainer: z.enum(levels), staff: z.enum(levels) }),
  variant: z.enum(variants),
  topic: z.string().trim().max(1_000),
  posts: z.array(post).max(15),
  /** Whoever enters this voice channel is taken to a room of their own. */
  onDemand: z.boolean().optional(),
});
export type TemplateChannel = z.infer<typeof channel>;

const category = z.object({ name, channels: z.array(channel) });
export type TemplateCategory = z.infer<typeof category>;

/** Channels of a template that the form can show at once. */
export const mostChannels = 25;
/** https://docs.discord.com/developers/resources/channel#channel-object-channel-structure */
export const mostTags = 20;

const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

/**
 * The space of a promo: categories with their channels, in order. Names and texts may hold `{promo}`, `{course}`, `{campus}`, `{start}` and
 * `{end}`.
 */
export const template = z
  .object({ categories: z.array(category).min(1).max(4) })
  .refine(({ categories }) => channelsOf({ categories }).length > 0, 'no channel')
  .refine(({ categories }) => channelsOf({ categories }).length <= mostChannels, 'too many channels')
  .refine(({ categories }) => distinct(channelsOf({ categories }).map(({ key }) => key)), 'a key twice')
  .refine(
    ({ categories }) => channelsOf({ categories }).every(({ posts }) => distinct(posts.map(({ key }) => key))),
    'a post twice',
  )
  .refine(({ categories }) => channelsOf({ categories }).every((one) => tagsOf(one).length <= mostTags), 'too many tags');
export type Template = { categories: TemplateCategory[] };

export const channelsOf = ({ categories }: Template): TemplateChannel[] => categories.flatMap(({ channels }) => channels);

/** The tags of a forum, each once, in the order of its posts. */
export const tagsOf = ({ posts }: Pick<TemplateChannel, 'posts'>): string[] => [
  ...new Set(posts.flatMap(({ tag }) => (tag === null ? [] : [tag]))),
];

/** The post where the bot speaks to a promo. */
export const generalKey = 'general';

/** Whether the bot speaks to a promo there: in the general post of a forum that its learners see. */
export const isSpokenIn = ({ posts, levels: allowed }: Pick<TemplateChannel, 'posts' | 'levels'>): boolean =>
  allowed.learner !== 'none' && posts.some(({ key }) => key === generalKey);

const demandKey = 'demand';

/** Whether entering this channel opens a room, whatever it is called. Templates kept from before this could be chosen know it by its key. */
export const isOnDemand = ({ kind, key, onDemand }: Pick<TemplateChannel, 'kind' | 'key' | 'onDemand'>): boolean =>
  kind === 'voice' && (onDemand ?? key === demandKey);

const open = { learner: 'answer', trainer: 'write', staff: 'write' } as const;
const staffOnly = { learner: 'none', trainer: 'write', staff: 'write' } as const;
const everybody = { learner: 'write', trainer: 'write', staff: 'write' } as const;
const voice = (key: string, title: string, variant: Variant = 'both', who: TemplateChannel['levels'] = everybody) =>
  ({ key, kind: 'voice', name: title, levels: who, variant, topic: '', posts: [] }) satisfies TemplateChannel;

/** What Simplon's promos have used for years; a course without a template of its own has this one. */
export const defaultTemplate: Template = {
  categories: [
    {
      name: '{promo}',
      channels: [
        {
          key: 'forum',
          kind: 'forum',
          name: 'forum-{promo}',
          levels: open,
          variant: 'both',
          topic: 'Tout ce qui concerne la promo, un sujet par fil.',
          posts: [
            {
              key: generalKey,
              title: 'Général',
              content:
                'Bienvenue dans la promo {promo} ! Elle dure du {start} au {end}. Les informations de la promo arrivent ici.',
              tag: 'Informations',
            },
            {
              key: 'absences',
              title: 'Absences et retards',
              content: 'Une absence, un retard ? Prévenez l’équipe ici, le plus tôt possible.',
              tag: 'Informations',
            },
            {
              key: 'signature',
              title: 'Signature',
              content: 'Les rappels pour signer la feuille d’émargement arrivent ici.',
              tag: 'Informations',
            },
            { key: 'relax', title: 'Détente', content: 'Pour parler de tout et de rien, avec bienveillance.', tag: 'Entraide' },
            { key: 'projects', title: 'Projets', content: 'Présentez vos projets et demandez un avis.', tag: 'Entraide' },
          ],
        },
        {
          key: 'team',
          kind: 'forum',
          name: 'équipe-{promo}',
          levels: staffOnly,
          variant: 'both',
          topic: 'Réservé à l’équipe de la promo.',
          posts: [
            { key: 'follow', title: 'Suivi', content: 'Le suivi de la promo {promo}, entre membres de l’équipe.', tag: null },
          ],
        },
        {
          key: 'class',
          kind: 'text',
          name: 'classe-{promo}',
          levels: everybody,
          variant: 'remote',
          topic: 'Les échanges pendant les cours à distance.',
          posts: [],
        },
        voice('room', 'Salle de classe', 'remote'),
        voice('sos', 'SOS'),
        voice('talk', 'général'),
        { ...voice(demandKey, 'Sur demande'), onDemand: true },
      ],
    },
  ],
};

/** A stored template; a column that holds none means the default one. Throws when the database holds something else. */
export const readTemplate = (stored: unknown): Template => (stored === null ? defaultTemplate : template.parse(stored));

/** The part of a template that a promo gets. A category of which nothing is left goes. */
export const variantOf = ({ categories }: Template, isRemote: boolean): Template => ({
  categories: categories
    .map(({ name: title, channels }) => ({
      name: title,
      channels: channels.filter(({ variant }) => variant === 'both' || variant === (isRemote ? 'remote' : 'onsite')),
    }))
    .filter(({ channels }) => channels.length > 0),
});

export type Filling = { promo: string; course: string; campus: string; start: string; end: string };

/** Puts a promo's own words where a template has `{promo}` and the like; anything else in braces stays. */
export const fill = (text: string, filling: Filling): string =>
  text.replace(/\{(promo|course|campus|start|end)\}/g, (_, word: keyof Filling) => filling[word]);

/** A free key for one more channel. */
export function freshKey(taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`channel${number}`)) number++;
  return `channel${number}`;
}
