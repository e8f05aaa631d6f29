import { button, chosenRow, command, select } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, people, radio, shortText } from '../../../discord/form.ts';
import { staff } from '../../../discord/policy.ts';
import { type Day, parseDay, todayIn } from '../../../kernel/day.ts';
import { commandTexts, levelNames, minimumNames, text, weightNames } from '../messages/campaign.ts';
import { coordinatorNotStaff, wrongDay } from '../messages/refusal.ts';
import { type Levels, type Minimum, minimumOf, minimums, readLevels } from '../rules.ts';
import { getCampaign, type Placed } from '../service/campaign.ts';
import {
  cancelCampaign,
  closeCampaign,
  createCampaign,
  editCampaign,
  type Outline,
  planCampaign,
  weigh,
} from '../service/life.ts';
import { listCampaigns, pageSize, readTurnout } from '../service/list.ts';
import { choiceSize, choosePromos, readChoices } from '../service/place.ts';
import { readNow } from '../service/preview.ts';
import { campaignCard, cancelCard, choiceCard, listCard } from '../views/campaign.ts';
import { proposalCard } from '../views/proposal.ts';
import {
  cancelId,
  cancelSureId,
  chosenId,
  closeId,
  createId,
  editedId,
  editId,
  listId,
  lookId,
  newId,
  openId,
  pickId,
  planId,
  promosId,
  showId,
  weighedId,
  weightsId,
} from '../wire.ts';

/** The card of a campaign as it stands now, whatever its state. */
export async function cardOf({ db, actor, clock, locale }: Context, id: number) {
  const key = { guildId: actor.guildId, id };
  const [{ campaign, now }, turnout] = await Promise.all([readNow(db, key), readTurnout(db, key)]);
  if (campaign.state === 'preview') return proposalCard(campaign, { now, turnout }, locale);
  return campaignCard(campaign, { turnout, pairs: now.pairs, now: clock.now() }, locale);
}

const pageOf = async ({ db, actor, locale }: Context, page: number) =>
  listCard(await listCampaigns(db, { guildId: actor.guildId, page }), locale, pageSize);

export const campaign = command({
  ...commandTexts.campaign,
  policy: staff,
  answer: 'ephemeral',
  options: {},
  run: (context) => pageOf(context, 0),
});
export const open = button({ id: openId, policy: staff, answer: 'ephemeral', run: (context) => pageOf(context, 0) });
export const turnPage = button({
  id: listId,
  policy: staff,
  answer: 'update',
  run: (context, { page }) => pageOf(context, page),
});
export const pick = select({
  id: pickId,
  policy: staff,
  answer: 'update',
  run: (context, _, [id]) => cardOf(context, chosenRow(id)),
});
export const show = button({
  id: showId,
  policy: staff,
  answer: 'update',
  run: (context, { campaignId }) => cardOf(context, campaignId),
});
export const look = button({
  id: lookId,
  policy: staff,
  answer: 'ephemeral',
  run: (context, { campaignId }) => cardOf(context, campaignId),
});

const fields = {
  name: shortText({ label: text.name, max: 80, placeholder: text.nameExample }),
  opens: shortText({ label: text.opens, description: text.opensHelp, max: 40, placeholder: text.dayExample }),
  closes: shortText({ label: text.closes, description: text.closesHelp, max: 40, placeholder: text.dayExample }),
  coordinator: people({ label: text.coordinator, description: text.coordinatorHelp, required: false }),
  minimum: radio({ label: text.minimum, choices: minimumNames }),
};

function dayOfField(typed: string, field: 'opens' | 'closes'): Day {
  const day = parseDay(typed);
  if (!day) throw wrongDay(field);
  return day;
}

type Typed = { name: string; opens: string; closes: string; coordinator: string[]; minimum: Minimum | null };

async function outlineOf({ actor: { guildId }, mayUse }: Context, typed: Typed): Promise<Outline> {
  const [coordinatorId = null] = typed.coordinator;
  // They will read the threads of its pairs.
  if (coordinatorId !== null && !(await mayUse({ guildId, userId: coordinatorId }, 'staff'))) throw coordinatorNotStaff();
  return {
    name: typed.name,
    opens: dayOfField(typed.opens, 'opens'),
    closes: dayOfField(typed.closes, 'closes'),
    coordinatorId,
    minScore: minimums[typed.minimum ?? 'any'],
  };
}

const zoned = async (context: Context) => ({ ...changeBy(context), timeZone: (await context.settings()).timeZone });

