import { button, chosenRow, select } from '../../../discord/command.ts';
import { form, longText, shortText } from '../../../discord/form.ts';
import { anyone } from '../../../discord/policy.ts';
import { text } from '../messages/change.ts';
import { text as pairText } from '../messages/pair.ts';
import { goalLimit, noteLimit } from '../rules/limit.ts';
import { addGoal, changeGoal, dropGoal, getGoal, listGoals } from '../service/goal.ts';
import { readNote, saveNote } from '../service/note.ts';
import { getLivePair } from '../service/pair.ts';
import { goalScreen, goalsScreen, noteScreen, steps } from '../views/change.ts';
import {
  goalAddFormId,
  goalAddId,
  goalDropId,
  goalEditFormId,
  goalEditId,
  goalPickId,
  goalProgressId,
  goalsId,
  noteEditId,
  noteFormId,
  notesId,
} from '../wire.ts';
import { keyOf, whoIs } from './part.ts';

// A pair outlasts the roles of its people: whose it is, is for the service to say.

export const goals = button({
  id: goalsId,
  policy: anyone,
  answer: 'ephemeral',
  run: async (context, { pairId }) =>
    goalsScreen(keyOf(context, pairId), await listGoals(context.db, whoIs(context), pairId), context.locale),
});

const goalField = { text: shortText({ label: text.goalText, description: text.goalHelp, min: 3, max: goalLimit }) };

export const goalAddForm = form({
  id: goalAddFormId,
  policy: anyone,
  answer: 'update',
  title: text.goalAdd,
  fields: goalField,
  run: async (context, { pairId }, typed) =>
    goalsScreen(keyOf(context, pairId), await addGoal(context.db, whoIs(context), { pairId, text: typed.text }), context.locale),
});

export const goalAdd = button({
  id: goalAddId,
  policy: anyone,
  answer: 'modal',
  async run(context, { pairId }) {
    await getLivePair(context.db, context.actor, pairId);
    return goalAddForm.open(context.locale, keyOf(context, pairId));
  },
});

export const goalPick = select({
  id: goalPickId,
  policy: anyone,
  answer: 'update',
  async run(context, { pairId }, [value]) {
    const goal = await getGoal(context.db, whoIs(context), { pairId, goalId: chosenRow(value) });
    return goalScreen(keyOf(context, pairId), goal, context.locale);
  },
});

export const goalProgress = select({
  id: goalProgressId,
  policy: anyone,
  answer: 'update',
  async run(context, { pairId, goalId }, [value]) {
    const progress = steps.find((step) => String(step) === value) ?? 0;
    const all = await changeGoal(context.db, whoIs(context), { pairId, goalId, progress });
    return goalsScreen(keyOf(context, pairId), all, context.locale);
  },
});

export const goalEditForm = form({
  id: goalEditFormId,
  policy: anyone,
  answer: 'update',
  title: text.goalEdit,
  fields: goalField,
  async run(context, { pairId, goalId }, typed) {
    const all = await changeGoal(context.db, whoIs(context), { pairId, goalId, text: typed.text });
    return goalsScreen(keyOf(context, pairId), all, context.locale);
  },
});

export const goalEdit = button({
  id: goalEditId,
  policy: anyone,
  answer: 'modal',
  async run(context, { pairId, goalId }) {
    const goal = await getGoal(context.db, whoIs(context), { pairId, goalId });
    return goalEditForm.open(context.locale, { ...keyOf(context, pairId), goalId }, { text: goal.text });
  },
});

export const goalDrop = button({
  id: goalDropId,
  policy: anyone,
  answer: 'update',
  run: async (context, { pairId, goalId }) =>
    goalsScreen(keyOf(context, pairId), await dropGoal(context.db, whoIs(context), { pairId, goalId }), context.locale),
});

export const notes = button({
  id: notesId,
  policy: anyone,
  answer: 'ephemeral',
  run: async (context, { pairId }) =>
    noteScreen(keyOf(context, pairId), await readNote(context.db, whoIs(context), pairId), context.locale),
});

export const noteForm = form({
  id: noteFormId,
  policy: anyone,
  answer: 'update',
  title: pairText.notes,
  fields: { text: longText({ label: text.noteText, description: text.noteHelp, max: noteLimit, required: false }) },
  async run(context, { pairId }, typed) {
    await saveNote(context.db, whoIs(context), { pairId, text: typed.text });
    return noteScreen(keyOf(context, pairId), typed.text, context.locale);
  },
});

export const noteEdit = button({
  id: noteEditId,
  policy: anyone,
  answer: 'modal',
  run: async (context, { pairId }) =>
    noteForm.open(context.locale, keyOf(context, pairId), { text: await readNote(context.db, whoIs(context), pairId) }),
});
