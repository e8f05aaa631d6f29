import { expect, test } from 'vitest';
import { form, shortText } from '../../src/discord/form.ts';
import { anyone } from '../../src/discord/policy.ts';
import { customId } from '../../src/kernel/wire.ts';

test('a form never opens with a text that it would cut', () => {
  const label = { fr: 'Nom', en: 'Name' };
  const named = form({
    id: customId('tests:named', {}),
    policy: anyone,
    answer: 'ephemeral',
    title: label,
    fields: { name: shortText({ label, max: 5 }) },
    run: async () => ({ content: '' }),
  });
  expect(JSON.stringify(named.open('fr', {}, { name: 'court' }))).toContain('court');
  expect(() => named.open('fr', {}, { name: 'trop long' })).toThrow('tests:named: name is too long');
});
