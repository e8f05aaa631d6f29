import { button } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { checkbox, files, form, longText } from '../../../discord/form.ts';
import { holds, seeker, staff } from '../../../discord/policy.ts';
import { applyId } from '../../../kernel/hiring.ts';
import { text } from '../messages/application.ts';
import { applyText, badFile, noConsent } from '../messages/apply.ts';
import { claimFault, fileName, isPdf, largestFile } from '../rules/file.ts';
import { apply, beginApplication } from '../service/apply.ts';
import type { By } from '../service/offer.ts';
import { applyFormId } from '../wire.ts';

export const actorBy = async (context: Context): Promise<By> => ({
  ...changeBy(context),
  isStaff: holds(staff, await context.keys()),
});

type Attached = Parameters<Context['download']>[0] & { filename: string; content_type?: string | undefined };

/** The CV, once its name, its kind and its first bytes say that it is a PDF. */
async function readCv({ download }: Context, [attached]: readonly Attached[]) {
  if (!attached) return null;
  const claimed = claimFault({ filename: attached.filename, type: attached.content_type });
  if (claimed) throw badFile(claimed);
  const bytes = await download(attached, largestFile);
  if (!isPdf(bytes)) throw badFile('content');
  return { name: fileName(attached.filename), bytes };
}

export const applyForm = form({
  id: applyFormId,
  policy: seeker,
  answer: 'ephemeral',
  title: applyText.title,
  fields: {
    message: longText({ label: applyText.message, description: applyText.messageHelp, max: 2_000 }),
    cv: files({ label: applyText.cv, description: applyText.cvHelp, required: false, maxBytes: largestFile }),
    consent: checkbox({ label: applyText.consent, description: applyText.consentHelp }),
  },
  async run(context, { offerId }, { message, cv, consent }) {
    const { db, locale, t } = context;
    const by = await actorBy(context);
    // What cannot be sent is refused before a file is fetched.
    await beginApplication(db, by, offerId);
    if (!consent) throw noConsent();
    const file = await readCv(context, cv);
    const offer = await apply(db, by, { offerId, locale, message, file });
    return { content: t(applyText.sent(offer.title, offer.company ?? t(text.company))) };
  },
});

export const openApply = button({
  id: applyId,
  policy: seeker,
  answer: 'modal',
  async run(context, { offerId }) {
    await beginApplication(context.db, await actorBy(context), offerId);
    return applyForm.open(context.locale, { offerId });
  },
});
