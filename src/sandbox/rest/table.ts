import { applicationRoutes } from './application.ts';
import { automodRoutes } from './automod.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { inviteRoutes } from './invites.ts';
import { memberRoutes } from './members.ts';
import { messageRoutes } from './messages.ts';
import { roleRoutes } from './roles.ts';
import type { Route } from './route.ts';
import { threadRoutes } from './threads.ts';
import { voiceRoutes } from './voice.ts';

/** Every route of the API: adding one is a matter of its resource's file. */
export const routes: readonly Route[] = [
  ...applicationRoutes,
  ...guildRoutes,
  ...automodRoutes,
  ...roleRoutes,
  ...memberRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...inviteRoutes,
  ...voiceRoutes,
  ...commandRoutes,
  ...interactionRoutes,
];
