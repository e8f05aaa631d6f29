import { button, chosenRow, command, type Message, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText, menu, radio, shortText } from '../../../discord/form.ts';
import { anyone, seeker } from '../../../discord/policy.ts';
import { contracts, profileId, remotes } from '../../../kernel/hiring.ts';
import { type Place, placeName } from '../../../kernel/place.ts';
import { skillName } from '../../../kernel/skill.ts';
import { dateOf, dayOf, parseDay } from '../../promos/service/day.ts';
import { mobilityNames, ownLevels } from '../messages/card.ts';
import { noProfile, notADay, text } from '../messages/profile.ts';
import { avoidedLimit } from '../rules/avoided.ts';
import { pitchLimit } from '../rules/limit.ts';
import { avoidCompany, blockedSize, listBlocked, unblock as unblockAll } from '../service/avoid.ts';
import { ownCard } from '../service/card.ts';
import type { Who } from '../service/company.ts';
import { countTalks } from '../service/contact.ts';
import {
  confirmProfile,
  countSights,
  deleteProfile,
  doubtsOf,
  findProfile,
  nameOf,
  openProfile,
  pauseProfile,
  saveAbility,
  saveSearch,
  tellOffers,
} from '../service/profile.ts';
import { requirePlace } from '../service/search.ts';
import {
  blocksScreen,
  consentScreen,
  deletedScreen,
  deleteScreen,
  doneNote,
  introScreen,
  profileScreen,
} from '../views/profile.ts';
import {
  abilityEditId,
  abilityFormId,
  agreeId,
  avoidFormId,
  avoidId,
  backId,
  blocksId,
  blocksPageId,
  confirmDeleteId,
  deleteId,
  hideId,
  keepId,
  pauseId,
  publishId,
  quietId,
  searchEditId,
  searchFormId,
  tellingId,
  unblockId,
} from '../wire.ts';

export const whoIs = ({ actor, clock }: Pick<Context, 'actor' | 'clock'>): Who => ({
  guildId: actor.guildId,
  userId: actor.userId,
  now: clock.now(),
});

async function profileOf(context: Context): Promise<Message> {
  const { db, locale } = context;
  const who = whoIs(context);
  const own = await ownCard(db, who);
  if (!own) return introScreen(locale);
  const [name, sights, talks, doubts] = await Promise.all([
    nameOf(db, who),
    countSights(db, who),
    countTalks(db, who),
    doubtsOf(db, own.profile),
  ]);
  return profileScreen({ ...own, name, sights, talks, doubts }, locale);
}

export const showProfile = command({
  name: { en: 'job profile', fr: 'offre profil' },
  description: text.command,
  policy: seeker,
  answer: 'ephemeral',
  options: {},
  run: profileOf,
});
export const openOwn = button({ id: profileId, policy: seeker, answer: 'ephemeral', run: profileOf });
export const back = button({ id: backId, policy: seeker, answer: 'update', run: profileOf });

const anyRemote = 'any';

export const searchForm = form({
  id: searchFormId,
  policy: seeker,
  answer: 'update',
  title: text.searchTitle,
  fields: {
    contract: menu({ label: text.contracts, choices: contracts, max: Object.keys(contracts).length }),
    place: shortText({ label: text.place, description: text.placeHelp, max: 80 }),
    mobility: radio({ label: text.mobility, choices: mobilityNames }),
    remote: radio({ label: text.remote, choices: { [anyRemote]: text.anyRemote, ...remotes } }),
    start: shortText({ label: text.start, description: text.startHelp, required: false, max: 40 }),
  },
  async run(context, _params, { contract, place, mobility, remote, start }) {
    const { city, department } = requirePlace(place);
    const day = start === '' ? null : parseDay(start);
    if (start !== '' && day === null) throw notADay(start);
    await saveSearch(
      context.db,
      { who: whoIs(context), locale: context.locale },
      {
        contracts: contract,
        city,
        department,
        mobility: mobility ?? 'department',
        remote: remote === null || remote === anyRemote ? null : (remote as keyof typeof remotes),
        availableFrom: day === null ? null : dateOf(day),
      },
    );
    return profileOf(context);
  },
});

/** `24/01/2027` reads the same in both languages of the form. */
const typedDay = (date: Date): string => dayOf(date).split('-').reverse().join('/');

export const editSearch = button({
  id: searchEditId,
  policy: seeker,
  answer: 'modal',
  async run(context) {
    const { db, locale } = context;
    const profile = await findProfile(db, whoIs(context));
    if (!profile) return searchForm.open(locale, {}, { remote: anyRemote, mobility: 'department' });
    const { city, department, availableFrom } = profile;
    return searchForm.open(
      locale,
      {},
      {
        contract: profile.contracts,
        place: department ? placeName({ city, department } as Place) : '',
        mobility: profile.mobility,
        remote: profile.remote ?? anyRemote,
        start: availableFrom ? typedDay(availableFrom) : '',
      },
    );
  },
});

