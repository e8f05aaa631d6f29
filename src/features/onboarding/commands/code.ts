import { button } from '../../../discord/command.ts';
import { form, shortText } from '../../../discord/form.ts';
import { anyone } from '../../../discord/policy.ts';
import { escapeMarkdown } from '../../../kernel/text.ts';
import { text } from '../messages/code.ts';
import { enterByCode } from '../service/code.ts';
import { standingScreen } from '../views/presentation.ts';
import { entryText } from '../views/promo.ts';
import { codeFormId, codeId } from '../wire.ts';

export const codeForm = form({
  id: codeFormId,
  policy: anyone,
  answer: 'update',
  title: text.formTitle,
  fields: { code: shortText({ label: text.code, description: text.codeHelp, max: 60, secret: true }) },
  async run({ db, actor, clock, locale, t }, _params, { code }) {
    const { guildId, userId, isPresent } = actor;
    const now = clock.now();
    const { standing, promo, isNew } = await enterByCode(db, { guildId, userId, isPresent, typed: code, locale, now });
    const name = escapeMarkdown(standing.identity?.firstName ?? '');
    const entry = entryText({ promo, joinResult: 'joined' });
    const said = [isNew ? text.entered(name) : text.joined, ...(entry ? [entry] : [])];
    return { ...standingScreen(standing, guildId, locale), content: said.map(t).join(' ') };
  },
});

export const askCode = button({
  id: codeId,
  policy: anyone,
  answer: 'modal',
  run: async ({ locale }, { guildId }) => codeForm.open(locale, { guildId }),
});
