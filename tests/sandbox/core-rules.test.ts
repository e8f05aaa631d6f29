import { DiscordAPIError, REST } from '@discordjs/rest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { movableClock } from '../../src/kernel/time.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { defaultWorld } from '../../src/sandbox/population.ts';
import { ruleTable } from '../../src/sandbox/rules/table.ts';

let sandbox: Sandbox;
let rest: REST;
let channelId: string;
let memberId: string;

beforeAll(async () => {
  const clock = movableClock(new Date('2026-11-02T09:00:00Z'));
  sandbox = await startSandbox({ clock, world: defaultWorld(clock), rateLimits: false });
  rest = new REST({ api: sandbox.apiUrl, retries: 0 }).setToken(sandbox.botToken);
  const person = sandbox.newPersona({ username: 'someone' });
  person.join();
  memberId = person.user.id;
  channelId = person.channel('général').id;
  sandbox.world.sessions = 1;
});
afterAll(() => sandbox.stop());

const text = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, item: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => item(index));
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'A', custom_id: 'a:b', ...more });
const row = (...components: object[]) => ({ components: [{ type: 1, components }] });
const select = (more: object = {}) => ({ type: 3, custom_id: 'a:b', options: [{ label: 'A', value: 'a' }], ...more });
const v2 = (...components: object[]) => ({ flags: 1 << 15, components });
const label = (component: object) => ({ type: 18, label: 'A', component });
const input = (more: object = {}) => ({ type: 4, custom_id: 'f', style: 1, ...more });
const form = (more: object = {}) => ({ title: 'A', custom_id: 'a:b', components: [label(input())], ...more });
const option = (more: object = {}) => ({ type: 3, name: 'a', description: 'A', ...more });
const command = (more: object = {}) => ({ name: 'a', description: 'A', ...more });

const post = (route: string, body: object, method: 'POST' | 'PATCH' | 'PUT' = 'POST', reason?: string) =>
  rest.request({ method: method as never, fullRoute: route as `/${string}`, body, ...(reason ? { reason } : {}) });

/** Sends a body to the bot's answer of an interaction that was just made. */
async function answer(type: number, data: object): Promise<unknown> {
  const { interaction } = await new Promise<{ interaction: { id: string; token: string } }>((done) => {
    const stop = sandbox.world.listen(({ event, data: received }) => {
      if (event !== 'INTERACTION_CREATE') return;
      stop();
      done({ interaction: received as { id: string; token: string } });
    });
    const persona = sandbox.persona(memberId);
    if (type === 8) void autocompletion();
    else void persona.forge.command({ id: '100000000000000000', name: 'x', type: 1 });
  });
  return rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body: { type, data }, auth: false });
}

async function autocompletion(): Promise<void> {
  await post(
    `/applications/${sandbox.applicationId}/commands`,
    command({ name: 'find', options: [option({ autocomplete: true })] }),
  );
  await sandbox.persona(memberId).autocomplete('find', { a: '' }, 'a');
}

const send = {
  message: (body: object) => post(`/channels/${channelId}/messages`, body),
  component: (body: object) => post(`/channels/${channelId}/messages`, body),
  form: (body: object) => answer(9, body),
  choices: (body: object) => answer(8, body),
  command: (body: object) => post(`/applications/${sandbox.applicationId}/commands`, body),
  place: (body: object) => post(`/guilds/${sandbox.guildId}/channels`, body),
  invite: (body: object) => post(`/channels/${channelId}/invites`, body),
  role: (body: object) => post(`/guilds/${sandbox.guildId}/roles`, body),
  member: (body: object) => post(`/guilds/${sandbox.guildId}/members/${memberId}`, body, 'PATCH'),
  ban: (body: object) => post(`/guilds/${sandbox.guildId}/bans/${memberId}`, body, 'PUT'),
  automod: (body: object) =>
    post(`/guilds/${sandbox.guildId}/auto-moderation/rules`, {
      ...{ name: 'Arnaques', event_type: 1, trigger_type: 1, actions: [{ type: 1 }] },
      ...body,
    }),
  incidents: (body: object) => post(`/guilds/${sandbox.guildId}/incident-actions`, body, 'PUT'),
  reason: (body: object) => post(`/guilds/${sandbox.guildId}/roles`, {}, 'POST', (body as { reason: string }).reason),
} satisfies Record<keyof typeof ruleTable, (body: object) => Promise<unknown>>;

type Case = readonly [rule: string, body: object, path: string | number];

