import { button, command, select } from '../../../discord/command.ts';
import { changeBy } from '../../../discord/context.ts';
import { user } from '../../../discord/options.ts';
import { staff } from '../../../discord/policy.ts';
import { pairId } from '../../../kernel/mentoring.ts';
import { note } from '../../../kernel/piece.ts';
import { namesOf } from '../../mentors/service/name.ts';
import { awaitsCoordinator } from '../../pairs/service/pair.ts';
import { text } from '../messages/pair.ts';
import { notYours } from '../messages/request.ts';
import { findRequestOf, pairByHand, previewPair } from '../service/pair.ts';
import { proposeMentors } from '../service/propose.ts';
import { pairChoice, previewScreen } from '../views/pair.ts';
import { pairSureId, pairWithId } from '../wire.ts';

export const pair = command({
  name: { en: 'mentoring pair', fr: 'mentorat binome' },
  description: text.command,
  policy: staff,
  answer: 'ephemeral',
  options: {
    mentor: user({ fr: 'mentor', description: text.mentor }),
    learner: user({ fr: 'personne', description: text.learner }),
  },
  async run({ db, actor: { guildId }, clock, locale }, { mentor: mentorId, learner: learnerId }) {
    return previewScreen(await previewPair(db, { guildId, mentorId, learnerId }, clock.now()), locale);
  },
});

/** From a card that names a request. */
export const pairRequest = button({
  id: pairId,
  policy: staff,
  answer: 'ephemeral',
  async run({ db, actor: { guildId }, clock, locale }, { requestId }) {
    const request = await findRequestOf(db, guildId, requestId);
    if (!request) throw notYours();
    const names = await namesOf(db, guildId, [request.userId]);
    const learner = names.get(request.userId) ?? request.userId;
    return pairChoice({ requestId, learner }, await proposeMentors(db, request, clock.now()), locale);
  },
});

export const pairWith = select({
  id: pairWithId,
  policy: staff,
  answer: 'update',
  async run({ db, actor: { guildId }, clock, locale }, { requestId }, [mentorId = '']) {
    const request = await findRequestOf(db, guildId, requestId);
    if (!request) throw notYours();
    return previewScreen(await previewPair(db, { guildId, mentorId, learnerId: request.userId }, clock.now()), locale);
  },
});

export const surePair = button({
  id: pairSureId,
  policy: staff,
  answer: 'update',
  async run(context, two) {
    const { db, actor, locale } = context;
    const pair = await pairByHand(db, changeBy(context), two);
    const names = await namesOf(db, actor.guildId, [two.mentorId, two.learnerId]);
    const nameOf = (id: string) => names.get(id) ?? id;
    const done = (await awaitsCoordinator(db, pair)) ? text.doneWaiting : text.done;
    return note(done(nameOf(two.mentorId), nameOf(two.learnerId))[locale]);
  },
});
