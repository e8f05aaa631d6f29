import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/features/rules/rules/facts.ts';
import type { DraftInput, TriggerKind } from '../../../src/features/rules/rules/rule.ts';
import { triggers } from '../../../src/features/rules/rules/rule.ts';
import { day } from '../../../src/kernel/time.ts';
import { foundIn, now, said } from './make.ts';

type Trigger = DraftInput['triggers'][number];
const with_ = (more: Partial<Facts>, text = 'Bonjour') => said(text, more);
const file = (name: string, hash?: string) => ({
  id: '1',
  name,
  size: 10,
  type: null,
  width: null,
  height: null,
  ...(hash ? { hash } : {}),
});
const lists = { blocked: ['evil.example', 'bad.co.uk'], allowed: ['simplon.co'], invites: ['simplon'] };

/** What sets each trigger off, and what looks like it and must not. */
const table: readonly [Trigger, (string | Facts)[], (string | Facts)[]][] = [
  [
    { kind: 'words', words: ['Nitro gratuit'] },
    ['du NITRO  gratuit !', 'nіtrо grаtuit', 'n1tro gratu1t', 'nitro, gratuit', '`nitro gratuit`'],
    ['nitrogratuit', 'nitro gratuitement', '```\nnitro gratuit\n```', '> nitro gratuit\nvous l’avez vu passer ?'],
  ],
  [{ kind: 'words', words: ['arnaq'], match: 'start' }, ['quelle arnaque', 'ARNAQUEUR'], ['parnaque']],
  [{ kind: 'words', words: ['العربية'], match: 'inside' }, ['اللغة العربية'], ['اللغة الفرنسية']],
  [
    { kind: 'expression', expressions: ['gagnez? \\d+ ?€'] },
    ['Gagnez 300€ ici', 'gagne 3 €'],
    ['gagnez du temps', '> gagnez 300 €\nencore un message louche'],
  ],
  [{ kind: 'expression', expressions: ['^free nitro$'], reading: 'normal' }, ['Frее  nitrо!'], ['free nitrogen']],
  [{ kind: 'expression', expressions: ['\\.exe\\b'] }, ['voir https://a.fr/setup.exe'], ['un exemple']],
  [
    { kind: 'link', domains: ['github.com'] },
    ['https://example.com/x', 'https://github.com.evil.example/'],
    [
      'https://github.com/a',
      'https://gist.github.com/b',
      'https://www.simplon.co/',
      'main.py et console.log',
      '`https://example.com`',
    ],
  ],
  [
    { kind: 'blocked_link', domains: ['bad.fr'] },
    ['https://bad.fr', 'https://a.b.bad.fr/x', 'https://EVIL.example/', 'bad.fr/x', 'https://x.bad.co.uk'],
    ['https://notbad.fr', 'https://co.uk', 'https://bad.fr.org'],
  ],
  [
    { kind: 'shortener', domains: ['sho.rt'] },
    ['https://bit.ly/abc', 'https://sho.rt/x'],
    ['https://orbit.ly.example.com', 'https://example.com/bit.ly'],
  ],
  [
    { kind: 'masked_link' },
    ['[https://steamcommunity.com/gift](https://evil.example/x)', '[discord.gift](<https://evil.example>)'],
    ['[la doc](https://react.dev)', '[github.com/a](https://github.com/a)', '[www.simplon.co](https://simplon.co/x)'],
  ],
  [
    { kind: 'look_alike', domains: ['asso-lilas.fr'] },
    [
      'https://dlscord.com',
      'https://dіscord.com',
      'https://discord-nitro.gift',
      'https://discord.com.verify.top/a',
      'https://steamcomunity.com',
      'https://asso-liIas.fr'.replace('I', 'l').replace('lilas', 'iilas'),
      'https://asso-1ilas.fr',
    ],
    [
      'https://discord.com',
      'https://ptb.discord.com',
      'https://discordjs.guide',
      'https://github.com',
      'https://lea.github.io',
      'https://asso-lilas.fr',
      'https://apple-pie-recipes.com',
    ],
  ],
  [
    { kind: 'invite', codes: ['amis'] },
    ['discord.gg/abcd', 'https://discord.com/invite/abcd', 'https://discordapp.com/invite/abcd'],
    ['https://discord.gg/simplon', 'https://discord.gg/amis', 'https://discord.com/channels/1/2', 'discord.gg'],
  ],
  [
    { kind: 'mentions', least: 3, roles: false },
    [with_({ mentions: { users: 3, roles: 0, everyone: false } })],
    [with_({ mentions: { users: 2, roles: 5, everyone: false } })],
  ],
  [{ kind: 'everyone' }, [with_({ mentions: { users: 0, roles: 0, everyone: true } }, '@everyone')], ['everyone']],
  [
    { kind: 'attachments', least: 2 },
    [with_({ attachments: [file('a.png'), file('b.png')] })],
    [with_({ attachments: [file('a.png')] })],
  ],
  [
    { kind: 'files', families: ['executable', 'macro'], extensions: ['xyz'] },
    [
      with_({ attachments: [file('photo.jpg.EXE ')] }),
      with_({ attachments: [file('a.docm')] }),
      with_({ attachments: [file('a.xyz')] }),
      with_({ attachments: [file('photo\u202egpj.exe')] }),
    ],
    [with_({ attachments: [file('exe.png'), file('exe')].slice(0, 1) }), with_({ attachments: [file('a.zip')] })],
  ],
  [
    { kind: 'image', hashes: ['00000000000000ff'], distance: 3 },
    [with_({ attachments: [file('a.png', '000000000000001f')] })],
    [with_({ attachments: [file('a.png', '000000000000000f')] }), with_({ attachments: [file('a.png')] })],
  ],
  [{ kind: 'spoilers', least: 3 }, ['||a|| ||b|| ||c||'], ['||a|| ||b||', 'a || b || c || d || e']],
  [
    { kind: 'capitals', share: 80, letters: 20 },
    ['REGARDEZ TOUS MA CHAÎNE MAINTENANT'],
    ['OUI MERCI', 'Bonjour à toutes et tous, ça va ?', '`SELECT * FROM ELEVES`\n```SELECT A FROM B WHERE C```'],
  ],
  [{ kind: 'zalgo', marks: 5 }, ['z̸̡̛a̷̢l̶̨g̵̛o'], ['Écoutez l’été à Noël'.normalize('NFD'), 'tiếng Việt'.normalize('NFD')]],
  [{ kind: 'emoji', least: 4 }, ['🎉🎉🎉🎉', '<:a:123><:b:124><a:c:125>🎁'], ['👩‍💻👩‍💻👩‍💻', '────────────']],
  [{ kind: 'lines', least: 10 }, ['a\n'.repeat(10)], ['a\n'.repeat(8), `\`\`\`\n${'x = 1\n'.repeat(40)}\`\`\``]],
  [
    { kind: 'repetition', least: 20 },
    ['a'.repeat(20), 'spam '.repeat(20), '🔥'.repeat(20)],
    ['='.repeat(60), 'ha'.repeat(15), 'mdr '.repeat(10)],
  ],
  [{ kind: 'hidden', least: 2 }, ['n\u200bi\u200btro'], ['👩‍💻👨‍💻', 'می‌خواهم']],
  [
    { kind: 'new_account', days: 7 },
    [with_({ authorCreatedAt: now - 3 * day }), with_({ kind: 'join', channelId: null, authorCreatedAt: now - day })],
    [with_({ authorCreatedAt: now - 7 * day })],
  ],
  [
    { kind: 'name', words: ['discord support'] },
    [with_({ authorName: 'Dіscord-Suppоrt ✔' }), with_({ kind: 'join', channelId: null, authorName: 'DISCORD SUPPORT' })],
    [with_({ authorName: 'Discorde' })],
  ],
  [
    { kind: 'secret' },
    [
      '```\ntoken = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWsX"\n```'.replace('kKWsX', 'kKWs0'),
      `https://discord.com/api/webhooks/123456789012345678/${'a'.repeat(68)}`,
      '-----BEGIN OPENSSH PRIVATE KEY-----',
      `ghp_${'a1'.repeat(18)}`,
    ],
    [
      'process.env.DISCORD_TOKEN',
      'https://discord.com/api/webhooks/...',
      'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAB',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N',
    ],
  ],
  [{ kind: 'honeypot', channelIds: ['100000000000000002'] }, ['x'], [with_({ channelId: '100000000000000009' })]],
  [
    { kind: 'automod', ruleIds: ['100000000000000077'] },
    [with_({ kind: 'automod', automod: { ruleId: '100000000000000077', keyword: 'x', matched: 'x' } })],
    [with_({ kind: 'automod', automod: { ruleId: '100000000000000078', keyword: null, matched: null } })],
  ],
  [
    { kind: 'phishing' },
    ['Free Discord Nitro, claim it here https://dlscord-nitro.gift/x', 'f r e e  n i t r o https://disc0rd.click'],
    [
      'Attention : `https://dlscord.gift` est du phishing, ne cliquez pas',
      '```\nfree nitro https://dlscord.gift\n```',
      'le TP : écrire une page de login',
    ],
  ],
  [{ kind: 'spam' }, ['Je vends des comptes Netflix à 5 €, PayPal, MP'], ['Je vends mon vélo 80 €, MP']],
  [
    { kind: 'job_spam' },
    ['Gagnez 300 € par jour depuis votre téléphone, sans expérience, écrivez-moi en MP'],
    ['Je cherche une alternance à Lyon, 2 jours par semaine'],
  ],
];

const sequences: readonly TriggerKind[] = ['duplicates', 'burst', 'join_rate', 'similar_names'];

describe.each(table)('%j', (trigger, bad, good) => {
  test.each(bad.map((one) => [typeof one === 'string' ? one.slice(0, 60) : one.kind, one] as const))(
    'is set off: %s',
    (_, facts) => {
      const found = foundIn(trigger, facts, lists);
      expect(found.map(({ kind }) => kind)).toEqual([trigger.kind]);
      const text = typeof facts === 'string' ? facts : facts.text;
      for (const { start, end } of found[0]?.spans ?? []) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(trigger.kind === 'name' ? 100 : text.length);
      }
    },
  );
  test.each(good.map((one) => [typeof one === 'string' ? one.slice(0, 60) : one.kind, one] as const))('is not: %s', (_, facts) =>
    expect(foundIn(trigger, facts, lists)).toEqual([]),
  );
});

test('every trigger is tried, here or with what came before it', () => {
  const tried = new Set<string>([...table.map(([{ kind }]) => kind), ...sequences]);
  expect(Object.keys(triggers).filter((kind) => !tried.has(kind))).toEqual([]);
});
