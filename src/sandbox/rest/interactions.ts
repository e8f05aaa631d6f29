import { messageDraft, parse } from '../draft.ts';
import {
  answerBy,
  callbackObject,
  deleteAnswer,
  editAnswer,
  followUp,
  openInteraction,
  respond,
} from '../interactions/answer.ts';
import { messageObject } from '../objects.ts';
import type { Message } from '../world.ts';
import { type Call, nothing, ok, param, type Route, route } from './route.ts';

const interactionIn = (call: Call) =>
  openInteraction(call.world, param(call, 'application_id'), param(call, 'interaction_token'));
const shown = (call: Call, message: Message) => ok(messageObject(call.world, message));

const messages = '/webhooks/:application_id/:interaction_token/messages/:message_id';

/** The token in the path is the authority: these need no other. */
const open = { open: true };

export const interactionRoutes: readonly Route[] = [
  route(
    'POST',
    '/interactions/:interaction_id/:interaction_token/callback',
    (call) => {
      const interaction = respond(
        call.world,
        param(call, 'interaction_id'),
        param(call, 'interaction_token'),
        call.body,
        call.files,
      );
      return call.query.get('with_response') === 'true' ? ok(callbackObject(call.world, interaction)) : nothing;
    },
    open,
  ),
  route(
    'POST',
    '/webhooks/:application_id/:interaction_token',
    (call) => {
      const draft = parse(messageDraft, call.body);
      return shown(call, followUp(call.world, interactionIn(call), draft, call.files));
    },
    open,
  ),
  route('GET', messages, (call) => shown(call, answerBy(call.world, interactionIn(call), param(call, 'message_id'))), open),
  route(
    'PATCH',
    messages,
    (call) => {
      const draft = parse(messageDraft, call.body);
      const interaction = interactionIn(call);
      return shown(
        call,
        editAnswer(call.world, interaction, answerBy(call.world, interaction, param(call, 'message_id')), draft, call.files),
      );
    },
    open,
  ),
  route(
    'DELETE',
    messages,
    (call) => {
      const interaction = interactionIn(call);
      deleteAnswer(call.world, interaction, answerBy(call.world, interaction, param(call, 'message_id')));
      return nothing;
    },
    open,
  ),
];
