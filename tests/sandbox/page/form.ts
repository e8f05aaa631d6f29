import { type APIModalInteractionResponseCallbackData, ChannelType, ComponentType, TextInputStyle } from 'discord-api-types/v10';

const label = (text: string, component: object, description?: string) => ({
  type: ComponentType.Label,
  label: text,
  component,
  ...(description && { description }),
});

const option = (value: string) => ({ value, label: `Choice ${value}` });

/** Forms hold five components: this one has the kinds that are filled in by typing and by picking a file. */
export const form = {
  custom_id: 'show:form',
  title: 'About you',
  components: [
    { type: ComponentType.TextDisplay, content: 'Seen by **staff** only.' },
    label(
      'First name',
      { type: ComponentType.TextInput, style: TextInputStyle.Short, custom_id: 'first', min_length: 2, max_length: 10 },
      'As on your card',
    ),
    label('About', {
      type: ComponentType.TextInput,
      style: TextInputStyle.Paragraph,
      custom_id: 'about',
      required: false,
      max_length: 300,
    }),
    label('Campus', { type: ComponentType.StringSelect, custom_id: 'campus', options: [option('lille'), option('lens')] }),
    label('CV', { type: ComponentType.FileUpload, custom_id: 'cv', required: false, max_values: 2 }),
  ],
} as unknown as APIModalInteractionResponseCallbackData;

/** The kinds that are chosen. */
export const choices = {
  custom_id: 'show:choices',
  title: 'Your choices',
  components: [
    label('Mentor', { type: ComponentType.UserSelect, custom_id: 'mentor', required: false }),
    label('Where', {
      type: ComponentType.ChannelSelect,
      custom_id: 'where',
      required: false,
      channel_types: [ChannelType.GuildText],
    }),
    label('Contract', { type: ComponentType.RadioGroup, custom_id: 'contract', options: [option('cdi'), option('cdd')] }),
    label('Days', {
      type: ComponentType.CheckboxGroup,
      custom_id: 'days',
      min_values: 1,
      max_values: 2,
      options: [option('mon'), option('tue'), option('wed')],
    }),
    label('I agree', { type: ComponentType.Checkbox, custom_id: 'agree' }),
  ],
} as unknown as APIModalInteractionResponseCallbackData;

/** The selects that are left. */
export const mentions = {
  custom_id: 'show:mentions',
  title: 'Mentions',
  components: [
    label('Role', { type: ComponentType.RoleSelect, custom_id: 'role' }),
    label('Anyone', { type: ComponentType.MentionableSelect, custom_id: 'anyone', max_values: 2 }),
  ],
} as unknown as APIModalInteractionResponseCallbackData;
