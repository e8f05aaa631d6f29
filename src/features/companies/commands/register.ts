import { button, command } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText, shortText } from '../../../discord/form.ts';
import { anyone, registrant } from '../../../discord/policy.ts';
import { alreadyIn, factNames, noCompany, suspendedNow, text } from '../messages/company.ts';
import { aboutLimit, emailLimit, type FactKey, nameLimit, siretTypedLimit, spacedSiret, websiteLimit } from '../rules/facts.ts';
import { describePublic } from '../service/card.ts';
import { type Company, companyOf, factsOf, getOwn, recruitersOf } from '../service/company.ts';
import { editCompany, registerCompany, type Saved } from '../service/registration.ts';
import { ownScreen, savedNotice } from '../views/own.ts';
import { doorButtons } from '../views/panel.ts';
import { editFormId, editId, ownId, registerId, startId } from '../wire.ts';

/** Nobody needs to send twice within this time, and each one makes staff read again. */
const pauseSeconds = 3;

export const who = ({ actor, locale, clock }: Context) => ({
  guildId: actor.guildId,
  userId: actor.userId,
  locale,
  now: clock.now(),
});

export async function screenOf({ db, locale, clock, features, actor }: Context, company: Company, notice?: string) {
  const now = clock.now();
  const [described, recruiters] = await Promise.all([
    describePublic(db, company, now),
    recruitersOf(db, { guildId: company.guildId, companyId: company.id }),
  ]);
  // In a direct message those doors would not know which server they are of.
  const open = new Set(actor.isPresent ? features.flatMap(({ components }) => components.map(({ id }) => id.prefix)) : []);
  const doors = doorButtons(open, locale);
  return ownScreen({ ...described, recruiters }, locale, { now, doors, ...(notice !== undefined && { notice }) });
}

const spec = (key: FactKey, max: number) => ({ label: factNames[key], description: text.help[key], max });
const fields = {
  name: shortText(spec('name', nameLimit)),
  siret: shortText(spec('siret', siretTypedLimit)),
  website: shortText(spec('website', websiteLimit)),
  email: shortText(spec('email', emailLimit)),
  about: longText(spec('about', aboutLimit)),
};

const saved = (context: Context, result: Saved, { isNew = false } = {}) =>
  screenOf(context, result.company, savedNotice(result, context.locale, { isNew }));

export const registerForm = form({
  id: registerId,
  policy: registrant,
  answer: 'ephemeral',
  cooldownSeconds: pauseSeconds,
  title: text.formTitle,
  fields,
  run: async (context, _params, typed) =>
    saved(context, await registerCompany(context.db, { ...who(context), ...typed }), { isNew: true }),
});

export const editForm = form({
  id: editFormId,
  policy: anyone,
  answer: 'ephemeral',
  cooldownSeconds: pauseSeconds,
  title: text.editTitle,
  fields,
  run: async (context, { companyId }, typed) =>
    saved(context, await editCompany(context.db, { ...who(context), companyId, ...typed })),
});

/** Filled with what is known, or was proposed last. */
function openEdit({ locale }: Context, company: Company) {
  if (company.state === 'suspended') throw suspendedNow();
  const facts = factsOf(company, { proposed: true });
  const filled = { ...facts, siret: spacedSiret(facts.siret) };
  return editForm.open(locale, { guildId: company.guildId, companyId: company.id }, filled);
}

/** Whose company was refused corrects it; who has one changes that. */
async function openRegistration(context: Context) {
  const own = await companyOf(context.db, context.actor);
  if (own?.state === 'refused') return openEdit(context, own);
  if (own) throw alreadyIn(own.name);
  return registerForm.open(context.locale, {});
}

export const register = command({
  name: { en: 'company register', fr: 'entreprise inscrire' },
  description: text.registerHelp,
  policy: registrant,
  answer: 'modal',
  options: {},
  run: openRegistration,
});

export const start = button({ id: startId, policy: registrant, answer: 'modal', run: openRegistration });

export const editCommand = command({
  name: { en: 'company edit', fr: 'entreprise modifier' },
  description: text.edit,
  policy: registrant,
  answer: 'modal',
  options: {},
  async run(context) {
    const own = await companyOf(context.db, context.actor);
    if (!own) throw noCompany();
    return openEdit(context, own);
  },
});

export const edit = button({
  id: editId,
  policy: anyone,
  answer: 'modal',
  run: async (context, { companyId }) => openEdit(context, await getOwn(context.db, { ...who(context), companyId })),
});

export const own = button({
  id: ownId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context) {
    const company = await companyOf(context.db, context.actor);
    if (!company) throw noCompany();
    return screenOf(context, company);
  },
});
