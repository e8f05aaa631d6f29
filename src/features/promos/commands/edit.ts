import { button, chosenRow, command, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { changeBy } from '../../../discord/context.ts';
import { form, people, shortText } from '../../../discord/form.ts';
import { optional, string, user } from '../../../discord/options.ts';
import { staff } from '../../../discord/policy.ts';
import { escapeMarkdown } from '../../../kernel/text.ts';
import { nameLimit } from '../../catalogue/service/entry.ts';
import { getMember } from '../../members/service.ts';
import { commandTexts, optionTexts } from '../messages/command.ts';
import { managerNotStaff } from '../messages/create.ts';
import { text } from '../messages/edit.ts';
import { isOfStaff, type Server } from '../rules/server.ts';
import { type Edit, editPromo, mostShown } from '../service/edit.ts';
import { getPromo, type Promo, trainersOf } from '../service/promo.ts';
import { readOrphans } from '../service/trust.ts';
import { readServer } from '../tasks/server.ts';
import { orphansMessage } from '../views/edit.ts';
import { note } from '../views/part.ts';
import { editedId, editId, orphanId, orphansId } from '../wire.ts';
import { promoOf, promoOption } from './option.ts';

/** Who manages a promo sees all of it: only staff may. Throws `promos.manager_not_staff`, `members.unknown`. */
export async function requireStaff({ db, discord, actor, settings }: Context, server: Server, userId: string): Promise<void> {
  await getMember(db, { guildId: actor.guildId, userId });
  const [{ roles }, member] = await Promise.all([settings(), discord.guilds.getMember(actor.guildId, userId)]);
  if (!isOfStaff({ userId, roleIds: member.roles }, server, roles)) throw managerNotStaff(`<@${userId}>`);
}

async function perform(context: Context, { managerId, ...edit }: Edit) {
  const { db, discord, actor, locale, applicationId } = context;
  const { guildId } = actor;
  const before = await getPromo(db, { guildId, promoId: edit.promoId });
  const isNew = managerId !== undefined && managerId !== before.managerId;
  if (isNew) await requireStaff(context, await readServer(discord, guildId, applicationId), managerId);
  for (const userId of edit.trainerIds ?? []) await getMember(db, { guildId, userId });
  const { promo, edited } = await editPromo(db, changeBy(context), { ...edit, ...(isNew && { managerId }) });
  return note(text.changed(escapeMarkdown(promo.name), edited), locale);
}

export const edit = command({
  ...commandTexts.edit,
  policy: staff,
  answer: 'ephemeral',
  options: {
    promo: promoOption(optionTexts.promo, ['planned', 'active', 'ended']),
    name: optional(string({ ...optionTexts.newName, min: 1, max: nameLimit })),
    manager: optional(user(optionTexts.newManager)),
  },
  async run(context, { promo, name, manager }) {
    const { id: promoId } = await promoOf(context, promo);
    return perform(context, {
      promoId,
      ...(name !== undefined && { name }),
      ...(manager !== undefined && { managerId: manager }),
    });
  },
});

export const edited = form({
  id: editedId,
  policy: staff,
  answer: 'ephemeral',
  title: text.title,
  fields: {
    name: shortText({ label: text.name, description: text.nameHelp, max: nameLimit }),
    manager: people({ label: text.manager, description: text.managerHelp, max: 1 }),
    trainers: people({ label: text.trainers, max: mostShown, required: false }),
  },
  run: (context, { promoId }, { name, manager: [managerId], trainers }) =>
    perform(context, { promoId, name, trainerIds: trainers, ...(managerId !== undefined && { managerId }) }),
});

async function open({ db, locale }: Context, { id: promoId, name, managerId }: Promo) {
  const trainers = (await trainersOf(db, promoId)).slice(0, mostShown);
  return edited.open(locale, { promoId }, { name, manager: managerId === null ? [] : [managerId], trainers });
}

export const openEdit = button({
  id: editId,
  policy: staff,
  answer: 'modal',
  run: async (context, { promoId }) => open(context, await getPromo(context.db, { guildId: context.actor.guildId, promoId })),
});

export const openOrphan = select({
  id: orphanId,
  policy: staff,
  answer: 'modal',
  run: async (context, _params, [id]) =>
    open(context, await getPromo(context.db, { guildId: context.actor.guildId, promoId: chosenRow(id) })),
});

/** The promos that nobody manages at this moment. */
export const orphans = button({
  id: orphansId,
  policy: staff,
  answer: 'ephemeral',
  async run({ db, actor, locale }) {
    const found = await readOrphans(db, actor.guildId);
    return found.total === 0 ? note(text.noOrphans, locale) : orphansMessage(found, locale);
  },
});
