import { button, command } from '../../../discord/command.ts';
import { changeBy } from '../../../discord/context.ts';
import { boolean, channel, choice, integer, optional, string, user } from '../../../discord/options.ts';
import { admin, holds, moderator } from '../../../discord/policy.ts';
import { day } from '../../../kernel/time.ts';
import { emptyWords, needsFilter, nothing, noWords, oneOrAll, text, tooWide } from '../messages.ts';
import { mostMessages, plain, spans, usualNumber } from '../rules.ts';
import { cancelCleaning, confirmCleaning, readProgress, readRemoved, savePreview } from '../service.ts';
import { previewScreen, progressScreen, removedFile } from '../views.ts';
import { cancelId, confirmId, readId, stateId } from '../wire.ts';
import { scanAll, scanOne } from './scan.ts';

/** How far back every channel is read, when nobody says. */
const lately = day;

export const clean = command({
  name: { en: 'clean', fr: 'nettoyer' },
  description: text.command,
  policy: moderator,
  answer: 'ephemeral',
  cooldownSeconds: 5,
  options: {
    person: optional(user({ fr: 'personne', description: text.person })),
    words: optional(string({ fr: 'mots', description: text.words, min: 2, max: 100 })),
    number: optional(integer({ fr: 'nombre', description: text.number, min: 1, max: mostMessages })),
    time: optional(choice({ fr: 'durée', description: text.time, choices: text.spans })),
    channel: optional(channel({ fr: 'salon', description: text.channel })),
    everywhere: optional(boolean({ fr: 'partout', description: text.everywhere })),
  },
  async run(context, { person, words = '', number, time, channel: chosen, everywhere = false }) {
    const { db, clock, reads, locale } = context;
    if (person === undefined && words === '' && number === undefined && time === undefined) throw needsFilter();
    if (words !== '' && !reads.messageContent) throw noWords();
    if (words !== '' && plain(words).length < 2) throw emptyWords();
    if (everywhere && chosen !== undefined) throw oneOrAll();
    if (everywhere && person === undefined && words === '') throw tooWide();
    const now = clock.now();
    const since = time === undefined ? null : new Date(now.getTime() - spans[time]);
    const filter = { userId: person ?? null, words, since };
    const most = number ?? (time === undefined ? usualNumber : mostMessages);
    const channelId = everywhere ? null : (chosen ?? context.channelId);
    const scan =
      channelId === null
        ? await scanAll(context, { ...filter, since: since ?? new Date(now.getTime() - lately) }, most)
        : await scanOne(context, channelId, filter, most);
    if (scan.found.length === 0) throw nothing(scan.pinned + scan.ours, { byWords: words !== '', byTime: time !== undefined });
    const cleaning = await savePreview(db, changeBy(context), { filter, channelId, found: scan.found });
    return previewScreen({ ...scan, cleaning, now }, locale);
  },
});

export const confirm = button({
  id: confirmId,
  policy: moderator,
  answer: 'update',
  async run(context, params) {
    await confirmCleaning(context.db, changeBy(context), params);
    const { cleaning, done } = await readProgress(context.db, changeBy(context), params);
    return progressScreen(cleaning, done, context.locale);
  },
});

export const cancel = button({
  id: cancelId,
  policy: moderator,
  answer: 'update',
  run: async (context, params) => progressScreen(await cancelCleaning(context.db, changeBy(context), params), 0, context.locale),
});

export const state = button({
  id: stateId,
  policy: moderator,
  answer: 'update',
  async run(context, params) {
    const { cleaning, done } = await readProgress(context.db, changeBy(context), params);
    return progressScreen(cleaning, done, context.locale);
  },
});

export const read = button({
  id: readId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, params) {
    const isAdmin = holds(admin, await context.keys());
    const removed = await readRemoved(context.db, { ...changeBy(context), isAdmin }, params);
    return removedFile(removed, (await context.settings()).timeZone, context.locale);
  },
});