export const create = form({
  id: createId,
  policy: staff,
  answer: 'update',
  title: text.formTitle,
  fields,
  run: async (context, _, typed) =>
    cardOf(context, (await createCampaign(context.db, await zoned(context), await outlineOf(context, typed))).id),
});

/** `12/01/2027`. */
const shown = (day: Day): string => day.split('-').reverse().join('/');

export const createNew = button({
  id: newId,
  policy: staff,
  answer: 'modal',
  async run({ clock, locale, settings }) {
    const today = todayIn((await settings()).timeZone, clock.now());
    return create.open(locale, {}, { opens: shown(today), minimum: 'any' });
  },
});

const known = ({ db, actor }: Context, id: number): Promise<Placed> => getCampaign(db, { guildId: actor.guildId, id });

export const edited = form({
  id: editedId,
  policy: staff,
  answer: 'update',
  title: text.formTitle,
  fields,
  async run(context, { campaignId, revision }, typed) {
    await editCampaign(context.db, await zoned(context), { id: campaignId, revision }, await outlineOf(context, typed));
    return cardOf(context, campaignId);
  },
});

export const edit = button({
  id: editId,
  policy: staff,
  answer: 'modal',
  async run(context, { campaignId }) {
    const { id, revision, name, opensAt, closesAt, coordinatorId, minScore } = await known(context, campaignId);
    const { timeZone } = await context.settings();
    return edited.open(
      context.locale,
      { campaignId: id, revision },
      {
        name,
        opens: shown(todayIn(timeZone, opensAt)),
        closes: shown(todayIn(timeZone, closesAt)),
        coordinator: coordinatorId ? [coordinatorId] : null,
        minimum: minimumOf(minScore),
      },
    );
  },
});

const level = (part: keyof typeof weightNames) => radio({ label: weightNames[part], choices: levelNames });

export const weighed = form({
  id: weighedId,
  policy: staff,
  answer: 'update',
  title: text.weightsTitle,
  fields: {
    themes: level('themes'),
    skills: level('skills'),
    time: level('time'),
    field: level('field'),
    preference: level('preference'),
  },
  async run(context, { campaignId, revision }, typed) {
    const levels: Levels = {
      themes: typed.themes ?? 'usual',
      skills: typed.skills ?? 'usual',
      time: typed.time ?? 'usual',
      field: typed.field ?? 'usual',
      preference: typed.preference ?? 'usual',
    };
    await weigh(context.db, changeBy(context), { id: campaignId, revision }, levels);
    return cardOf(context, campaignId);
  },
});

export const weights = button({
  id: weightsId,
  policy: staff,
  answer: 'modal',
  async run(context, { campaignId }) {
    const { id, revision, weights: kept } = await known(context, campaignId);
    return weighed.open(context.locale, { campaignId: id, revision }, readLevels(kept));
  },
});

export const promos = button({
  id: promosId,
  policy: staff,
  answer: 'update',
  run: async ({ db, actor, locale }, { campaignId, page }) =>
    choiceCard(await readChoices(db, { guildId: actor.guildId, id: campaignId }, page), locale, choiceSize),
});

export const choose = select({
  id: chosenId,
  policy: staff,
  answer: 'update',
  async run(context, { campaignId, ...shownOnes }, values) {
    const choice = { id: campaignId, ...shownOnes, chosen: values.map(chosenRow) };
    return choiceCard(await choosePromos(context.db, changeBy(context), choice), context.locale, choiceSize);
  },
});

export const plan = button({
  id: planId,
  policy: staff,
  answer: 'update',
  async run(context, { campaignId, revision }) {
    await planCampaign(context.db, changeBy(context), { id: campaignId, revision });
    return cardOf(context, campaignId);
  },
});

export const close = button({
  id: closeId,
  policy: staff,
  answer: 'update',
  async run(context, { campaignId, revision }) {
    await closeCampaign(context.db, changeBy(context), { id: campaignId, revision });
    return cardOf(context, campaignId);
  },
});

export const cancel = button({
  id: cancelId,
  policy: staff,
  answer: 'update',
  async run(context, { campaignId }) {
    const found = await known(context, campaignId);
    const { learners, mentors } = await readTurnout(context.db, found);
    return cancelCard(found, learners + mentors, context.locale);
  },
});

export const cancelSure = button({
  id: cancelSureId,
  policy: staff,
  answer: 'update',
  async run(context, { campaignId, revision }) {
    await cancelCampaign(context.db, changeBy(context), { id: campaignId, revision });
    return cardOf(context, campaignId);
  },
});
