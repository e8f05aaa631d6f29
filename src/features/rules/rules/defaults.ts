import { type Draft, type DraftInput, draftSchema } from './rule.ts';

/**
 * The rules that a server begins with: a training community where French is spoken, with recruiters, promos and alumni. They take away what nobody wants to
 * read, say so to its author, and keep a copy; what calls for judgement is only shown to moderators. None is against a person but for an account that
 * somebody else uses, and for a flood.
 */
const set = {
  phishing: {
    on: ['message', 'edit'],
    triggers: [
      { kind: 'phishing', score: 60 },
      { kind: 'masked_link', which: 'deceptive' },
    ],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'dm' }, { kind: 'alert' }],
    mode: 'on',
  },
  spam: {
    on: ['message', 'edit'],
    triggers: [{ kind: 'spam', score: 60 }],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'dm' }],
    mode: 'on',
  },
  job_spam: {
    on: ['message', 'edit'],
    triggers: [{ kind: 'job_spam', score: 60 }],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'dm' }],
    mode: 'on',
  },
  compromised: {
    on: ['message'],
    triggers: [{ kind: 'duplicates', scope: 'channels', least: 3, seconds: 60, letters: 12 }],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'secure' }],
    mode: 'on',
  },
  flood: {
    on: ['message'],
    triggers: [
      { kind: 'duplicates', scope: 'person', least: 4, seconds: 60, letters: 8 },
      { kind: 'burst', scope: 'person', least: 9, seconds: 10 },
    ],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'dm' }, { kind: 'timeout', seconds: 300 }],
    cooldownSeconds: 60,
    mode: 'on',
  },
  crowd: {
    on: ['message'],
    triggers: [{ kind: 'duplicates', scope: 'people', least: 4, seconds: 120, letters: 40 }],
    conditions: [{ kind: 'member_age', days: 7 }],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'alert' }, { kind: 'raise', level: 'low' }],
    mode: 'on',
  },
  everyone: {
    on: ['message', 'edit'],
    triggers: [{ kind: 'everyone' }],
    conditions: [{ kind: 'member_age', days: 30 }],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'dm' }],
    mode: 'on',
  },
  mentions: {
    on: ['message', 'edit'],
    triggers: [{ kind: 'mentions', least: 10, roles: true }],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'dm' }],
    mode: 'on',
  },
  secrets: {
    on: ['message', 'edit'],
    triggers: [{ kind: 'secret' }],
    // Nobody is accused: whoever leaks a key is helped, staff too. The key itself is kept nowhere.
    exemptions: { staff: false },
    actions: [{ kind: 'delete' }, { kind: 'dm' }],
    mode: 'on',
  },
  invites: {
    on: ['message', 'edit'],
    triggers: [{ kind: 'invite' }],
    conditions: [{ kind: 'member_age', days: 7 }],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'dm' }],
    mode: 'on',
  },
  programs: {
    on: ['message', 'edit'],
    triggers: [{ kind: 'files', families: ['executable', 'script', 'disk_image', 'macro'] }],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'dm' }],
    mode: 'on',
  },
  archives: {
    on: ['message', 'edit'],
    triggers: [{ kind: 'files', families: ['archive'] }],
    conditions: [{ kind: 'member_age', days: 7 }],
    actions: [{ kind: 'keep' }, { kind: 'alert' }],
    mode: 'shadow',
  },
  shorteners: {
    on: ['message', 'edit'],
    triggers: [{ kind: 'shortener' }],
    conditions: [{ kind: 'member_age', days: 3 }],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'dm' }],
    mode: 'on',
  },
  blocked: {
    on: ['message', 'edit'],
    triggers: [{ kind: 'blocked_link', useList: true }],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'dm' }],
    mode: 'on',
  },
  images: {
    on: ['message', 'edit'],
    triggers: [{ kind: 'image', useList: true }],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'dm' }],
    mode: 'on',
  },
  noise: {
    on: ['message', 'edit'],
    triggers: [
      { kind: 'repetition', least: 60 },
      { kind: 'emoji', least: 40 },
      { kind: 'lines', least: 80 },
      { kind: 'zalgo', marks: 30 },
      { kind: 'hidden', least: 8 },
      { kind: 'spoilers', least: 15 },
    ],
    actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'dm' }],
    mode: 'on',
  },
  capitals: {
    on: ['message'],
    triggers: [{ kind: 'capitals', share: 90, letters: 200 }],
    actions: [{ kind: 'dm' }],
    cooldownSeconds: 3_600,
    mode: 'shadow',
  },
  insults: {
    on: ['message', 'edit'],
    triggers: [
      {
        kind: 'words',
        match: 'word',
        words: [
          'fils de pute',
          'fdp',
          'ntm',
          'nique ta mère',
          'nique ta race',
          'nique tes morts',
          'sale arabe',
          'sale noir',
          'sale juif',
          'sale blanc',
          'sale race',
          'bougnoule',
          'bougnoules',
          'bicot',
          'youpin',
          'négro',
          'sale pédé',
          'sale gouine',
          'tarlouze',
          'tapette',
          'sale travelo',
          'sale pute',
          'sale mongol',
          'suicide toi',
          'va te pendre',
          'kys',
          'kill yourself',
          'faggot',
          'nigger',
          'nigga',
          'tranny',
          'chink',
          'kike',
          'white power',
          'heil hitler',
          'sieg heil',
        ],
      },
    ],
    actions: [{ kind: 'keep' }, { kind: 'alert' }],
    mode: 'on',
  },
  impostors: {
    on: ['message', 'join'],
    triggers: [
      {
        kind: 'name',
        match: 'inside',
        words: [
          'discord support',
          'discord staff',
          'discord team',
          'support discord',
          'équipe discord',
          'simplon support',
          'support simplon',
          'staff simplon',
          'admin simplon',
          'modmail',
          'ticket tool',
          'captcha bot',
        ],
      },
    ],
    actions: [{ kind: 'alert' }],
    cooldownSeconds: 86_400,
    mode: 'on',
  },
  raid_links: {
    on: ['message', 'edit'],
    triggers: [{ kind: 'link', least: 1, useList: true }],
    conditions: [
      { kind: 'raid', level: 'medium' },
      { kind: 'member_age', days: 1 },
    ],
    actions: [{ kind: 'delete' }, { kind: 'keep' }],
    mode: 'on',
  },
  // The level of a raid is raised by the joins themselves; this one only shows what their names have in common.
  namesakes: {
    on: ['join'],
    triggers: [{ kind: 'similar_names', least: 4, seconds: 600 }],
    actions: [{ kind: 'alert' }],
    cooldownSeconds: 600,
    mode: 'on',
  },
  automod: {
    on: ['automod'],
    triggers: [{ kind: 'automod' }],
    actions: [{ kind: 'alert' }],
    mode: 'shadow',
  },
} as const satisfies Readonly<Record<string, Omit<DraftInput, 'name'>>>;

export type DefaultKey = keyof typeof set;
export const defaultKeys = Object.keys(set) as readonly DefaultKey[];

/** The default set under the names that a server's language gives. */
export const defaultRules = (names: Readonly<Record<DefaultKey, string>>): (Draft & { key: DefaultKey })[] =>
  defaultKeys.map((key) => ({ key, ...draftSchema.parse({ ...set[key], name: names[key] }) }));
