import { button, command } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { seeker } from '../../../discord/policy.ts';
import { saveId } from '../../../kernel/hiring.ts';
import { text } from '../messages/saved.ts';
import * as service from '../service/saved.ts';
import { savedNote, savedPage } from '../views/saved.ts';
import { dropClosedId, dropId, savedId, savedPageId } from '../wire.ts';
import { personOf } from './search.ts';

async function pageOf(context: Context, page = 0) {
  const { db, clock, locale } = context;
  return savedPage(await service.readSaved(db, personOf(context), { page, now: clock.now() }), locale);
}

export const saved = command({
  name: { en: 'job saved', fr: 'offre gardées' },
  description: text.command,
  policy: seeker,
  answer: 'ephemeral',
  options: {},
  run: (context) => pageOf(context),
});

export const openSaved = button({ id: savedId, policy: seeker, answer: 'ephemeral', run: (context) => pageOf(context) });

export const turnSaved = button({
  id: savedPageId,
  policy: seeker,
  answer: 'update',
  run: (context, { page }) => pageOf(context, page),
});

/** Under every offer: keeps it, or no longer does. */
export const save = button({
  id: saveId,
  policy: seeker,
  answer: 'ephemeral',
  async run(context, { offerId }) {
    const { db, clock, locale } = context;
    const done = await service.toggleSaved(db, personOf(context), { offerId, now: clock.now() });
    return savedNote(offerId, done, locale);
  },
});

export const drop = button({
  id: dropId,
  policy: seeker,
  answer: 'update',
  async run(context, { offerId, page }) {
    await service.dropSaved(context.db, personOf(context), offerId);
    return pageOf(context, page);
  },
});

export const dropClosed = button({
  id: dropClosedId,
  policy: seeker,
  answer: 'update',
  async run(context) {
    await service.dropClosed(context.db, personOf(context), context.clock.now());
    return pageOf(context);
  },
});
