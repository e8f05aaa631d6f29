import { type APIMessageTopLevelComponent, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, paragraph, row, rows, selectOf, separator, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { actions, conditions, events, triggers } from '../messages/kind.ts';
import { saidFaults } from '../messages/refusal.ts';
import { text } from '../messages/rule.ts';
import { saidAction, saidCondition, saidRule, saidTrigger } from '../messages/said.ts';
import type { Kinds } from '../rules/field.ts';
import { shownSamples } from '../rules/limit.ts';
import {
  actions as actionShapes,
  bounds,
  conditions as conditionShapes,
  type Draft,
  events as eventKeys,
  type TriggerKind,
  triggers as triggerShapes,
} from '../rules/rule.ts';
import type { Written } from '../service/draft.ts';
import type { Trial } from '../service/sample.ts';
import {
  abandonId,
  addId,
  amendId,
  beginId,
  counterId,
  exemptId,
  nameId,
  newId,
  onId,
  type Part,
  partId,
  pickId,
  removeId,
  resumeId,
  saveId,
  templateId,
  tryId,
  tryTextId,
  turnId,
} from '../wire.ts';

const kindsOf = { triggers, conditions, actions } as const;

/** What is told by the words of a message; all others are in the second menu, since one holds 25. */
const ofText: readonly TriggerKind[] = [
  'words',
  'expression',
  'phishing',
  'spam',
  'job_spam',
  'secret',
  'duplicates',
  'burst',
  'everyone',
  'mentions',
  'capitals',
  'zalgo',
  'emoji',
  'lines',
  'repetition',
  'hidden',
  'spoilers',
];

/** The kinds of a part, as its menus offer them. */
export function menusOf(part: Part): (readonly [string, { name: Text; help: Text }])[][] {
  const all = Object.entries(kindsOf[part]);
  if (part !== 'triggers') return [all];
  const isText = ([kind]: readonly [string, unknown]) => (ofText as readonly string[]).includes(kind);
  return [all.filter(isText), all.filter((one) => !isText(one))];
}

const optionsOf = (kinds: readonly (readonly [string, { name: Text; help: Text }])[], locale: Locale) =>
  kinds.map(([value, { name, help }]) => ({ value, label: cut(name[locale], 100), description: cut(help[locale], 100) }));

export type Template = { key: string; name: Text; help?: Text };

/** Where a rule begins: a model, or what it shall recognise. */
export function newScreen(templates: readonly Template[], draft: Written | null, locale: Locale): Message {
  const begin = (menu: readonly (readonly [string, { name: Text; help: Text }])[], placeholder: Text, half: number) =>
    selectOf(beginId.encode({ half }), placeholder[locale], optionsOf(menu, locale));
  const [first = [], second = []] = menusOf('triggers');
  return sheet(
    [paragraph(`## ${text.newTitle[locale]}\n${text.newIntro[locale]}`)],
    ...(templates.length > 0
      ? [
          selectOf(
            templateId.encode({}),
            text.template[locale],
            templates.slice(0, 25).map(({ key, name }) => ({ value: key, label: cut(name[locale], 100) })),
          ),
        ]
      : []),
    begin(first, text.recogniseText, 0),
    begin(second, text.recogniseElse, 1),
    ...(draft ? [row(buttonOf(text.resume[locale], resumeId.encode({ draftId: draft.id })))] : []),
  );
}

const nameOf = ({ name }: Draft, locale: Locale): string => (name === '' ? text.unnamed[locale] : escapeMarkdown(name));

/** The rule that is being written: what it says, what is missing, and the way to each part. */
export function draftScreen({ id: draftId, ruleId, draft, faults }: Written, locale: Locale, done = ''): Message {
  const part = (one: Part) => buttonOf(`${text[one][locale]} (${draft[one].length})`, partId.encode({ draftId, part: one }));
  const isReady = faults.length === 0;
  return sheet(
    [
      paragraph(`## ${text.draftTitle(nameOf(draft, locale))[locale]}`),
      ...(done === '' ? [] : [paragraph(done)]),
      paragraph(cut(saidRule(draft, locale), 2_200)),
      separator,
      paragraph(
        isReady
          ? (ruleId === null ? text.ready : text.readyAgain)[locale]
          : cut(`${text.faults[locale]}\n${saidFaults(faults, draft)[locale]}`, 1_200),
      ),
    ],
    selectOf(
      onId.encode({ draftId }),
      text.on[locale],
      eventKeys.map((value) => ({ value, label: events[value][locale], default: draft.on.includes(value) })),
      { min: 1, max: eventKeys.length },
    ),
    row(part('triggers'), part('conditions'), part('actions')),
    row(
      buttonOf(text.nameButton[locale], nameId.encode({ draftId })),
      buttonOf(text.exempt[locale], exemptId.encode({ draftId })),
      buttonOf(text.counter[locale], counterId.encode({ draftId })),
    ),
    row(
      buttonOf(text.tryButton[locale], tryId.encode({ draftId }), ButtonStyle.Primary, { disabled: draft.triggers.length === 0 }),
      buttonOf(text.save[locale], saveId.encode({ draftId }), ButtonStyle.Success, { disabled: !isReady }),
      buttonOf(text.abandon[locale], abandonId.encode({ draftId }), ButtonStyle.Danger),
    ),
  );
}

const saidPiece = (draft: Draft, part: Part, locale: Locale): string[] => {
  if (part === 'triggers') return draft.triggers.map((one) => saidTrigger(one, locale));
  if (part === 'conditions') return draft.conditions.map((one) => saidCondition(one, locale));
  return draft.actions.map((one) => saidAction(one, locale));
};

/** One part of it: what is there, and what may be added. */
export function partScreen({ id: draftId, draft }: Written, part: Part, locale: Locale, picked: number | null = null): Message {
  const said = saidPiece(draft, part, locale);
  const pieces: readonly { kind: string }[] = draft[part];
  const isFull = pieces.length >= bounds[part].most;
  const nameOfKind = (kind: string) => (kindsOf[part] as Record<string, { name: Text }>)[kind]?.name[locale] ?? kind;
  const menus: APIMessageTopLevelComponent[] = isFull
    ? []
    : menusOf(part).map((kinds, half) =>
        selectOf(
          addId.encode({ draftId, part, half }),
          part === 'triggers' ? (half === 0 ? text.recogniseText : text.recogniseElse)[locale] : text.add[locale],
          optionsOf(kinds, locale),
        ),
      );
  const chosen = picked === null ? undefined : pieces[picked];
  return sheet(
    [
      paragraph(`## ${text[part][locale]}`),
      paragraph(cut(said.length === 0 ? text.empty[locale] : said.map((one, index) => `${index + 1}. ${one}`).join('\n'), 3_000)),
    ],
    ...(pieces.length > 0
      ? [
          selectOf(
            pickId.encode({ draftId, part }),
            text.pick[locale],
            pieces.map(({ kind }, index) => ({
              value: String(index),
              label: cut(`${index + 1}. ${nameOfKind(kind)}`, 100),
              default: index === picked,
            })),
          ),
        ]
      : []),
    ...(picked !== null && chosen
      ? [
          row(
            buttonOf(
              text.change[locale],
              amendId.encode({ draftId, part, kind: chosen.kind, place: picked }),
              ButtonStyle.Primary,
              {
                disabled: !hasForm(part, chosen.kind),
              },
            ),
            ...(part === 'conditions' ? [buttonOf(text.turn[locale], turnId.encode({ draftId, place: picked }))] : []),
            buttonOf(
              text.remove[locale],
              removeId.encode({ draftId, part, place: picked, revision: pieces.length }),
              ButtonStyle.Danger,
            ),
          ),
        ]
      : []),
    ...menus,
    row(buttonOf(text.back[locale], resumeId.encode({ draftId }))),
  );
}

const shapes: Record<Part, Kinds> = { triggers: triggerShapes, conditions: conditionShapes, actions: actionShapes };
/** Whether there is anything to fill in. */
const hasForm = (part: Part, kind: string): boolean => Object.keys(shapes[part][kind]?.fields ?? {}).length > 0;

/** What the rule would have found among past or typed messages. */
export function trialScreen(draftId: number, { tried, hits }: Trial, locale: Locale): Message {
  const lines = hits.slice(0, shownSamples).map(({ sample, found }) => {
    const spans = found.flatMap((one) => one.spans);
    const [span] = spans;
    const from = span ? Math.max(0, span.start - 60) : 0;
    const shown = `${from > 0 ? '…' : ''}${sample.content.slice(from, from + 220)}`;
    const kinds = [...new Set(found.map(({ kind }) => triggers[kind].name[locale].toLowerCase()))].join(', ');
    return `> ${cut(escapeMarkdown(shown).replace(/\s+/g, ' '), 260)}\n-# ${kinds}`;
  });
  return sheet(
    [
      paragraph(`## ${text.tryTitle[locale]}\n${text.tried(tried, hits.length)[locale]}`),
      ...(lines.length > 0 ? [paragraph(cut(lines.join('\n'), 2_800))] : []),
      ...(hits.length > shownSamples ? [paragraph(text.tryOthers(hits.length - shownSamples)[locale])] : []),
      paragraph(`-# ${text.tryNote[locale]}`),
    ],
    ...rows([
      buttonOf(text.tryText[locale], tryTextId.encode({ draftId }), ButtonStyle.Primary),
      buttonOf(text.back[locale], resumeId.encode({ draftId })),
    ]),
  );
}

export const abandonedScreen = (locale: Locale): Message =>
  sheet([paragraph(text.abandoned[locale])], row(buttonOf(text.newRule[locale], newId.encode({}))));
