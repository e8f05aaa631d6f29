import { type APIButtonComponent, type APIComponentInContainer, ComponentType } from 'discord-api-types/v10';

/** A line with a button beside it. */
export const line = (content: string, accessory: APIButtonComponent): APIComponentInContainer => ({
  type: ComponentType.Section,
  components: [{ type: ComponentType.TextDisplay, content }],
  accessory,
});