/** Each body breaks the rule named beside it. A text is the path of the wrong field; a number another code than 50035. */
const cases: Record<keyof typeof ruleTable, readonly Case[]> = {
  message: [
    ['content has at most 2000 characters', { content: text(2001) }, 'content'],
    ['a message is not empty', {}, 50006],
    ['a message is not empty', { content: '  \n' }, 50006],
    ['at most 10 embeds', { embeds: many(11, () => ({ title: 'A' })) }, 'embeds'],
    ['lengths of an embed', { embeds: [{ title: text(257) }] }, 'embeds.0.title'],
    ['lengths of an embed', { embeds: [{ title: 'A', fields: many(26, () => ({ name: 'a', value: 'b' })) }] }, 'embeds.0.fields'],
    [
      'an embed field has a name of 1 to 256 and a value of 1 to 1024 characters',
      { embeds: [{ fields: [{ name: 'a', value: '' }] }] },
      'embeds.0.fields.0.value',
    ],
    [
      'embeds have at most 6000 characters in all',
      { embeds: [{ description: text(3001) }, { description: text(3000) }] },
      'embeds',
    ],
    [
      'links of an embed are http, https or attachment links',
      { embeds: [{ title: 'A', url: 'javascript:alert(1)' }] },
      'embeds.0.url',
    ],
    ['a nonce has at most 25 characters', { content: 'a', nonce: text(26) }, 'nonce'],
    [
      'allowed_mentions: a list and the same kind in parse exclude each other; at most 100 ids',
      { content: 'a', allowed_mentions: { parse: ['users'], users: ['100000000000000000'] } },
      'allowed_mentions',
    ],
    ['components V2: no content and no embeds', { content: 'a', ...v2({ type: 10, content: 'b' }) }, 'content'],
    ['components V2 need the flag IS_COMPONENTS_V2', { components: [{ type: 10, content: 'b' }] }, 'components.0.type'],
    [
      'without components V2: at most 5 rows, and rows only',
      { components: many(6, (index) => ({ type: 1, components: [button({ custom_id: `${index}` })] })) },
      'components',
    ],
    ['without components V2: at most 5 rows, and rows only', { content: 'a', components: [button()] }, 'components.0.type'],
    [
      'components V2: at most 40 components, nested ones included',
      v2(...many(21, () => ({ type: 17, components: [{ type: 10, content: 'a' }] }))),
      'components',
    ],
    [
      'components V2: at most 4000 characters of text in all',
      v2({ type: 10, content: text(2001) }, { type: 10, content: text(2000) }),
      'components',
    ],
    [
      'a component that names a file names one of the message',
      v2({ type: 13, file: { url: 'attachment://none.pdf' } }),
      'components.0',
    ],
  ],
  component: [
    [
      'a button that acts has a custom_id and no url',
      row(button({ custom_id: undefined })),
      'components.0.components.0.custom_id',
    ],
    ['a button that acts has a custom_id and no url', row(button({ url: 'https://simplon.co' })), 'components.0.components.0'],
    [
      'a link button has a url of at most 512 characters and no custom_id',
      row({ type: 2, style: 5, label: 'A' }),
      'components.0.components.0.url',
    ],
    [
      'a link button has a url of at most 512 characters and no custom_id',
      row({ type: 2, style: 5, label: 'A', url: `https://a.fr/${text(512)}` }),
      'components.0.components.0.url',
    ],
    [
      'a button has a label of at most 80 characters or an emoji',
      row(button({ label: text(81) })),
      'components.0.components.0.label',
    ],
    [
      'a button has a label of at most 80 characters or an emoji',
      row(button({ label: undefined })),
      'components.0.components.0.label',
    ],
    ['a custom_id has 1 to 100 characters', row(button({ custom_id: text(101) })), 'components.0.components.0.custom_id'],
    ['a custom_id is not there twice', row(button(), button()), 'components.0.components.1.custom_id'],
    ['an id is not there twice', row(button({ id: 7 }), button({ id: 7, custom_id: 'c:d' })), 'components.0.components.1.id'],
    [
      'a row holds 1 to 5 buttons, or 1 select',
      row(...many(6, (index) => button({ custom_id: `${index}` }))),
      'components.0.components',
    ],
    ['a row holds 1 to 5 buttons, or 1 select', row(select(), button({ custom_id: 'c:d' })), 'components.0.components'],
    [
      'a component stands where its kind may stand',
      v2({ type: 17, components: [{ type: 17, components: [{ type: 10, content: 'a' }] }] }),
      'components.0.components.0.type',
    ],
    [
      'a section has 1 to 3 texts and an accessory',
      v2({ type: 9, components: [{ type: 10, content: 'a' }] }),
      'components.0.accessory',
    ],
    ['a container holds at least one component', v2({ type: 17, components: [] }), 'components.0.components'],
    ['a text display has 1 to 4000 characters', v2({ type: 10, content: '' }), 'components.0.content'],
    ['a gallery has 1 to 10 items, described in at most 1024 characters', v2({ type: 12, items: [] }), 'components.0.items'],
    [
      'a string select has 1 to 25 options',
      row(select({ options: many(26, (index) => ({ label: 'A', value: `${index}` })) })),
      'components.0.components.0.options',
    ],
    [
      'a radio group has 2 to 10 options',
      form({ components: [label({ type: 21, custom_id: 'r', options: [{ label: 'A', value: 'a' }] })] }),
      'data.components.0.component.options',
    ],
    [
      'a checkbox group has 1 to 10 options',
      form({ components: [label({ type: 22, custom_id: 'r', options: [] })] }),
      'data.components.0.component.options',
    ],
    [
      'an option has a label and a value of 1 to 100 characters, a description of at most 100, and a value of its own',
      row(
        select({
          options: [
            { label: 'A', value: 'a' },
            { label: 'B', value: 'a' },
          ],
        }),
      ),
      'components.0.components.0.options.1.value',
    ],
    [
      'a placeholder has at most 150 characters',
      row(select({ placeholder: text(151) })),
      'components.0.components.0.placeholder',
    ],
    [
      'min_values is 0 to 25, max_values 1 to 25 and not below, and enough options exist',
      row(select({ max_values: 2 })),
      'components.0.components.0.max_values',
    ],
    [
      'min_values is 0 to 25, max_values 1 to 25 and not below, and enough options exist',
      row({ type: 5, custom_id: 'a', min_values: 3, max_values: 2 }),
      'components.0.components.0.max_values',
    ],
  ],
  form: [
    ['a form has a title of 1 to 45 characters', form({ title: text(46) }), 'data.title'],
    ['a form has a custom_id of 1 to 100 characters', form({ custom_id: '' }), 'data.custom_id'],
    [
      'a form has 1 to 5 components',
      form({ components: many(6, (index) => label(input({ custom_id: `${index}` }))) }),
      'data.components',
    ],
    [
      'a form holds labels, texts, or rows with one text input',
      form({ components: [{ type: 1, components: [button()] }] }),
      'data.components.0.type',
    ],
    [
      'a label has a text of 1 to 45, a description of at most 100 characters, and one field',
      form({ components: [{ ...label(input()), label: text(46) }] }),
      'data.components.0.label',
    ],
    [
      'a text input: style, lengths of 0 to 4000, a value that fits, a placeholder of at most 100 characters',
      form({ components: [label(input({ max_length: 4001 }))] }),
      'data.components.0.component.max_length',
    ],
    [
      'a select in a form is not disabled',
      form({ components: [label(select({ disabled: true }))] }),
      'data.components.0.component.disabled',
    ],
    [
      'a file upload wants 0 to 10 files',
      form({ components: [label({ type: 19, custom_id: 'f', max_values: 11 })] }),
      'data.components.0.component.max_values',
    ],
  ],
  choices: [
    [
      'autocomplete answers at most 25 choices, named in 1 to 100 characters, with values of at most 100',
      { choices: many(26, (index) => ({ name: 'A', value: `${index}` })) },
      'data.choices',
    ],
  ],
  command: [
    ['a slash command is named in lower case letters, digits, - and _, at most 32', command({ name: 'Setup' }), 'name'],
    [
      'a slash command is named in lower case letters, digits, - and _, at most 32',
      command({ name_localizations: { fr: 'mon espace' } }),
      'name_localizations.fr',
    ],
    [
      'a user or message command has a name of 1 to 32 characters, and neither description nor options',
      { type: 3, name: 'Report', description: 'A' },
      'description',
    ],
    ['a slash command has a description of 1 to 100 characters', command({ description: text(101) }), 'description'],
    ['at most 25 options on each level', command({ options: many(26, (index) => option({ name: `a${index}` })) }), 'options'],
    [
      'a command has at most 8000 characters in all',
      command({
        options: many(4, (index) =>
          option({ name: `a${index}`, choices: many(25, (choice) => ({ name: text(96), value: `${choice}` })) }),
        ),
      }),
      '',
    ],
    ['required options come first', command({ options: [option(), option({ name: 'b', required: true })] }), 'options.1'],
    ['two options of one command are not named alike', command({ options: [option(), option()] }), 'options'],
    [
      'subcommands and other options do not stand side by side; groups hold subcommands only',
      command({ options: [option(), { type: 1, name: 'b', description: 'B' }] }),
      'options',
    ],
    ['an option is named like a command', command({ options: [option({ name: 'A b' })] }), 'options.0.name'],
    [
      'an option has a description of 1 to 100 characters',
      command({ options: [option({ description: '' })] }),
      'options.0.description',
    ],
    [
      'at most 25 choices, named in 1 to 100 characters, with values of at most 100',
      command({ options: [option({ choices: [{ name: '', value: 'a' }] })] }),
      'options.0.choices.0.name',
    ],
    [
      'choices and autocomplete exclude each other',
      command({ options: [option({ autocomplete: true, choices: [{ name: 'A', value: 'a' }] })] }),
      'options.0.autocomplete',
    ],
    ['bounds belong to numbers and lengths to texts', command({ options: [option({ min_value: 1 })] }), 'options.0'],
  ],
  place: [
    ['a channel or thread has a name of 1 to 100 characters', { name: text(101) }, 'name'],
    ['a topic has at most 1024 characters, 4096 in a forum', { name: 'a', topic: text(1025) }, 'topic'],
    ['slow mode lasts at most six hours', { name: 'a', rate_limit_per_user: 21_601 }, 'rate_limit_per_user'],
    ['a voice channel takes at most 99 people, a stage 10,000', { name: 'a', type: 2, user_limit: 100 }, 'user_limit'],
    ['a bitrate is at least 8,000 bits a second', { name: 'a', type: 2, bitrate: 7_999 }, 'bitrate'],
    [
      'without boosts a bitrate is at most 96,000 bits a second, 64,000 on a stage',
      { name: 'a', type: 2, bitrate: 96_001 },
      30052,
    ],
    [
      'without boosts a bitrate is at most 96,000 bits a second, 64,000 on a stage',
      { name: 'a', type: 13, bitrate: 64_001 },
      30052,
    ],
    [
      'posts are sorted by activity or by creation, and laid out as a list or a gallery',
      { name: 'a', type: 15, default_sort_order: 2 },
      'default_sort_order',
    ],
    [
      'a tag or a default reaction is one emoji, of the server or of Unicode',
      { name: 'a', type: 15, available_tags: [{ name: 'CDI', emoji_name: '💼', emoji_id: '100000000000000000' }] },
      'available_tags.0',
    ],
    [
      'a tag or a default reaction is one emoji, of the server or of Unicode',
      { name: 'a', type: 15, default_reaction_emoji: { emoji_name: '💼', emoji_id: '100000000000000000' } },
      'default_reaction_emoji',
    ],
    ['two tags of a forum have two names', { name: 'a', type: 15, available_tags: [{ name: 'CDI' }, { name: 'cdi' }] }, 40061],
  ],
  invite: [
    ['an invite lasts at most seven days, or for ever', { max_age: 604_801 }, 'max_age'],
    ['an invite is for at most 100 people, or for all', { max_uses: 101 }, 'max_uses'],
  ],
  role: [
    ['a role has a name of at most 100 characters', { name: text(101) }, 'name'],
    ['a colour is a 24-bit number', { color: 0x1000000 }, 'color'],
  ],
  member: [
    ['a nickname has at most 32 characters', { nick: text(33) }, 'nick'],
    ['a timeout lasts at most 28 days', { communication_disabled_until: '2026-12-02T09:00:00Z' }, 'communication_disabled_until'],
  ],
  ban: [['a ban deletes the messages of at most seven days', { delete_message_seconds: 604_801 }, 'delete_message_seconds']],
  automod: [
    ['a rule has a name of 1 to 100 characters', { name: text(101) }, 'name'],
    [
      'rules about profiles act when a member changes, all others when a message is sent',
      { trigger_type: 6, actions: [{ type: 4 }] },
      'event_type',
    ],
    [
      'how many words, expressions and exceptions a rule takes, and how long they are',
      { trigger_metadata: { keyword_filter: many(1001, (index) => `mot${index}`) } },
      'trigger_metadata.keyword_filter',
    ],
    [
      'how many words, expressions and exceptions a rule takes, and how long they are',
      { trigger_metadata: { keyword_filter: ['ok', text(61)] } },
      'trigger_metadata.keyword_filter.1',
    ],
    [
      'how many words, expressions and exceptions a rule takes, and how long they are',
      { trigger_metadata: { regex_patterns: [text(261)] } },
      'trigger_metadata.regex_patterns.0',
    ],
    [
      'how many words, expressions and exceptions a rule takes, and how long they are',
      { trigger_metadata: { allow_list: many(101, (index) => `mot${index}`) } },
      'trigger_metadata.allow_list',
    ],
    [
      'expressions are those of Rust',
      { trigger_metadata: { regex_patterns: ['ok', '(?!a)b'] } },
      'trigger_metadata.regex_patterns.1',
    ],
    [
      'at most 50 mentions may be allowed',
      { trigger_type: 5, trigger_metadata: { mention_total_limit: 51 } },
      'trigger_metadata.mention_total_limit',
    ],
    [
      'at most 20 exempt roles and 50 exempt channels',
      { exempt_roles: many(21, (index) => String(100_000_000_000_000_000n + BigInt(index))) },
      'exempt_roles',
    ],
    ['a rule has 1 to 5 actions', { actions: [] }, 'actions'],
    [
      'messages are blocked where messages are watched, and profiles where profiles are; timeouts are for keywords and mentions',
      { trigger_type: 4, actions: [{ type: 3, metadata: { duration_seconds: 60 } }] },
      'actions.0.type',
    ],
    [
      'an explanation has at most 150 characters, and a timeout lasts at most four weeks',
      { actions: [{ type: 1, metadata: { custom_message: text(151) } }] },
      'actions.0.metadata.custom_message',
    ],
    [
      'an explanation has at most 150 characters, and a timeout lasts at most four weeks',
      { actions: [{ type: 3, metadata: { duration_seconds: 2_419_201 } }] },
      'actions.0.metadata.duration_seconds',
    ],
  ],
  incidents: [
    [
      'invites and direct messages are paused for at most 24 hours',
      { invites_disabled_until: '2026-11-30T09:00:00Z' },
      'invites_disabled_until',
    ],
  ],
  reason: [['a reason has at most 512 characters', { reason: text(513) }, 'reason']],
};

