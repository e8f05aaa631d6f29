import type { APIEmbed } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { editForm, registerForm } from '../../../src/features/companies/commands/register.ts';
import { companies } from '../../../src/features/companies/index.ts';
import { eventText, text as reviewText } from '../../../src/features/companies/messages/review.ts';
import type { CompanyCard } from '../../../src/features/companies/service/card.ts';
import type { Company } from '../../../src/features/companies/service/company.ts';
import type { CompanyEvent, CompanyEventKind, ToldKind } from '../../../src/features/companies/service/event.ts';
import { audiences } from '../../../src/features/companies/service/event.ts';
import { companyCard, lateMessage, noteMessage, queueScreen } from '../../../src/features/companies/views/card.ts';
import { ownScreen, publicCard } from '../../../src/features/companies/views/own.ts';
import { peopleScreen } from '../../../src/features/companies/views/people.ts';
import { eventMessage } from '../../../src/features/companies/views/telling.ts';
import { monday } from '../../support/monday.ts';

/** Everything as long as it can be, and as hostile. */
const id = (n: number) => String(200000000000000000n + BigInt(n));
const guildId = id(0);
const hostile = (length: number) => '*_`>@#<|~'.repeat(length).slice(0, length);
const at = monday;
const company: Company = {
  ...{ id: 2_147_483_647, guildId, name: hostile(100), siret: '73282932000074', website: `http://exemple.fr/${'a'.repeat(180)}` },
  ...{ email: `${'a'.repeat(60)}@gmail.com`, about: hostile(1_000), state: 'verified', revision: 2_147_483_647, review: 'staff' },
  ...{ createdBy: id(1), createdAt: at, submittedAt: at, decidedAt: at, decidedBy: id(2), verifiedSince: at, verifiedUntil: at },
  ...{ question: hostile(1_000), answer: hostile(1_000), reason: hostile(1_000), cardChannelId: id(3), cardMessageId: id(4) },
  ...{
    staffRemindedAt: null,
    lapseRemindedAt: null,
    responseHours: 30,
    responseCount: 7,
    proposedBy: id(1),
    emailBy: id(1),
    replacedAt: at,
  },
  proposal: {
    name: hostile(100),
    siret: '73282932000074',
    website: `https://autre.fr/${'b'.repeat(180)}`,
    email: `${'b'.repeat(240)}@yahoo.fr`,
  },
};
const recruiters = Array.from({ length: 20 }, (_, n) => ({
  ...{ id: n, companyId: 1, guildId, userId: id(n), addedBy: null, addedAt: at, leftAt: null, ledAt: null, locale: 'fr' },
  ...{ grantedRoleId: null, roleGiven: false, roleMissing: true },
}));
const event = (kind: CompanyEventKind): CompanyEvent => ({
  ...{ id: 1, companyId: 1, guildId, kind, actorId: id(8), personId: id(9), note: hostile(1_000), at, untold: true },
});
const card: CompanyCard = {
  company,
  recruiters,
  events: Array.from({ length: 6 }, () => event('removed')),
  siblings: Array.from({ length: 10 }, () => hostile(100)),
  wasRefused: true,
  replaces: [hostile(100), hostile(100)],
  invited: Array.from({ length: 10 }, (_, n) => id(n)),
};

const sizeOf = (embed: APIEmbed | undefined): number =>
  [embed?.title, embed?.description, ...(embed?.fields ?? []).flatMap(({ name, value }) => [name, value])].join('').length;

describe.each(['fr', 'en'] as const)('in %s', (locale) => {
  test('the largest card, screens and lists stay within Discord’s limits', () => {
    const own = { company, openOffers: 12, recruiters };
    const invitations = Array.from({ length: 10 }, (_, n) => ({
      ...{ id: n + 1, companyId: 1, guildId, userId: id(n), invitedBy: null, invitedAt: at, endedAt: null, endedAs: null },
    }));
    const people = { company, recruiters, invitations, mayManage: true };
    const names = new Map(recruiters.map(({ userId }) => [userId, hostile(100)]));
    const all = [
      companyCard(card, locale),
      companyCard({ ...card, company: { ...company, state: 'suspended' } }, locale),
      queueScreen({ card, at: 3, total: 9 }, locale),
      ownScreen(own, locale, { now: at }),
      publicCard(own, locale),
      peopleScreen(people, locale, { isStaff: true, names }),
      lateMessage({ companies: Array.from({ length: 10 }, () => company), total: 40, lastSentAt: at }, locale),
    ];
    for (const message of all) {
      for (const embed of message.embeds ?? []) {
        expect(sizeOf(embed)).toBeLessThanOrEqual(6_000);
        for (const { name, value } of embed.fields ?? [])
          expect([name !== '' && value !== '', value.length <= 1_024]).toEqual([true, true]);
        expect((embed.title ?? '').length).toBeLessThanOrEqual(256);
      }
      expect((message.components ?? []).length).toBeLessThanOrEqual(5);
    }
  });

  test('every outcome is told with a way on, within 2000 characters', () => {
    for (const kind of Object.keys(audiences) as ToldKind[])
      for (const isThread of [true, false]) {
        const message = eventMessage({ ...event(kind), kind }, company, { isThread, channelId: id(5) }, locale);
        expect([kind, (message.content ?? '').length <= 2_000]).toEqual([kind, true]);
        expect([kind, (message.components ?? []).length]).toEqual([kind, 1]);
      }
    for (const kind of ['resubmitted', 'answered', 'proposed', 'renewal_asked', 'duplicate'] as const)
      expect(noteMessage(kind, company, null, locale).content).toContain('\\*');
    expect(eventText.joined('<@1>', null)[locale]).toContain('<@1>');
    expect(reviewText.seeWaiting(1)[locale].length).toBeLessThanOrEqual(80);
  });

  test('who looks for work reads neither address nor SIRET; a response time only over five answers', () => {
    const shown = (changes: Partial<Company> = {}) =>
      JSON.stringify(publicCard({ company: { ...company, ...changes }, openOffers: 3 }, locale));
    expect(shown()).not.toContain('gmail');
    expect(shown()).not.toContain('73282932000074');
    const word = locale === 'fr' ? 'Temps de réponse' : 'Response time';
    expect(shown()).toContain(word);
    expect(shown({ responseCount: 4 })).not.toContain(word);
    expect(shown({ responseHours: null })).not.toContain(word);
  });
});

test('what scripts and other programs may rely on', () => {
  const types = Object.fromEntries(companies.components.map(({ id, type }) => [id.prefix, type]));
  expect(types).toMatchObject({ 'companies:approve': 'button', 'companies:refuse': 'button', 'companies:register': 'form' });
  expect(registerForm.fieldNames).toEqual(['name', 'siret', 'website', 'email', 'about']);
  expect(editForm.fieldNames).toEqual(registerForm.fieldNames);
  expect(companies.commands.map(({ name }) => name)).toEqual([
    { en: 'company register', fr: 'entreprise inscrire' },
    { en: 'company show', fr: 'entreprise voir' },
    { en: 'company edit', fr: 'entreprise modifier' },
    { en: 'company invite', fr: 'entreprise inviter' },
  ]);
});
