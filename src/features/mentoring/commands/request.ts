import { button, command, type Message, type Modal, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { checkboxes, form, longText, menu, people, radio, shortText } from '../../../discord/form.ts';
import { anyone, learner } from '../../../discord/policy.ts';
import {
  againId,
  languages,
  requestId as requestButtonId,
  type Slot,
  slotName,
  slots,
  stages,
  type Theme,
  themes,
  ways,
} from '../../../kernel/mentoring.ts';
import { note } from '../../../kernel/piece.ts';
import { type Place, placeName, readPlace } from '../../../kernel/place.ts';
import { skillName } from '../../../kernel/skill.ts';
import type { Text } from '../../../kernel/text.ts';
import { zones } from '../../../kernel/zone.ts';
import { notYours, text, unknownPlace } from '../messages/request.ts';
import { goalsLimit, mostAvoided } from '../rules/limit.ts';
import { choose, drop, raise } from '../service/ask.ts';
import { gapOf, proposeMentors } from '../service/propose.ts';
import {
  askAgain,
  findPeople,
  findWaiting,
  getWaiting,
  keepRequest,
  type Request,
  requireAlone,
  saveDetail,
  savePeople,
  saveWish,
  setMainTheme,
  withdrawRequest,
} from '../service/request.ts';
import { ownRequest } from '../service/status.ts';
import { proposalsScreen, requestScreen, withdrawScreen } from '../views/request.ts';
import {
  backId,
  chooseId,
  dropId,
  editId,
  keepId,
  mainThemeId,
  mentorsId,
  moreFormId,
  moreId,
  peopleFormId,
  peopleId,
  raiseId,
  requestFormId,
  withdrawId,
  withdrawnId,
} from '../wire.ts';
import { whoIs } from './who.ts';

async function ownScreen(context: Context): Promise<Message> {
  const own = await ownRequest(context.db, whoIs(context));
  if (!own) throw notYours();
  return requestScreen(own, context.locale);
}

const slotChoices = Object.fromEntries(slots.map((slot) => [slot, slotName(slot)])) as Record<Slot, Text>;

export const requestForm = form({
  id: requestFormId,
  policy: learner,
  answer: 'update',
  title: text.title,
  fields: {
    goals: longText({ label: text.goals, description: text.goalsHelp, max: goalsLimit }),
    themes: menu({ label: text.themes, description: text.themesHelp, choices: themes, max: Object.keys(themes).length }),
    skills: shortText({ label: text.skills, description: text.skillsHelp, required: false, max: 300 }),
    availability: menu({ label: text.availability, description: text.availabilityHelp, choices: slotChoices, max: slots.length }),
    languages: menu({ label: text.languages, description: text.languagesHelp, choices: languages, max: 10 }),
  },
  async run(context, _params, wish) {
    await saveWish(context.db, { who: whoIs(context), locale: context.locale }, wish);
    return ownScreen(context);
  },
});

const filled = (request: Request | null, locale: 'fr' | 'en') =>
  request
    ? {
        goals: request.goals,
        themes: request.themes,
        skills: request.skills
          .map((skill) => skillName(skill)[locale])
          .join(', ')
          .slice(0, 300),
        availability: request.availability,
        languages: request.languages,
      }
    : { languages: locale === 'fr' ? ['fr'] : ['fr', 'en'] };

/** The form at once for whoever has no request yet. */
async function begin(context: Context): Promise<Message | Modal> {
  const { db, locale } = context;
  const who = whoIs(context);
  const request = await findWaiting(db, who);
  if (request) return ownScreen(context);
  await requireAlone(db, who);
  return requestForm.open(locale, {}, filled(null, locale));
}

export const request = command({
  name: { en: 'mentoring request', fr: 'mentorat demande' },
  description: text.command,
  policy: learner,
  answer: 'step',
  options: {},
  run: begin,
});
export const openRequest = button({ id: requestButtonId, policy: learner, answer: 'step', run: begin });
export const back = button({ id: backId, policy: learner, answer: 'update', run: ownScreen });

export const edit = button({
  id: editId,
  policy: learner,
  answer: 'modal',
  async run(context) {
    const request = await findWaiting(context.db, whoIs(context));
    if (!request) throw notYours();
    return requestForm.open(context.locale, {}, filled(request, context.locale));
  },
});

export const mainTheme = select({
  id: mainThemeId,
  policy: learner,
  answer: 'update',
  async run(context, _params, [theme]) {
    await setMainTheme(context.db, whoIs(context), theme as Theme);
    return ownScreen(context);
  },
});

/** The zones that people know, after that of the server. */
const zoneChoices = { guild: text.guildZone, ...zones };

export const moreForm = form({
  id: moreFormId,
  policy: learner,
  answer: 'update',
  title: text.moreTitle,
  fields: {
    ways: checkboxes({ label: text.ways, choices: ways }),
    stage: radio({ label: text.stage, choices: stages, required: false }),
    place: shortText({ label: text.place, description: text.placeHelp, required: false, max: 80 }),
    zone: menu({ label: text.zone, choices: zoneChoices }),
  },
  async run(context, _params, { ways, stage, place, zone }) {
    const reading = place === '' ? null : readPlace(place);
    if (reading && !reading.ok) throw unknownPlace(place, reading.among);
    const [chosen = 'guild'] = zone;
    await saveDetail(context.db, whoIs(context), {
      ways,
      stage,
      city: reading?.place.city ?? null,
      department: reading?.place.department ?? null,
      timeZone: chosen === 'guild' ? null : chosen,
    });
    return ownScreen(context);
  },
});

export const more = button({
  id: moreId,
  policy: learner,
  answer: 'modal',
  async run(context) {
    const request = await findWaiting(context.db, whoIs(context));
    if (!request) throw notYours();
    const { ways, stage, city, department, timeZone } = request;
    return moreForm.open(
      context.locale,
      {},
      {
        ways,
        stage,
        place: department ? placeName({ city, department } as Place) : '',
        zone: timeZone && Object.hasOwn(zones, timeZone) ? timeZone : 'guild',
      },
    );
  },
});

export const peopleForm = form({
  id: peopleFormId,
  policy: learner,
  answer: 'update',
  title: text.peopleTitle,
  fields: {
    first: people({ label: text.preferred(1), description: text.preferredHelp, required: false }),
    second: people({ label: text.preferred(2), required: false }),
    third: people({ label: text.preferred(3), required: false }),
    avoided: people({ label: text.avoided, description: text.avoidedHelp, required: false, max: mostAvoided }),
  },
  async run(context, _params, { first, second, third, avoided }) {
    await savePeople(context.db, whoIs(context), { preferredIds: [...first, ...second, ...third], avoidedIds: avoided });
    return ownScreen(context);
  },
});

export const choosePeople = button({
  id: peopleId,
  policy: learner,
  answer: 'modal',
  async run(context) {
    const { db, locale } = context;
    const who = whoIs(context);
    const request = await findWaiting(db, who);
    if (!request) throw notYours();
    const { preferredIds, avoidedIds } = await findPeople(db, who, request.id);
    const [first, second, third] = preferredIds.map((id) => [id]);
    return peopleForm.open(locale, {}, { first, second, third, avoided: avoidedIds.slice(0, mostAvoided) });
  },
});

// What follows also stands in direct messages, where nobody has roles: the request is one's own, or none.

async function proposals(context: Context, requestId: number): Promise<Message> {
  const { db, locale, clock } = context;
  const who = whoIs(context);
  const own = await ownRequest(db, who);
  if (own?.request.id !== requestId) throw notYours();
  const found = await proposeMentors(db, own.request, clock.now());
  return proposalsScreen(own, found, found.length === 0 ? await gapOf(db, own.request) : null, locale);
}

export const seeMentors = button({
  id: mentorsId,
  policy: anyone,
  answer: 'update',
  async run(context, { requestId }) {
    // To look is to care: the request lives on.
    await keepRequest(context.db, whoIs(context), requestId);
    return proposals(context, requestId);
  },
});

export const chooseMentors = select({
  id: chooseId,
  policy: anyone,
  answer: 'update',
  async run(context, { requestId }, mentorIds) {
    await choose(context.db, whoIs(context), { requestId, mentorIds });
    return proposals(context, requestId);
  },
});

export const raiseMentor = button({
  id: raiseId,
  policy: anyone,
  answer: 'update',
  run: async (context, { askId }) => proposals(context, await raise(context.db, whoIs(context), askId)),
});

export const dropMentor = button({
  id: dropId,
  policy: anyone,
  answer: 'update',
  run: async (context, { askId }) => proposals(context, await drop(context.db, whoIs(context), askId)),
});

export const askWithdraw = button({
  id: withdrawId,
  policy: anyone,
  answer: 'update',
  async run(context, { requestId }) {
    return withdrawScreen(await getWaiting(context.db, whoIs(context), requestId), context.locale);
  },
});

export const withdraw = button({
  id: withdrawnId,
  policy: anyone,
  answer: 'update',
  async run(context, { requestId }) {
    await withdrawRequest(context.db, whoIs(context), requestId);
    return note(text.withdrawn[context.locale]);
  },
});

export const keep = button({
  id: keepId,
  policy: anyone,
  answer: 'update',
  async run(context, { requestId }) {
    await keepRequest(context.db, whoIs(context), requestId);
    return { content: text.kept[context.locale], components: [] };
  },
});

/** One click after a pair that ended; without a former request there is nothing to take up, and the person is sent to the form. */
export const again = button({
  id: againId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context, { pairId }) {
    const request = await askAgain(context.db, whoIs(context), pairId);
    if (!request) return { content: text.againNone[context.locale] };
    return proposals(context, request.id);
  },
});
