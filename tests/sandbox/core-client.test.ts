import { Client, GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { movableClock } from '../../src/kernel/time.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { defaultWorld, everyonePermissions } from '../../src/sandbox/population.ts';

test('a discord.js client answers a person, gives a role, and opens a thread; nothing is against the schemas', async () => {
  const clock = movableClock(new Date('2026-11-02T09:00:00Z'));
  const sandbox = await startSandbox({ clock, world: defaultWorld(clock), strict: true });
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers],
    rest: { api: sandbox.apiUrl },
  });
  try {
    client.on('interactionCreate', async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.deferReply({ flags: 64 });
        const member = await interaction.guild?.members.fetch(interaction.user.id);
        const role = await interaction.guild?.roles.create({ name: 'Membre', permissions: everyonePermissions });
        if (role) await member?.roles.add(role, 'bienvenue');
        await interaction.editReply({
          components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Fil', customId: 'thread:open' }] }],
          content: 'fait',
        });
      }
      if (interaction.isButton()) {
        const channel = await client.channels.fetch(interaction.channelId);
        const thread =
          channel && 'threads' in channel && channel.type === 0
            ? await channel.threads.create({ name: 'À deux', type: 12 })
            : null;
        await thread?.members.add(interaction.user.id);
        await interaction.update({ content: `ouvert <#${thread?.id}>`, components: [] });
      }
    });
    const ready = new Promise<void>((done) => client.once('clientReady', () => done()));
    await client.login(sandbox.botToken);
    await ready;
    await client.application?.commands.set([{ name: 'go', description: 'Go' }]);

    const lea = sandbox.newPersona({ username: 'lea' });
    lea.join();
    const outcome = await lea.run('go');
    expect(outcome).toMatchObject({ failed: null, deferred: true, message: { content: 'fait' } });
    expect(lea.member?.roles).toHaveLength(1);
    const pressed = await lea.press(outcome.message?.id ?? '', 'Fil');
    expect(pressed.message?.content).toContain(lea.channel('À deux').id);
    expect(sandbox.violations).toEqual([]);
  } finally {
    await client.destroy();
    await sandbox.stop();
  }
  expect(await sandbox.persona('lea').run('go')).toMatchObject({ failed: 'no-answer' });
});
