import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { button, type Command, type Component, command, messageCommand, select, userCommand } from '../../src/discord/command.ts';
import {
  channels,
  checkbox,
  checkboxes,
  files,
  form,
  longText,
  mentionables,
  menu,
  note,
  people,
  radio,
  roles,
  shortText,
} from '../../src/discord/form.ts';
import { attachment, boolean, channel, choice, integer, optional, role, string, user } from '../../src/discord/options.ts';
import { admin, anyone } from '../../src/discord/policy.ts';
import type { Feature } from '../../src/kernel/feature.ts';
import { type Text, UserError } from '../../src/kernel/text.ts';
import { customId } from '../../src/kernel/wire.ts';

const same = (text: string): Text => ({ fr: text, en: text });
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components }) as APIMessageTopLevelComponent;
const push = (label: string, custom_id: string) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label,
  custom_id,
});

export const countId = customId('probe:count', { count: z.coerce.number().int().min(0) });
export const pickId = customId('probe:pick', {});
export const stepId = customId('probe:step', {});
export const openId = customId('probe:open', {});
export const directId = customId('probe:direct', { guildId: z.string() });
export const directFormId = customId('probe:direct_form', { guildId: z.string() });
export const directNameId = customId('probe:direct_name', { guildId: z.string() });
export const plainId = customId('probe:plain', {});
export const nameId = customId('probe:name', { tag: z.string() });
export const everythingId = customId('probe:everything', {});

/** A handler that a test holds back, to see what the router does meanwhile. */
export type Gate = { wait(): Promise<void>; open(): void; readonly waiting: number };
export function createGate(): Gate {
  let waiters: (() => void)[] = [];
  return {
    wait: () => new Promise((resolve) => waiters.push(resolve)),
    open() {
      for (const resolve of waiters) resolve();
      waiters = [];
    },
    get waiting() {
      return waiters.length;
    },
  };
}

/** As somebody fills it in a direct message, where only its address tells the server. */
const directForm = form({
  id: directNameId,
  policy: anyone,
  answer: 'update',
  title: { fr: 'Votre nom', en: 'Your name' },
  fields: { name: shortText({ label: { fr: 'Nom', en: 'Name' }, max: 40 }) },
  async run({ actor }, _params, { name }) {
    if (name === 'Personne') throw new UserError('probe.nobody', { fr: 'Ce nom est réservé.', en: 'That name is taken.' });
    return { content: `${actor.guildId}/${name}`, components: [] };
  },
});

const nameForm = form({
  id: nameId,
  policy: anyone,
  answer: 'ephemeral',
  title: { fr: 'Votre nom', en: 'Your name' },
  fields: {
    name: shortText({ label: { fr: 'Nom', en: 'Name' }, max: 40 }),
    about: longText({ label: { fr: 'À propos', en: 'About' }, max: 200, required: false }),
  },
  async run(_, { tag }, { name, about }) {
    if (name === 'Personne') throw new UserError('probe.nobody', { fr: 'Ce nom est réservé.', en: 'That name is taken.' });
    return { content: `${tag}/${name}/${about}` };
  },
});

const fruits = { apple: { fr: 'Pomme', en: 'Apple' }, pear: { fr: 'Poire', en: 'Pear' }, plum: { fr: 'Prune', en: 'Plum' } };

const everythingForms = [
  form({
    id: everythingId,
    policy: anyone,
    answer: 'ephemeral',
    title: same('Everything'),
    fields: {
      intro: note({ fr: 'Lisez-moi', en: 'Read me' }),
      fruit: menu({ label: same('Menu'), choices: fruits, max: 2 }),
      one: radio({ label: same('Radio'), choices: fruits }),
      some: checkboxes({ label: same('Boxes'), choices: fruits, required: false }),
      agreed: checkbox({ label: same('Agreed') }),
    },
    run: async (_, __, values) => ({ content: JSON.stringify(values) }),
  }),
  form({
    id: customId('probe:entities', {}),
    policy: anyone,
    answer: 'ephemeral',
    title: same('Entities'),
    fields: {
      who: people({ label: same('People'), max: 3 }),
      what: roles({ label: same('Roles'), required: false }),
      where: channels({ label: same('Channels') }),
      either: mentionables({ label: same('Either'), required: false }),
      cv: files({ label: same('File'), maxBytes: 1_000 }),
    },
    run: async (_, __, { who, what, where, either, cv }) => ({
      content: JSON.stringify({ who, what, where, either, cv: cv.map(({ filename }) => filename) }),
    }),
  }),
] as const;

