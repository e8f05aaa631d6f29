import { button, command } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText, note } from '../../../discord/form.ts';
import { optional, string } from '../../../discord/options.ts';
import { anyone, holds, reader, registrant, staff } from '../../../discord/policy.ts';
import { cut } from '../../../kernel/text.ts';
import { noCompany, notForYou, text, whichCompany } from '../messages/company.ts';
import { describeCompany, describePublic, readQueue } from '../service/card.ts';
import { companyOf, getOwn, resolveCompany, suggestCompanies } from '../service/company.ts';
import { leaveCompany } from '../service/place.ts';
import { answerStaff, askRenewal, requireAsked } from '../service/review.ts';
import { companyCard, queueScreen } from '../views/card.ts';
import { leaveScreen, publicCard } from '../views/own.ts';
import { done, nameOf, quoted } from '../views/part.ts';
import { answerFormId, answerId, leaveId, leaveSureId, renewId } from '../wire.ts';
import { screenOf, who } from './register.ts';

const isStaff = async ({ keys }: Context): Promise<boolean> => holds(staff, await keys());

export const show = command({
  name: { en: 'company show', fr: 'entreprise voir' },
  description: text.show,
  policy: anyone,
  answer: 'ephemeral',
  options: {
    company: optional(
      string({
        fr: 'entreprise',
        description: text.which,
        max: 100,
        async complete(context, typed) {
          const { db, actor, clock } = context;
          const seesAll = await isStaff(context);
          if (!seesAll && !holds(reader, await context.keys())) return [];
          const found = await suggestCompanies(db, { guildId: actor.guildId, typed, now: clock.now(), isStaff: seesAll });
          return found.map(({ id, name }) => ({ name: cut(name, 100), value: String(id) }));
        },
      }),
    ),
  },
  async run(context, { company: typed }) {
    const { db, actor, clock, locale } = context;
    const { guildId } = actor;
    const keys = await context.keys();
    const seesAll = holds(staff, keys);
    const ownOne = await companyOf(db, actor);
    if (typed === undefined) {
      if (ownOne) return screenOf(context, ownOne);
      if (seesAll) return queueScreen(await readQueue(db, { guildId, at: 0 }), locale);
      throw holds(registrant, keys) ? noCompany() : holds(reader, keys) ? whichCompany() : notForYou();
    }
    // One's own, in whatever state, before all that others may see.
    if (ownOne && [String(ownOne.id), ownOne.siret].includes(typed.replace(/\s/g, ''))) return screenOf(context, ownOne);
    if (!seesAll && !holds(reader, keys)) throw notForYou();
    const company = await resolveCompany(db, { guildId, typed, now: clock.now(), isStaff: seesAll });
    if (seesAll) return companyCard(await describeCompany(db, company), locale);
    return publicCard(await describePublic(db, company, clock.now()), locale);
  },
});

export const renew = button({
  id: renewId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context, { companyId }) {
    const company = await askRenewal(context.db, { ...who(context), companyId });
    return screenOf(context, company, context.t(text.renewalSent));
  },
});

const answerLimit = 1_000;

export const answerForm = form({
  id: answerFormId,
  policy: anyone,
  answer: 'ephemeral',
  title: text.answerTitle,
  fields: {
    question: note(text.theyAsk),
    answer: longText({ label: text.answerLabel, description: text.answerHelp, max: answerLimit }),
  },
  async run(context, { companyId }, { answer }) {
    const company = await answerStaff(context.db, { ...who(context), companyId, answer });
    return screenOf(context, company, context.t(text.answered));
  },
});

export const answer = button({
  id: answerId,
  policy: anyone,
  answer: 'modal',
  async run(context, { guildId, companyId }) {
    const company = requireAsked(await getOwn(context.db, { ...who(context), companyId }));
    const asked = company.question ?? company.reason ?? '';
    return answerForm.open(context.locale, { guildId, companyId }, { question: quoted(asked) });
  },
});

export const leave = button({
  id: leaveId,
  policy: anyone,
  answer: 'ephemeral',
  run: async (context, { companyId }) => leaveScreen(await getOwn(context.db, { ...who(context), companyId }), context.locale),
});

export const leaveSure = button({
  id: leaveSureId,
  policy: anyone,
  answer: 'update',
  async run(context, { companyId }) {
    const company = await leaveCompany(context.db, { ...who(context), companyId });
    return done(context.t(text.leftNow(`**${nameOf(company)}**`)));
  },
});
