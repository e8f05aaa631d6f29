import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/discord/command.ts';
import { linkLimit, messageLimit, pitchLimit } from '../../../src/features/talents/rules/limit.ts';
import { noFilters } from '../../../src/features/talents/service/search.ts';
import { cardText } from '../../../src/features/talents/views/card.ts';
import {
  contactsScreen,
  openingMessage,
  questionMessage,
  questionsMessage,
} from '../../../src/features/talents/views/contact.ts';
import { matchMessage } from '../../../src/features/talents/views/match.ts';
import { consentScreen, profileScreen } from '../../../src/features/talents/views/profile.ts';
import { searchScreen } from '../../../src/features/talents/views/search.ts';
import { fitOf } from '../../../src/kernel/fit.ts';
import { monday } from '../../support/monday.ts';

/** The longest that people may type, in either language: nothing is more than Discord takes, and nothing of theirs is markdown or a mention. */

const nasty = '*_`@|>[x](y)<@&1>';
const fill = (length: number) => nasty.repeat(Math.ceil(length / nasty.length)).slice(0, length);
const skills = Array.from({ length: 15 }, (_, n) => fill(38) + String(n).padStart(2, '0'));
const card = {
  contracts: ['cdi', 'cdd', 'apprenticeship', 'internship', 'temporary', 'freelance'],
  city: 'Saint-Germain-en-Laye',
  department: '974',
  mobility: 'region',
  remote: 'full',
  level: 'confirmed',
  availableFrom: monday,
  skills,
  pitch: fill(pitchLimit),
  studies: { course: fill(60), campus: fill(60) },
} as const;
const wish = { ...card, skillKeys: skills };
const fit = fitOf(
  wish,
  { contract: 'cdi', city: null, department: '59', remote: 'partial', level: 'senior', startsOn: null, skillKeys: skills },
  { rarity: new Map(), today: monday },
);

type Node = { content?: string; components?: Node[]; accessory?: Node; custom_id?: string; label?: string };
const flat = (nodes: readonly Node[] = []): Node[] =>
  nodes.flatMap((node) => [node, ...flat(node.components), ...(node.accessory ? [node.accessory] : [])]);

/** https://docs.discord.com/developers/components/reference: 40 components, 4000 characters, each custom id once. */
function expectTaken(message: Message): void {
  const nodes = flat(message.components as Node[]);
  expect(nodes.length).toBeLessThanOrEqual(40);
  expect(nodes.reduce((sum, { content = '' }) => sum + content.length, 0)).toBeLessThanOrEqual(4_000);
  const ids = nodes.flatMap(({ custom_id: id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { label = '', custom_id: id = '' } of nodes) expect([label.length <= 80, id.length <= 100]).toEqual([true, true]);
  const embeds = message.embeds ?? [];
  const words = embeds.flatMap(({ title = '', description = '', footer, fields = [] }) => [
    title,
    description,
    footer?.text ?? '',
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  expect(words.join('').length).toBeLessThanOrEqual(6_000);
  for (const { title = '', description = '', fields = [] } of embeds)
    expect([
      title.length <= 256,
      description.length <= 4_096,
      fields.every(({ value }) => value.length > 0 && value.length <= 1_024),
    ]).toEqual([true, true, true]);
  // A footer shows what it is given as it is.
  const rendered = words.filter((said) => !embeds.some(({ footer }) => footer?.text === said));
  expect(JSON.stringify([nodes.map(({ content }) => content), rendered])).not.toMatch(/(?<!\\\\)<@&1>/);
}

const now = { askedAt: monday, closesAt: monday, endedAt: null, begunAt: null, openedAt: null, threadId: null };
const contact = {
  id: 2_147_483_647,
  guildId: '9'.repeat(19),
  companyId: 1,
  offerId: 1,
  userId: '8'.repeat(19),
  askedBy: '7'.repeat(19),
  number: 99_999_999,
  slot: 1,
  message: fill(messageLimit),
  locale: 'fr',
  state: 'asked',
  ...now,
} as const;
const question = {
  ...contact,
  company: { name: fill(100), about: fill(900), state: 'verified', verifiedUntil: monday },
  offer: { title: fill(100) },
};
const profile = {
  guildId: '1',
  userId: '2',
  locale: 'fr',
  ...card,
  contracts: [...card.contracts],
  skills,
  skillKeys: skills,
  links: Array.from({ length: 3 }, () => `https://${'a'.repeat(linkLimit - 20)}.example`),
  search: '',
  isOpen: true,
  pausedAs: null,
  tellsOffers: true,
  consentVersion: 1,
  consentedAt: monday,
  createdAt: monday,
  updatedAt: monday,
  confirmedAt: monday,
  remindedAt: null,
};
const longCard = { ...card, contracts: [...card.contracts], skills };

describe.each(['fr', 'en'] as const)('in %s', (locale) => {
  test('a page of the longest cards, ranked, with every control', () => {
    const offers = Array.from({ length: 24 }, (_, n) => ({ id: n + 1, title: fill(100) }));
    const shown = (['free', 'asked', 'talking', 'unavailable', 'free'] as const).map((standing, n) => ({
      number: 10_000_000 + n,
      card: longCard,
      fit,
      standing,
    }));
    const filters = {
      ...noFilters,
      text: fill(100),
      contract: 'apprenticeship',
      city: fill(60),
      department: '59',
      remote: 'full',
      level: 'senior',
      offerId: 24,
    } as const;
    expectTaken(searchScreen({ searchId: 1, filters, shown, total: 30_000, page: 3, left: 2, offers }, locale));
  });

  test('one’s own profile, and the text to agree to', () => {
    expectTaken(profileScreen({ profile, card: longCard, name: fill(101), sights: 3, hasBlocks: true }, locale));
    expectTaken(consentScreen(locale));
  });

  test('what a company asks, alone and among five, and what follows', () => {
    expectTaken(questionMessage(question, locale));
    expectTaken(
      questionsMessage(
        Array.from({ length: 5 }, (_, n) => ({ ...question, id: n + 1 })),
        locale,
      ),
    );
    expectTaken(
      contactsScreen(
        {
          contacts: Array.from({ length: 8 }, (_, n) => ({ ...contact, id: n + 1, offer: question.offer })),
          total: 99,
          open: 5,
          page: 1,
        },
        8,
        locale,
      ),
    );
    const person = { userId: contact.userId, name: fill(101), links: profile.links, locale };
    const opening = openingMessage(
      { contact, company: fill(100), offer: fill(100), person, recruiterIds: [contact.askedBy] },
      locale,
    );
    expectTaken(opening);
    expect(opening.allowed_mentions).toEqual({ parse: [], users: [contact.userId, contact.askedBy] });
  });

  test('an offer that fits', () => {
    const offer = {
      id: 1,
      title: fill(120),
      contract: 'cdi',
      city: fill(60),
      department: '59',
      remote: 'full',
      company: fill(100),
      channelId: null,
      threadId: null,
    } as const;
    expectTaken(matchMessage({ id: 1, guildId: contact.guildId, userId: contact.userId, locale, offer, fit }, null, locale));
  });

  test('a card is the same for its person and for a company, but for its number and the fit', () => {
    const [own, theirs] = [cardText(longCard, 'A', locale), cardText(longCard, 'B', locale)];
    expect(own.replace('### A', '')).toBe(theirs.replace('### B', ''));
  });
});
