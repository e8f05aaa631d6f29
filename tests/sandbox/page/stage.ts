import { MessageFlags } from 'discord-api-types/v10';
import type { Page } from 'playwright-core';
import { movableClock } from '../../../src/kernel/time.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { addChannel, addMember, addRole, addUser, channelsOf, defaultWorld } from '../../../src/sandbox/population.ts';
import { openWindow, type Window } from '../../support/browser.ts';
import { newComponents, newFiles, oldComponents, type ShowBot, startBot } from './bot.ts';

/** A local Discord with a small server, the show bot, and the messages that it posted. */
export type Stage = {
  sandbox: Sandbox;
  bot: ShowBot;
  general: string;
  ids: { claire: string; amina: string; john: string; role: string; general: string };
  /** A window of that person, once the channel is drawn. */
  enter(username: string): Promise<Window>;
  stop(): Promise<void>;
};

export async function setStage(): Promise<Stage> {
  const clock = movableClock();
  const world = defaultWorld(clock);
  const [guild] = world.guilds.values();
  if (!guild) throw new Error('the default world has a guild');
  const role = addRole(world, guild, { name: 'Équipe', color: 0xe74c3c, hoist: true });
  const amina = addUser(world, { username: 'amina', globalName: 'Amina Diallo' });
  const john = addUser(world, { username: 'john', globalName: 'John Smith', locale: 'en-US' });
  addMember(world, guild, amina.id, { roles: [role.id] });
  addMember(world, guild, john.id);
  const hidden = addChannel(world, guild, { name: 'secret' });
  hidden.permission_overwrites.push({ id: guild.id, type: 0, allow: '0', deny: '1024' });
  const general = channelsOf(world, guild.id).find(({ name }) => name === 'général')?.id ?? '';

  const sandbox = await startSandbox({ clock, world, page: true, strict: true });
  const bot = await startBot(sandbox);
  await bot.api.channels.createMessage(general, {
    content: `Hello **all** ||hidden|| <@${amina.id}> <@&${role.id}> <#${general}> <script>window.hacked = true</script>`,
    embeds: [
      {
        title: 'An offer',
        description: 'In *Lille*',
        color: 0xce0033,
        fields: [{ name: 'Place', value: 'Lille', inline: true }],
      },
    ],
    components: oldComponents,
    allowed_mentions: { parse: [] },
  });
  await bot.api.channels.createMessage(general, {
    flags: MessageFlags.IsComponentsV2,
    components: newComponents,
    files: newFiles,
  });
  return {
    sandbox,
    bot,
    general,
    ids: { claire: guild.owner_id, amina: amina.id, john: john.id, role: role.id, general },
    async enter(username) {
      const window = await openWindow(`${sandbox.url}/?as=${sandbox.persona(username).user.id}#guild/${general}`);
      await window.page.locator('.message').first().waitFor();
      return window;
    },
    async stop() {
      await bot.stop();
      await sandbox.stop();
    },
  };
}

/** Chooses in the list of a select menu: several values, then leaves it. */
export async function choose(page: Page, customId: string, values: readonly string[], several = false): Promise<void> {
  await page.locator(`.select-button[data-custom-id="${customId}"]`).click();
  for (const value of values) await page.locator(`.list [data-value="${value}"]`).click();
  if (several) await page.keyboard.press('Escape');
}