/** A feature with one of everything that the kernel offers. */
export function createProbe(gate: Gate): Feature {
  const commands: Command[] = [
    command({
      name: { en: 'ping', fr: 'ping' },
      description: same('Pong'),
      policy: anyone,
      answer: 'ephemeral',
      options: {},
      run: async ({ t }) => ({ content: t({ fr: 'Bonjour', en: 'Hello' }) }),
    }),
    command({
      name: { en: 'probe slow', fr: 'sonde lente' },
      description: same('Slow'),
      policy: anyone,
      answer: 'ephemeral',
      options: { fail: optional(boolean({ fr: 'échec', description: same('Fail') })) },
      async run(_, { fail }) {
        await gate.wait();
        if (fail) throw new UserError('probe.no', { fr: 'Non.', en: 'No.' });
        return { content: 'slow' };
      },
    }),
    command({
      name: { en: 'probe bug', fr: 'sonde bogue' },
      description: same('Bug'),
      policy: anyone,
      answer: 'ephemeral',
      options: {},
      run: () => Promise.reject(new Error('secret detail')),
    }),
    command({
      name: { en: 'probe rare', fr: 'sonde rare' },
      description: same('Rare'),
      policy: anyone,
      answer: 'ephemeral',
      cooldownSeconds: 30,
      options: {},
      run: async () => ({ content: 'done' }),
    }),
    command({
      name: { en: 'control', fr: 'commande' },
      description: same('Admin'),
      policy: admin,
      answer: 'ephemeral',
      options: {},
      run: async () => ({ content: 'powerful' }),
    }),
    command({
      name: { en: 'probe options', fr: 'sonde options' },
      description: same('Options'),
      policy: anyone,
      answer: 'ephemeral',
      options: {
        word: string({
          fr: 'mot',
          description: same('Word'),
          min: 2,
          max: 5,
          complete: async (_, typed) =>
            ['alpha', 'beta'].filter((word) => word.startsWith(typed)).map((name) => ({ name, value: name })),
        }),
        fruit: choice({ fr: 'fruit', description: same('Fruit'), choices: fruits }),
        count: optional(integer({ fr: 'nombre', description: same('Count'), min: 1, max: 9 })),
        who: optional(user({ fr: 'qui', description: same('Who') })),
        role: optional(role({ fr: 'rôle', description: same('Role') })),
        channel: optional(channel({ fr: 'salon', description: same('Channel') })),
        file: optional(attachment({ fr: 'fichier', description: same('File') })),
      },
      run: async (_, { file, ...values }) => ({ content: JSON.stringify({ ...values, file: file?.filename }) }),
    }),
    command({
      name: { en: 'probe panel', fr: 'sonde panneau' },
      description: same('Panel'),
      policy: anyone,
      answer: 'ephemeral',
      options: {},
      run: async ({ actor }) => ({
        content: '@everyone 0',
        components: [
          row(
            push('Count', countId.encode({ count: 0 })),
            push('Form', openId.encode({})),
            push('Old', 'probe:old:1'),
            push('Direct', directId.encode({ guildId: actor.guildId })),
          ),
          row({
            type: ComponentType.StringSelect,
            custom_id: pickId.encode({}),
            options: [
              { label: 'A', value: 'a' },
              { label: 'B', value: 'b' },
            ],
          }),
          row({
            type: ComponentType.StringSelect,
            custom_id: stepId.encode({}),
            options: [
              { label: 'Form', value: 'form' },
              { label: 'Next', value: 'next' },
            ],
          }),
        ],
      }),
    }),
    command({
      name: { en: 'probe name', fr: 'sonde nom' },
      description: same('Form'),
      policy: anyone,
      answer: 'modal',
      options: {},
      run: async ({ locale }) => nameForm.open(locale, { tag: 'x' }, { name: 'Léa' }),
    }),
    command({
      name: { en: 'probe everything', fr: 'sonde tout' },
      description: same('Form'),
      policy: anyone,
      answer: 'modal',
      options: {},
      run: async ({ locale }) => everythingForms[0].open(locale, {}),
    }),
    command({
      name: { en: 'probe entities', fr: 'sonde entités' },
      description: same('Form'),
      policy: anyone,
      answer: 'modal',
      options: {},
      run: async ({ locale }) => everythingForms[1].open(locale, {}),
    }),
    command({
      name: { en: 'probe rich', fr: 'sonde riche' },
      description: same('V2'),
      policy: anyone,
      answer: 'ephemeral',
      options: {},
      run: async () => ({
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: ComponentType.TextDisplay, content: 'rich' }, row(push('Plain', plainId.encode({})))],
      }),
    }),
    userCommand({
      name: { en: 'Greet', fr: 'Saluer' },
      policy: anyone,
      answer: 'ephemeral',
      run: async (_, { userId }) => ({ content: `hello ${userId}` }),
    }),
    messageCommand({
      name: { en: 'Quote', fr: 'Citer' },
      policy: anyone,
      answer: 'ephemeral',
      run: async (_, { content }) => ({ content: `“${content}”` }),
    }),
  ];
  const components: Component[] = [
    button({
      id: countId,
      policy: anyone,
      answer: 'update',
      async run(_, { count }) {
        if (count >= 2) throw new UserError('probe.enough', { fr: 'Assez.', en: 'Enough.' });
        return { content: String(count + 1), components: [row(push('Count', countId.encode({ count: count + 1 })))] };
      },
    }),
    button({ id: openId, policy: anyone, answer: 'modal', run: async ({ locale }) => nameForm.open(locale, { tag: 'y' }) }),
    button({
      id: plainId,
      policy: anyone,
      answer: 'update',
      run: async () => ({ content: 'plain' }),
    }),
    button({
      id: directId,
      policy: anyone,
      answer: 'ephemeral',
      run: async ({ actor }) => ({ content: `guild ${actor.guildId}` }),
    }),
    select({
      id: pickId,
      policy: anyone,
      answer: 'update',
      run: async (_, __, values) => ({ content: `picked ${values.join()}`, components: [] }),
    }),
    select({
      id: stepId,
      policy: anyone,
      answer: 'step',
      async run({ locale }, _, [choice]) {
        if (choice === 'form') return nameForm.open(locale, { tag: 'step' });
        if (choice === 'next') return { content: 'next question' };
        throw new UserError('probe.no', same('No.'));
      },
    }),
    button({
      id: directFormId,
      policy: anyone,
      answer: 'modal',
      run: async ({ locale }, { guildId }) => directForm.open(locale, { guildId }),
    }),
    directForm,
    nameForm,
    ...everythingForms,
  ];
  return {
    name: 'probe',
    description: same('A feature for tests'),
    needs: { roles: [], channels: [] },
    commands,
    components,
    events: [],
    tasks: [],
    schedules: [],
    personalData: { purpose: same('none'), retention: same('none'), export: async () => ({}), erase: async () => {} },
  };
}
