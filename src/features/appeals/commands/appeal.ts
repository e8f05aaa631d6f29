import { button } from '../../../discord/command.ts';
import { form, longText, radio } from '../../../discord/form.ts';
import { anyone } from '../../../discord/policy.ts';
import { appealId as openId } from '../../../kernel/moderation.ts';
import { day } from '../../../kernel/time.ts';
import { text, wishes } from '../messages/appeal.ts';
import { nothingToWithdraw } from '../messages/refusal.ts';
import { longest, shortest } from '../rules/limit.ts';
import { findOwn, getOwn, sendAppeal, withdrawAppeal } from '../service/appeal.ts';
import { ownScreen, withdrawnScreen, withdrawScreen } from '../views/appeal.ts';
import { formId, withdrawId, withdrawSureId } from '../wire.ts';

export const appealForm = form({
  id: formId,
  policy: anyone,
  answer: 'update',
  title: text.formTitle,
  fields: {
    text: longText({ label: text.textLabel, description: text.textHelp, min: shortest, max: longest }),
    wish: radio({ label: text.wishLabel, choices: wishes, required: false }),
  },
  async run({ db, actor, clock, locale }, { caseId }, typed) {
    const { guildId, userId } = actor;
    const now = clock.now();
    const words = { text: typed.text, wish: typed.wish ?? 'lift', locale } as const;
    const { id, dueAt } = await sendAppeal(db, { guildId, caseId, userId, now }, words);
    const own = await findOwn(db, { guildId, appealId: id });
    if (!own) throw nothingToWithdraw();
    const days = dueAt ? Math.round((dueAt.getTime() - now.getTime()) / day) : 0;
    return ownScreen(own, now, locale, text.sent(days)[locale]);
  },
});

/** The form, or where the appeal that was made stands. */
export const openAppeal = button({
  id: openId,
  policy: anyone,
  answer: 'step',
  async run({ db, actor, clock, locale }, { caseId }) {
    const { guildId, userId } = actor;
    const now = clock.now();
    const own = await getOwn(db, { guildId, caseId, userId }, now);
    return own ? ownScreen(own, now, locale) : appealForm.open(locale, { guildId, caseId }, { wish: 'lift' });
  },
});

export const withdraw = button({
  id: withdrawId,
  policy: anyone,
  answer: 'update',
  async run({ db, actor, locale }, { appealId }) {
    const own = await findOwn(db, { guildId: actor.guildId, appealId });
    if (own?.appeal.userId !== actor.userId || own.appeal.state !== 'open') throw nothingToWithdraw();
    return withdrawScreen(own.appeal, locale);
  },
});
export const withdrawSure = button({
  id: withdrawSureId,
  policy: anyone,
  answer: 'update',
  async run({ db, actor, locale }, { appealId }) {
    await withdrawAppeal(db, { guildId: actor.guildId, appealId, userId: actor.userId });
    return withdrawnScreen(actor.guildId, locale);
  },
});
