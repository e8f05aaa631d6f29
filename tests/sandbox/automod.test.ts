import {
  AutoModerationActionType as Action,
  AuditLogEvent,
  AutoModerationRuleEventType as Event,
  MessageType,
  PermissionFlagsBits,
  AutoModerationRuleTriggerType as Trigger,
} from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { hour } from '../../src/kernel/time.ts';
import { occurrences } from '../../src/sandbox/automod/keyword.ts';
import { patternOccurrences, readPattern } from '../../src/sandbox/automod/pattern.ts';
import { BlockedByAutomod } from '../../src/sandbox/errors.ts';
import { addChannel, addRole, addThread } from '../../src/sandbox/population.ts';
import { loadWorld, saveWorld } from '../../src/sandbox/save.ts';
import { onStage, type Stage } from './stage.ts';

describe('what is found', () => {
  test.each([
    ['cat', 'the cat sat', ['cat']],
    ['cat', 'cat', ['cat']],
    ['cat', 'cats, cat! copycat', []],
    ['the mat', 'on The Mat again', ['The Mat']],
    ['cat*', 'catch CATTLE wildcat', ['cat', 'CAT']],
    ['*cat', 'wildcat copyCat catch', ['cat', 'Cat']],
    ['*the mat', 'breathe mat, breathe mat', ['the mat']],
    ['*cat*', 'location edu-Cat-ion', ['cat', 'Cat']],
    ['*', 'anything', []],
  ])('keyword %s in “%s”', (keyword, content, found) => {
    expect([...occurrences(keyword, content)].map(({ start, end }) => content.slice(start, end))).toEqual(found);
  });

  test.each([
    ['(b|c)at', 'a bat, a CAT', ['bat']],
    ['(?i)(b|c)at', 'a bat, a CAT', ['bat', 'CAT']],
    ['^(?:[0-9]{1,3}\\.){3}[0-9]{1,3}$', '192.168.0.1', ['192.168.0.1']],
    ['(?P<host>[[:alnum:]-]+)\\.(?:xyz|top)\\b', 'go to steam-gift.xyz now', ['steam-gift.xyz']],
    ['\\Agratuit\\z', 'gratuit', ['gratuit']],
    ['\\p{Lu}{4,}', 'ARNAQUE ici', ['ARNAQUE']],
    ['free\\-nitro\\!', 'free-nitro!', ['free-nitro!']],
    ['[]x]+', 'a]x]b', [']x]']],
  ])('expression %s in “%s”', (pattern, content, found) => {
    expect([...patternOccurrences(pattern, content)].map(({ start, end }) => content.slice(start, end))).toEqual(found);
  });

  test.each(['(?=a)b', '(?<!a)b', '(a)\\1', '(?>a)', 'a(?i)b', '[a&&b]', '(', '[a', '(?x)a'])(
    'Rust has no %s, or reads it otherwise',
    (source) => {
      expect(readPattern(source)).toBeNull();
    },
  );

  test('an expression that would never end finds nothing, soon', () => {
    const start = performance.now();
    expect([...patternOccurrences('(a+)+$', `${'a'.repeat(40)}!`)]).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('on a server', () => {
  let stage: Stage;
  onStage((current) => {
    stage = current;
  });

  const keywords = (...keyword_filter: string[]) => ({
    name: 'Arnaques',
    event_type: Event.MessageSend,
    trigger_type: Trigger.Keyword,
    trigger_metadata: { keyword_filter },
    actions: [{ type: Action.BlockMessage, metadata: { custom_message: 'Pas de jeux d’argent ici.' } }],
    enabled: true,
  });
  const executions = () => stage.sent('AUTO_MODERATION_ACTION_EXECUTION');
  const contents = () => stage.lea.messages('général').map(({ content }) => content);

  test('rules are made, read, changed and deleted by who manages the server, within what Discord allows', async () => {
    const { api, guild, deny, allow, sent, logged, sandbox } = stage;
    const rule = await api.guilds.createAutoModerationRule(guild.id, keywords('casino*'), { reason: 'règle 4' });
    expect(rule).toMatchObject({
      creator_id: sandbox.applicationId,
      trigger_metadata: { keyword_filter: ['casino*'], allow_list: [] },
    });
    const changed = await api.guilds.editAutoModerationRule(guild.id, rule.id, {
      enabled: false,
      trigger_metadata: { allow_list: ['casino royale'] },
    });
    expect(changed).toMatchObject({
      enabled: false,
      trigger_metadata: { keyword_filter: ['casino*'], allow_list: ['casino royale'] },
    });
    expect(await api.guilds.getAutoModerationRule(guild.id, rule.id)).toEqual(changed);

    for (let left = 5; left > 0; left--) await api.guilds.createAutoModerationRule(guild.id, keywords(`mot${left}`));
    const full = {
      code: 50035,
      rawError: { errors: { trigger_type: { _errors: [{ code: 'AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED' }] } } },
    };
    await expect(api.guilds.createAutoModerationRule(guild.id, keywords('de trop'))).rejects.toMatchObject(full);
    for (const trigger_type of [Trigger.Spam, Trigger.KeywordPreset, Trigger.MentionSpam]) {
      await api.guilds.createAutoModerationRule(guild.id, { ...keywords(), trigger_type, trigger_metadata: {} });
      await expect(
        api.guilds.createAutoModerationRule(guild.id, { ...keywords(), trigger_type, trigger_metadata: {} }),
      ).rejects.toMatchObject(full);
    }
    expect(await api.guilds.getAutoModerationRules(guild.id)).toHaveLength(9);

    const alerts = (channel_id: string) => ({
      ...keywords(),
      actions: [{ type: Action.SendAlertMessage, metadata: { channel_id } }],
    });
    await expect(api.guilds.editAutoModerationRule(guild.id, rule.id, alerts('100000000000000000'))).rejects.toMatchObject({
      code: 50035,
    });
    deny(PermissionFlagsBits.ModerateMembers);
    const timeouts = { actions: [{ type: Action.Timeout, metadata: { duration_seconds: 60 } }] };
    await expect(api.guilds.editAutoModerationRule(guild.id, rule.id, timeouts)).rejects.toMatchObject({ code: 50013 });
    allow(PermissionFlagsBits.ModerateMembers);

    const { automod } = stage.claire;
    automod.edit(rule.id, { name: 'Jeux d’argent' }, 'plus clair');
    expect(() => stage.lea.automod.list()).toThrow('Missing Permissions');
    await api.guilds.deleteAutoModerationRule(guild.id, rule.id);
    await expect(api.guilds.getAutoModerationRule(guild.id, rule.id)).rejects.toMatchObject({ status: 404 });
    expect(logged(AuditLogEvent.AutoModerationRuleCreate)[0]).toMatchObject({ target_id: rule.id, reason: 'règle 4' });
    expect(logged(AuditLogEvent.AutoModerationRuleUpdate).at(-1)).toMatchObject({
      user_id: guild.owner_id,
      reason: 'plus clair',
      changes: [{ key: 'name', old_value: 'Arnaques', new_value: 'Jeux d’argent' }],
    });
    expect(logged(AuditLogEvent.AutoModerationRuleDelete)).toHaveLength(1);
    expect(sent('AUTO_MODERATION_RULE_CREATE')).toHaveLength(9);
    expect(sent('AUTO_MODERATION_RULE_UPDATE')).toHaveLength(2);
    expect(sent('AUTO_MODERATION_RULE_DELETE')).toMatchObject([{ id: rule.id, name: 'Jeux d’argent' }]);

    deny(PermissionFlagsBits.ManageGuild);
    await expect(api.guilds.getAutoModerationRules(guild.id)).rejects.toMatchObject({ code: 50013 });
    automod.create({ ...keywords('x'), name: 'Sans le bot' });
    expect(sent('AUTO_MODERATION_RULE_CREATE')).toHaveLength(9);
  });

  test('a blocked message reaches nobody; its author is told why, the team is alerted, and who wrote it is silent for a while', () => {
    const { claire, lea, guild, sandbox, clock, logged } = stage;
    const team = addChannel(sandbox.world, guild, {
      name: 'modération',
      permission_overwrites: [{ id: guild.id, type: 0, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) }],
    });
    const rule = claire.automod.create({
      ...keywords('casino*'),
      actions: [
        ...keywords().actions,
        { type: Action.SendAlertMessage, metadata: { channel_id: team.id } },
        { type: Action.Timeout, metadata: { duration_seconds: 3600 } },
      ],
    });
    const before = lea.write('général', 'bonjour');
    const error = (() => {
      try {
        lea.write('général', 'Venez au Casino-en-ligne');
      } catch (thrown) {
        return thrown;
      }
      return null;
    })();
    expect(error).toBeInstanceOf(BlockedByAutomod);
    expect(error).toMatchObject({ code: 200000, explanation: 'Pas de jeux d’argent ici.' });
    expect(contents()).not.toContain('Venez au Casino-en-ligne');
    const [alert] = claire.messages('modération');
    expect(alert).toMatchObject({
      type: MessageType.AutoModerationAction,
      author: { id: lea.user.id },
      embeds: [{ type: 'auto_moderation_message', description: 'Venez au Casino-en-ligne' }],
    });
    expect(alert?.embeds[0]?.fields).toEqual(
      expect.arrayContaining([
        { name: 'rule_name', value: 'Arnaques', inline: false },
        { name: 'channel_id', value: before.channel_id, inline: false },
        { name: 'keyword', value: 'casino*', inline: false },
        { name: 'keyword_matched_content', value: 'Casino', inline: false },
      ]),
    );
    const common = {
      rule_id: rule.id,
      user_id: lea.user.id,
      channel_id: before.channel_id,
      matched_keyword: 'casino*',
      matched_content: 'Casino',
    };
    expect(executions()).toEqual([
      expect.objectContaining({ ...common, action: rule.actions[0], content: 'Venez au Casino-en-ligne' }),
      expect.objectContaining({ ...common, action: rule.actions[1], alert_system_message_id: alert?.id }),
      expect.objectContaining({ ...common, action: rule.actions[2] }),
    ]);
    expect(executions().every((one) => !('message_id' in one))).toBe(true);
    const types = [
      AuditLogEvent.AutoModerationBlockMessage,
      AuditLogEvent.AutoModerationFlagToChannel,
      AuditLogEvent.AutoModerationUserCommunicationDisabled,
    ];
    for (const type of types)
      expect(logged(type)).toMatchObject([
        {
          target_id: lea.user.id,
          options: {
            auto_moderation_rule_name: 'Arnaques',
            auto_moderation_rule_trigger_type: '1',
            channel_id: before.channel_id,
          },
        },
      ]);
    expect(() => lea.write('général', 'pardon')).toThrow('Missing Permissions');
    expect(() => lea.react(before, '👍')).toThrow('Missing Permissions');
    clock.advance(hour);
    lea.write('général', 'pardon');

    expect(() => lea.edit(before, 'le casino')).toThrow(BlockedByAutomod);
    expect(contents()).toContain('bonjour');
    claire.write('général', 'le casino est fermé');
    expect(contents()).toContain('le casino est fermé');
    claire.ban(lea.user.id, 'jeux', 86_400);
    expect(claire.messages('général').map(({ content }) => content)).not.toContain('pardon');
    expect(claire.messages('modération')).toHaveLength(2);
  });

  test('a rule that blocks nothing names the message; allowed words, exempt roles and channels, and who runs the server pass', () => {
    const { claire, lea, guild, sandbox } = stage;
    const quiet = addRole(sandbox.world, guild, { name: 'Exempt' });
    const category = addChannel(sandbox.world, guild, { name: 'Détente', type: 4 });
    const place = addChannel(sandbox.world, guild, { name: 'jeux', parent_id: category.id });
    const thread = addThread(sandbox.world, place, { name: 'tarot', ownerId: lea.user.id });
    const alerts = [{ type: Action.SendAlertMessage, metadata: { channel_id: lea.channel('général').id } }];
    const rule = claire.automod.create({
      ...keywords('*ana*'),
      trigger_metadata: { keyword_filter: ['*ana*'], regex_patterns: ['(?i)https?://gain\\.\\w+'], allow_list: ['banana'] },
      actions: alerts,
      exempt_roles: [quiet.id],
      exempt_channels: [category.id],
    });
    const seen = () => executions().length;
    lea.write('général', 'banana');
    lea.write('jeux', 'anatole');
    lea.write(thread.id, 'anatole');
    claire.write('général', 'anatole');
    claire.giveRole(lea.user.id, 'Exempt');
    lea.write('général', 'anatole');
    claire.takeRole(lea.user.id, 'Exempt');
    claire.automod.edit(rule.id, { enabled: false });
    lea.write('général', 'anatole');
    claire.automod.edit(rule.id, { enabled: true });
    expect(seen()).toBe(0);
    const message = lea.write('général', 'Voir HTTP://gain.top');
    expect(executions()).toMatchObject([
      { message_id: message.id, matched_keyword: '(?i)https?://gain\\.\\w+', matched_content: 'HTTP://gain.top' },
    ]);
    lea.edit(message, 'anatole');
    expect(executions()[1]).toMatchObject({ message_id: message.id, matched_keyword: '*ana*' });
    sandbox.world.channels.delete(alerts[0]?.metadata.channel_id ?? '');
    lea.write('jeux', 'rien');
    expect(seen()).toBe(2);
  });

  test('mentions over the limit, words that Discord lists, names that are refused, titles of posts', () => {
    const { claire, lea, sandbox } = stage;
    const block = [{ type: Action.BlockMessage, metadata: {} }];
    const ids = [lea.user.id, claire.user.id, sandbox.applicationId];
    const mentions = ids.map((id) => `<@${id}>`).join(' ');
    claire.automod.create({
      ...keywords(),
      name: 'Mentions',
      trigger_type: Trigger.MentionSpam,
      trigger_metadata: { mention_total_limit: 2 },
      actions: block,
    });
    claire.automod.create({
      ...keywords(),
      name: 'Mots',
      trigger_type: Trigger.KeywordPreset,
      trigger_metadata: { presets: [1] },
      actions: block,
    });
    lea.write('général', `${mentions.slice(0, mentions.lastIndexOf(' '))} ${`<@${lea.user.id}>`.repeat(5)}`);
    expect(() => lea.write('général', mentions)).toThrow(BlockedByAutomod);
    expect(() => lea.write('général', 'oh putain')).toThrow(BlockedByAutomod);
    expect(executions()).toMatchObject([
      { rule_trigger_type: Trigger.MentionSpam, matched_keyword: null, matched_content: null },
      { rule_trigger_type: Trigger.KeywordPreset, matched_keyword: 'putain' },
    ]);

    claire.automod.create({
      ...keywords(),
      name: 'Noms',
      event_type: Event.MemberUpdate,
      trigger_type: Trigger.MemberProfile,
      trigger_metadata: { keyword_filter: ['*support discord*'] },
      actions: [{ type: Action.BlockMemberInteraction, metadata: {} }],
    });
    lea.rename(lea.user.id, 'Support Discord');
    expect(executions().at(-1)).toMatchObject({ user_id: lea.user.id, matched_content: 'Support Discord' });
    expect(() => lea.write('général', 'donnez votre mot de passe')).toThrow('Missing Permissions');
    claire.rename(lea.user.id, null);
    lea.write('général', 'me revoilà');
    expect(stage.logged(AuditLogEvent.AutoModerationQuarantineUser)).toHaveLength(1);

    claire.automod.create(keywords('casino'));
    addChannel(sandbox.world, stage.guild, { name: 'entraide', type: 15 });
    expect(() => lea.post('entraide', { name: 'le casino', content: 'a' })).toThrow('Title was blocked');
    expect(() => lea.post('entraide', { name: 'a', content: 'le casino' })).toThrow('Message was blocked');
  });

  test('a world keeps its rules; one that was saved before they existed has none', () => {
    const { claire, sandbox, clock, guild } = stage;
    const rule = claire.automod.create(keywords('casino'));
    const again = loadWorld(saveWorld(sandbox.world), clock);
    expect(again.guilds.get(guild.id)?.automod.get(rule.id)).toEqual(rule);
    const older = saveWorld(sandbox.world).replace(/"automod":\{.*?\]\]\},"incidents":\{[^}]*\}/, '"older":true');
    expect(older).toContain('"older":true');
    expect(loadWorld(older, clock).guilds.get(guild.id)).toMatchObject({
      automod: new Map(),
      incidents: { invites_disabled_until: null, dms_disabled_until: null },
    });
  });
});
