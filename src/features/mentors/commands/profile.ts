import { button, command, type Message } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText, menu, radio, shortText } from '../../../discord/form.ts';
import { anyone, holds, volunteer } from '../../../discord/policy.ts';
import { parseDay } from '../../../kernel/day.ts';
import {
  type Language,
  languages,
  mostLearners,
  profileId,
  type Slot,
  slotName,
  slots,
  type Theme,
  themes,
  ways,
} from '../../../kernel/mentoring.ts';
import { note } from '../../../kernel/piece.ts';
import { skillName } from '../../../kernel/skill.ts';
import type { Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { zones } from '../../../kernel/zone.ts';
import { text } from '../messages/profile.ts';
import { notADay, stillPaused } from '../messages/refusal.ts';
import { aboutLimit, jobLimit, skillsLimit } from '../rules/limit.ts';
import { pauseMentor, resumeMentor } from '../service/hold.ts';
import { renewMentor } from '../service/life.ts';
import { countPairs, findMentor, getMentor, type Mentor } from '../service/mentor.ts';
import { namesOf } from '../service/prefer.ts';
import { type By, saveFrame, saveHelp } from '../service/profile.ts';
import { sendProfile } from '../service/review.ts';
import { withdrawMentor } from '../service/withdraw.ts';
import { placeOf } from '../views/part.ts';
import { charterScreen, introScreen, profileScreen, stopScreen } from '../views/profile.ts';
import {
  applyId,
  awayId,
  backId,
  beginId,
  changeId,
  charterId,
  editId,
  frameId,
  moreId,
  openId,
  pauseId,
  renewAgreeId,
  renewId,
  resumeId,
  sendId,
  stopId,
  stopSureId,
} from '../wire.ts';

export const byOf = ({ actor, locale, clock }: Context): By => ({
  who: { guildId: actor.guildId, userId: actor.userId },
  locale,
  now: clock.now(),
});

const ownOf = (context: Context) => {
  const { who, now } = byOf(context);
  return { ...who, now };
};

/** One's own profile, with what just happened to it. */
export async function showOwn(context: Context, mentor: Mentor, said?: Text): Promise<Message> {
  const { db, locale, clock } = context;
  const [pairs, names] = await Promise.all([
    countPairs(db, mentor),
    namesOf(db, mentor.guildId, [...mentor.prefersCourses, ...mentor.prefersCampuses]),
  ]);
  return profileScreen({ mentor, pairs, prefers: [...names.values()], now: clock.now() }, locale, said);
}

const showFound = async (context: Context): Promise<Message> => showOwn(context, await getMentor(context.db, byOf(context).who));

/** The own profile, or how to make one. */
async function begin(context: Context): Promise<Message> {
  const mentor = await findMentor(context.db, byOf(context).who);
  return mentor ? showOwn(context, mentor) : introScreen(context.locale);
}

export const showProfile = command({
  name: { en: 'mentoring profile', fr: 'mentorat profil' },
  description: text.command,
  policy: volunteer,
  answer: 'ephemeral',
  options: {},
  run: begin,
});
export const openPanel = button({ id: profileId, policy: volunteer, answer: 'ephemeral', run: begin });
export const open = button({ id: openId, policy: anyone, answer: 'ephemeral', run: showFound });
export const back = button({ id: backId, policy: anyone, answer: 'update', run: showFound });

const slotChoices = Object.fromEntries(slots.map((slot) => [slot, slotName(slot)])) as Record<Slot, Text>;

const helpFields = {
  themes: menu({ label: text.themesLabel, description: text.themesHelp, choices: themes, max: Object.keys(themes).length }),
  skills: longText({ label: text.skills, description: text.skillsHelp, required: false, max: skillsLimit }),
  availability: menu({
    label: text.availabilityLabel,
    description: text.availabilityHelp,
    choices: slotChoices,
    max: slots.length,
  }),
  languages: menu({ label: text.languagesLabel, choices: languages, max: Object.keys(languages).length }),
  about: longText({ label: text.aboutLabel, description: text.aboutHelp, max: aboutLimit }),
};
type HelpValues = { themes: Theme[]; skills: string; availability: Slot[]; languages: Language[]; about: string };

async function saveTyped(context: Context, typed: HelpValues): Promise<Message> {
  const mayBegin = holds(volunteer, await context.keys());
  return showOwn(context, await saveHelp(context.db, byOf(context), { mayBegin }, typed));
}

const filledHelp = (mentor: Mentor, locale: 'fr' | 'en') => ({
  themes: mentor.themes,
  skills: mentor.skills.map((skill) => skillName(skill)[locale]).join(', '),
  availability: mentor.availability,
  languages: mentor.languages,
  about: mentor.about,
});

export const applyForm = form({
  id: applyId,
  policy: volunteer,
  answer: 'update',
  title: text.helpTitle,
  fields: helpFields,
  run: (context, _params, typed) => saveTyped(context, typed),
});

export const beginApply = button({
  id: beginId,
  policy: volunteer,
  answer: 'modal',
  async run(context) {
    const mentor = await findMentor(context.db, byOf(context).who);
    return applyForm.open(context.locale, {}, mentor ? filledHelp(mentor, context.locale) : { languages: ['fr'] });
  },
});

export const editForm = form({
  id: editId,
  policy: anyone,
  answer: 'update',
  title: text.helpTitle,
  fields: helpFields,
  run: (context, _params, typed) => saveTyped(context, typed),
});

export const change = button({
  id: changeId,
  policy: anyone,
  answer: 'modal',
  async run(context, { guildId }) {
    const mentor = await getMentor(context.db, byOf(context).who);
    return editForm.open(context.locale, { guildId }, filledHelp(mentor, context.locale));
  },
});

const capacities = Object.fromEntries(
  Array.from({ length: mostLearners }, (_, index) => {
    const count = String(index + 1);
    return [count, { fr: count, en: count }];
  }),
);
const zoneOfServer = 'guild';

export const frameForm = form({
  id: frameId,
  policy: anyone,
  answer: 'update',
  title: text.frameTitle,
  fields: {
    capacity: radio({ label: text.capacityLabel, description: text.capacityHelp, choices: capacities }),
    ways: menu({ label: text.waysLabel, choices: ways, max: Object.keys(ways).length }),
    job: shortText({ label: text.jobLabel, description: text.jobHelp, required: false, max: jobLimit }),
    place: shortText({ label: text.placeLabel, description: text.placeHelp, required: false, max: 80 }),
    zone: menu({
      label: text.zoneLabel,
      description: text.zoneHelp,
      required: false,
      choices: { [zoneOfServer]: text.zoneOfServer, ...zones } as Record<string, Text>,
    }),
  },
  async run(context, _params, { capacity, ways: chosen, job, place, zone: [zone = zoneOfServer] }) {
    const typed = { capacity: Number(capacity ?? 1), ways: chosen, job, place, timeZone: zone === zoneOfServer ? null : zone };
    return showOwn(context, await saveFrame(context.db, byOf(context), typed));
  },
});

export const more = button({
  id: moreId,
  policy: anyone,
  answer: 'modal',
  async run(context, { guildId }) {
    const mentor = await getMentor(context.db, byOf(context).who);
    return frameForm.open(
      context.locale,
      { guildId },
      {
        capacity: String(mentor.capacity),
        ways: mentor.ways,
        job: mentor.job,
        place: placeOf(mentor),
        zone: mentor.timeZone ?? zoneOfServer,
      },
    );
  },
});

export const charter = button({
  id: charterId,
  policy: anyone,
  answer: 'update',
  run: async (context) => charterScreen(await getMentor(context.db, byOf(context).who), 'send', context.locale),
});

export const send = button({
  id: sendId,
  policy: anyone,
  answer: 'update',
  async run(context, { version }) {
    const own = ownOf(context);
    const sent = await sendProfile(context.db, own, version);
    return sent === 'stale'
      ? charterScreen(await getMentor(context.db, own), 'send', context.locale)
      : showOwn(context, sent, text.sent);
  },
});

async function renewFor(context: Context, version: number | null): Promise<Message> {
  const own = ownOf(context);
  const renewed = await renewMentor(context.db, own, version);
  if (renewed === 'stale') return charterScreen(await getMentor(context.db, own), 'renew', context.locale);
  return showOwn(context, renewed, text.renewed(renewed.approvedUntil ? timeOf(renewed.approvedUntil, 'D') : ''));
}

export const renew = button({ id: renewId, policy: anyone, answer: 'ephemeral', run: (context) => renewFor(context, null) });
export const renewAgree = button({
  id: renewAgreeId,
  policy: anyone,
  answer: 'update',
  run: (context, { version }) => renewFor(context, version),
});

export const away = form({
  id: awayId,
  policy: anyone,
  answer: 'update',
  title: text.pauseTitle,
  fields: { until: shortText({ label: text.pauseLabel, description: text.pauseHelp, required: false, max: 40 }) },
  async run(context, _params, { until: typed }) {
    const until = typed === '' ? null : parseDay(typed);
    if (typed !== '' && until === null) throw notADay(typed);
    const own = ownOf(context);
    const mentor = await context.db.$transaction((tx) => pauseMentor(tx, { ...own, as: 'own', until }));
    return showOwn(context, mentor);
  },
});

export const pause = button({
  id: pauseId,
  policy: anyone,
  answer: 'modal',
  async run(context, { guildId }) {
    await getMentor(context.db, byOf(context).who);
    return away.open(context.locale, { guildId });
  },
});

export const resume = button({
  id: resumeId,
  policy: anyone,
  answer: 'update',
  async run(context) {
    const own = ownOf(context);
    const mentor = await context.db.$transaction((tx) => resumeMentor(tx, { ...own, as: 'own' }));
    return showOwn(context, mentor, mentor.pausedAs ? stillPaused(mentor.pausedAs) : undefined);
  },
});

export const stop = button({
  id: stopId,
  policy: anyone,
  answer: 'update',
  async run(context, { guildId }) {
    await getMentor(context.db, byOf(context).who);
    return stopScreen(guildId, context.locale);
  },
});

export const stopSure = button({
  id: stopSureId,
  policy: anyone,
  answer: 'update',
  async run(context) {
    const own = ownOf(context);
    await context.db.$transaction((tx) => withdrawMentor(tx, { ...own, actorId: own.userId }));
    return note(text.stopped[context.locale]);
  },
});