export const abilityForm = form({
  id: abilityFormId,
  policy: seeker,
  answer: 'update',
  title: text.abilityTitle,
  fields: {
    skills: longText({ label: text.skills, description: text.skillsHelp, max: 700 }),
    level: radio({ label: text.level, choices: ownLevels }),
    pitch: longText({ label: text.pitch, description: text.pitchHelp, required: false, max: pitchLimit }),
    links: longText({ label: text.links, description: text.linksHelp, required: false, max: 700 }),
  },
  async run(context, _params, { skills, level, pitch, links }) {
    await saveAbility(
      context.db,
      { who: whoIs(context), locale: context.locale },
      { skills, level: level ?? 'beginner', pitch, links },
    );
    return profileOf(context);
  },
});

export const editAbility = button({
  id: abilityEditId,
  policy: seeker,
  answer: 'modal',
  async run(context) {
    const { db, locale } = context;
    const profile = await findProfile(db, whoIs(context));
    if (!profile) throw noProfile();
    return abilityForm.open(
      locale,
      {},
      {
        skills: profile.skills.map((skill) => skillName(skill)[locale]).join(', '),
        level: profile.level,
        pitch: profile.pitch,
        links: profile.links.join('\n'),
      },
    );
  },
});

export const publish = button({
  id: publishId,
  policy: seeker,
  answer: 'update',
  async run(context) {
    if (!(await findProfile(context.db, whoIs(context)))) throw noProfile();
    return consentScreen(context.locale);
  },
});

export const agree = button({
  id: agreeId,
  policy: seeker,
  answer: 'update',
  async run(context, { version }) {
    const opened = await openProfile(context.db, whoIs(context), version);
    return opened === 'stale' ? consentScreen(context.locale) : profileOf(context);
  },
});

export const pause = button({
  id: pauseId,
  policy: seeker,
  answer: 'update',
  async run(context) {
    await pauseProfile(context.db, whoIs(context), 'own');
    return profileOf(context);
  },
});

export const telling = button({
  id: tellingId,
  policy: seeker,
  answer: 'update',
  async run(context, { on }) {
    await tellOffers(context.db, whoIs(context), on === 1);
    return profileOf(context);
  },
});

export const askDelete = button({
  id: deleteId,
  policy: seeker,
  answer: 'update',
  run: async ({ locale }) => deleteScreen(locale),
});

export const confirmDelete = button({
  id: confirmDeleteId,
  policy: seeker,
  answer: 'update',
  async run(context) {
    await deleteProfile(context.db, whoIs(context));
    return deletedScreen(context.locale);
  },
});

const blocksOf = async (context: Context, page = 0): Promise<Message> =>
  blocksScreen(await listBlocked(context.db, whoIs(context), page), blockedSize, context.locale);

export const blocks = button({ id: blocksId, policy: seeker, answer: 'update', run: (context) => blocksOf(context) });
export const turnBlocks = button({
  id: blocksPageId,
  policy: seeker,
  answer: 'update',
  run: (context, { page }) => blocksOf(context, page),
});

export const unblock = select({
  id: unblockId,
  policy: seeker,
  answer: 'update',
  async run(context, _params, values) {
    const shown = values.map((value) => {
      const isNamed = value.startsWith('n');
      return { id: chosenRow(isNamed ? value.slice(1) : value), isNamed };
    });
    await unblockAll(context.db, whoIs(context), shown);
    return blocksOf(context);
  },
});

export const avoidForm = form({
  id: avoidFormId,
  policy: seeker,
  answer: 'update',
  title: text.avoidTitle,
  fields: { company: shortText({ label: text.avoidName, description: text.avoidHelp, min: 2, max: avoidedLimit }) },
  async run(context, _params, { company }) {
    await avoidCompany(context.db, whoIs(context), company);
    return blocksOf(context);
  },
});

export const avoid = button({
  id: avoidId,
  policy: seeker,
  answer: 'modal',
  run: async ({ locale }) => avoidForm.open(locale, {}),
});

// From a direct message nobody has roles: it is one's own profile, or none.

export const keep = button({
  id: keepId,
  policy: anyone,
  answer: 'update',
  async run(context) {
    await confirmProfile(context.db, whoIs(context));
    return doneNote(context.t(text.kept));
  },
});

export const hide = button({
  id: hideId,
  policy: anyone,
  answer: 'update',
  async run(context) {
    await pauseProfile(context.db, whoIs(context), 'own');
    return doneNote(context.t(text.paused));
  },
});

export const quiet = button({
  id: quietId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context) {
    await tellOffers(context.db, whoIs(context), false);
    return { content: context.t(text.quiet) };
  },
});