/** Rules of components that only a form can break are shown by one. */
const sender = (kind: keyof typeof ruleTable, body: object) => ('title' in body ? send.form : send[kind]);

const flat = Object.entries(cases).flatMap(([kind, list]) =>
  list.map(([rule, body, path]) => ({ kind: kind as keyof typeof ruleTable, rule, body, path })),
);

test.each(flat)('$kind: $rule ($path)', async ({ kind, body, path }) => {
  const refused = await sender(
    kind,
    body,
  )(body).then(
    () => null,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(DiscordAPIError);
  if (!(refused instanceof DiscordAPIError)) return;
  expect(refused.status).toBe(400);
  expect(refused.code).toBe(typeof path === 'number' ? path : 50035);
  if (typeof path === 'number') return;
  const { errors } = refused.rawError as { errors: Record<string, unknown> };
  const node =
    path === ''
      ? errors
      : path
          .split('.')
          .reduce<Record<string, unknown> | undefined>((at, step) => at?.[step] as Record<string, unknown> | undefined, errors);
  expect(node).toHaveProperty('_errors');
});

test('eleven files are refused with 30015', async () => {
  const files = many(11, (index) => ({ name: `${index}.txt`, data: Buffer.from('a') }));
  await expect(rest.post(`/channels/${channelId}/messages`, { body: {}, files })).rejects.toMatchObject({ code: 30015 });
});

test('every rule of the table has a page of Discord and a body that breaks it', () => {
  const rules = Object.entries(ruleTable).flatMap(([kind, list]) => list.map(({ name, page }) => ({ kind, name, page })));
  const shown = new Set([...flat.map(({ kind, rule }) => `${kind}: ${rule}`), 'message: at most 10 attachments']);
  expect(rules.filter(({ kind, name }) => !shown.has(`${kind}: ${name}`))).toEqual([]);
  expect(rules.filter(({ page }) => !page.startsWith('https://docs.discord.com/developers/'))).toEqual([]);
});

test.each([
  [
    'all kinds of legacy components',
    row(button(), button({ style: 5, custom_id: undefined, url: 'https://simplon.co', label: 'B' })),
  ],
  ['text alone', { content: text(2000) }],
  [
    'components V2',
    v2(
      {
        type: 17,
        accent_color: 0xff0000,
        components: [{ type: 10, content: '# Titre' }, { type: 14 }, { type: 1, components: [button()] }],
      },
      { type: 9, components: [{ type: 10, content: 'a' }], accessory: button({ custom_id: 'c:d' }) },
    ),
  ],
])('what keeps the rules is taken: %s', async (_name, body) => {
  await expect(send.message(body)).resolves.toMatchObject({ channel_id: channelId });
});
