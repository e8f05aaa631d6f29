import { describe, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';

/** What scripts and other programs may rely on of mentoring: the names, and which feature answers them. */

const commands = features.flatMap(({ name: feature, commands }) =>
  commands.map(({ name, type, policy }) => ({ en: name.en, type, feature, fr: name.fr, policy: policy.name })),
);
const components = features.flatMap(({ name: feature, components }) =>
  components.map((one) => ({
    id: one.id.prefix,
    type: one.type,
    feature,
    policy: one.policy.name,
    fields: one.type === 'form' ? [...one.fieldNames] : [],
  })),
);

test.each([
  ['profile', 'mentors', 'profil', 'volunteer'],
  ['pause', 'pairs', 'pause', 'anyone'],
  ['resume', 'pairs', 'reprendre', 'anyone'],
  ['leave', 'mentoring', 'quitter', 'anyone'],
  ['request', 'mentoring', 'demande', 'learner'],
  ['status', 'mentoring', 'suivi', 'anyone'],
  ['plan', 'sessions', 'planifier', 'anyone'],
  ['end', 'pairs', 'terminer', 'anyone'],
  ['pair', 'mentoring', 'binome', 'staff'],
  ['flash', 'circles', 'flash', 'mentoring'],
  ['circle', 'circles', 'cercle', 'mentoring'],
  ['campaign', 'campaigns', 'campagne', 'staff'],
  ['dashboard', 'mentorstats', 'tableau', 'staff'],
])('/mentoring %s is of %s', (word, feature, french, policy) => {
  expect(commands.filter(({ en }) => en === `mentoring ${word}`)).toEqual([
    { en: `mentoring ${word}`, type: 'chat', feature, fr: `mentorat ${french}`, policy },
  ]);
});

test('the parent has no other subcommand, and nothing else is called so', () => {
  const words = commands.filter(({ en }) => en.split(' ')[0] === 'mentoring').map(({ en }) => en.split(' ')[1]);
  expect(words.sort()).toEqual(
    'campaign circle dashboard end flash leave pair pause plan profile request resume status'.split(' '),
  );
});

describe('custom ids', () => {
  test.each([
    ['mentoring:apply', 'form', 'mentors', 'volunteer'],
    ['mentoring:approve', 'button', 'mentors', 'staff'],
    ['mentoring:choose', 'select', 'mentoring', 'anyone'],
    ['mentoring:accept', 'button', 'mentoring', 'anyone'],
    ['mentoring:decline', 'button', 'mentoring', 'anyone'],
    ['mentoring:ask', 'button', 'mentoring', 'anyone'],
    ['mentoring:join', 'button', 'campaigns', 'peer'],
    ['mentoring:publish', 'button', 'campaigns', 'staff'],
    ['mentoring:session:open', 'button', 'sessions', 'anyone'],
    ['mentoring:session:new', 'form', 'sessions', 'anyone'],
  ])('%s is a %s of %s', (id, type, feature, policy) => {
    expect(components.filter((one) => one.id === id)).toEqual([expect.objectContaining({ type, feature, policy })]);
  });

  /** Whoever looks for a button by how its id begins finds one of the feature that has the word, and no other's. */
  test('each word belongs to one feature', () => {
    const owners = new Map<string, Set<string>>();
    for (const { id, feature } of components) {
      const [first = '', word = ''] = id.split(':');
      if (first === 'mentoring') owners.set(word, (owners.get(word) ?? new Set()).add(feature));
    }
    const shared = [...owners].filter(([, of]) => of.size > 1).map(([word, of]) => [word, ...of]);
    expect(shared).toEqual([]);
    for (const [word, feature] of [
      ['apply', 'mentors'],
      ['approve', 'mentors'],
      ['choose', 'mentoring'],
      ['ask', 'mentoring'],
      ['join', 'campaigns'],
      ['session', 'sessions'],
    ] as const)
      expect([...(owners.get(word) ?? [])]).toEqual([feature]);
  });
});

test.each([
  ['mentoring:apply', ['themes', 'skills', 'availability', 'languages', 'about']],
  ['mentoring:apply:edit', ['themes', 'skills', 'availability', 'languages', 'about']],
  ['mentoring:apply:frame', ['capacity']],
  ['mentoring:request:form', ['goals', 'themes', 'skills', 'availability', 'languages']],
])('%s asks for %j', (id, fields) => {
  expect(components.find((one) => one.id === id)?.fields).toEqual(expect.arrayContaining(fields));
});
