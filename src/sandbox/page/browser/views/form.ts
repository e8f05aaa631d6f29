import {
  type APICheckboxComponent,
  type APICheckboxGroupComponent,
  type APIComponentInLabel,
  type APIFileUploadComponent,
  type APIModalInteractionResponseCallbackComponent,
  type APIRadioGroupComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import type { FieldValue, UploadedFile } from '../../wire.ts';
import { submitForm } from '../deeds.ts';
import { defaultValues } from '../entries.ts';
import { takeFiles } from '../files.ts';
import { markdown } from '../markdown/view.ts';
import { change, type OpenForm, state } from '../state.ts';
import { avatar } from './avatar.ts';
import { icon } from './icon.ts';
import { dialogLayer } from './layer.ts';
import { selectView } from './select.ts';

type Field = { component: APIComponentInLabel; label: string; description: string | null };

/** The fields of a form, without its texts: a label or, as older bots send them, a row around a text input. */
const fieldsOf = (components: APIModalInteractionResponseCallbackComponent[]): Field[] =>
  components.flatMap((component): Field[] => {
    if (component.type === ComponentType.Label) {
      return [{ component: component.component, label: component.label, description: component.description ?? null }];
    }
    if (component.type !== ComponentType.ActionRow) return [];
    return component.components.map((input) => ({ component: input, label: input.label ?? '', description: null }));
  });

function set(open: OpenForm, customId: string, value: FieldValue): void {
  change(() => {
    open.values[customId] = value;
    delete open.errors[customId];
  });
}

/** What the field holds: what the person gave, else what the bot put in. */
function heldBy(open: OpenForm, component: APIComponentInLabel): FieldValue {
  const given = open.values[component.custom_id];
  if (given !== undefined) return given;
  switch (component.type) {
    case ComponentType.TextInput:
      return component.value ?? '';
    case ComponentType.Checkbox:
      return component.default ?? false;
    case ComponentType.RadioGroup:
      return component.options.find((option) => option.default)?.value ?? '';
    case ComponentType.CheckboxGroup:
      return component.options.filter((option) => option.default).map((option) => option.value);
    case ComponentType.FileUpload:
      return [];
    default:
      return defaultValues(component);
  }
}

/** The checks that Discord's own client makes before it sends a form. */
function problemOf(component: APIComponentInLabel, value: FieldValue): string | null {
  const { words } = state;
  if (component.type === ComponentType.Checkbox) return null;
  const required = component.required !== false;
  if (typeof value === 'string') {
    if (value.trim() === '') return required ? words.fieldRequired : null;
    const min = component.type === ComponentType.TextInput ? (component.min_length ?? 0) : 0;
    return value.length < min ? words.tooShort(min) : null;
  }
  if (!Array.isArray(value) || component.type === ComponentType.TextInput || component.type === ComponentType.RadioGroup)
    return null;
  if (value.length === 0) return required && component.min_values !== 0 ? words.fieldRequired : null;
  const min = component.min_values ?? 1;
  const max = component.max_values ?? (component.type === ComponentType.CheckboxGroup ? component.options.length : 1);
  return value.length < min || value.length > max ? words.between(min, max) : null;
}

function send(event: Event, open: OpenForm): void {
  event.preventDefault();
  const fields = fieldsOf(open.form.data.components);
  const errors: Record<string, string> = {};
  for (const { component } of fields) {
    const value = heldBy(open, component);
    open.values[component.custom_id] = value;
    const problem = problemOf(component, value);
    if (problem) errors[component.custom_id] = problem;
  }
  change(() => {
    open.errors = errors;
  });
  const [first] = Object.keys(errors);
  if (first) document.getElementById(`field-${first}`)?.focus();
  else void submitForm();
}

function close(): void {
  change((s) => {
    s.form = null;
    s.list = null;
  });
}

export function formView(open: OpenForm): TemplateResult {
  const { words } = state;
  const { data } = open.form;
  return html`<dialog class="modal" aria-labelledby="form-title" ${dialogLayer} @cancel=${close} @close=${close}>
    <form novalidate @submit=${(event: Event) => send(event, open)}>
      <header>
        ${avatar(open.bot, 's')}
        <h2 id="form-title">${data.title}</h2>
        <button type="button" class="ghost" aria-label=${words.close} @click=${close}>${icon('cross')}</button>
      </header>
      <div class="modal-body">
        <p class="modal-warning">${icon('shield', 16)}<span>${words.formWarning(open.bot.name)}</span></p>
        ${data.components.map((component) =>
          component.type === ComponentType.TextDisplay
            ? html`<div class="v2-text">${markdown(component.content)}</div>`
            : fieldsOf([component]).map((field) => fieldView(open, field)),
        )}
        ${open.failed ? html`<p class="field-error" role="alert">${words.formFailed}</p>` : null}
      </div>
      <footer>
        <button type="button" class="button text" @click=${close}>${words.cancel}</button>
        <button type="submit" class="button primary" ?disabled=${open.sending} aria-busy=${open.sending ? 'true' : 'false'}>${words.submit}</button>
      </footer>
    </form>
  </dialog>`;
}

function fieldView(open: OpenForm, { component, label, description }: Field): TemplateResult {
  const id = `field-${component.custom_id}`;
  const error = open.errors[component.custom_id];
  const required = component.type !== ComponentType.Checkbox && component.required !== false;
  const isSet = component.type === ComponentType.RadioGroup || component.type === ComponentType.CheckboxGroup;
  return html`<div class="field ${error ? 'invalid' : ''}" role=${isSet ? 'group' : 'presentation'} aria-labelledby=${isSet ? `${id}-label` : ''}>
    <label class="field-label" id="${id}-label" for=${isSet ? '' : id}>${label}${required ? html`<span class="star" aria-hidden="true"> *</span>` : null}</label>
    <div id="${id}-help">
      ${description ? html`<p class="field-description">${description}</p>` : null}
      ${error ? html`<p class="field-error" role="alert">${error}</p>` : null}
    </div>
    ${control(open, component, id, label)}
  </div>`;
}

function control(open: OpenForm, component: APIComponentInLabel, id: string, label: string): TemplateResult {
  const value = heldBy(open, component);
  const name = component.custom_id;
  switch (component.type) {
    case ComponentType.TextInput:
      return textInput(open, component, id, String(value));
    case ComponentType.RadioGroup:
      return options(open, component, id, (chosen) => set(open, name, chosen[0] ?? ''), [String(value)]);
    case ComponentType.CheckboxGroup:
      return options(open, component, id, (chosen) => set(open, name, chosen), value as string[]);
    case ComponentType.Checkbox:
      return checkbox(open, component, id, label, value === true);
    case ComponentType.FileUpload:
      return upload(open, component, id, value as UploadedFile[]);
    default:
      return selectView({
        key: `form:${name}`,
        id,
        component,
        values: value as string[],
        label,
        disabled: component.disabled === true,
        onChoose: (values) => set(open, name, values),
      });
  }
}

function textInput(open: OpenForm, component: APITextInputComponent, id: string, value: string): TemplateResult {
  const max = component.max_length ?? 4000;
  const onInput = (event: Event) => set(open, component.custom_id, (event.target as HTMLInputElement).value);
  const placeholder = component.placeholder ?? '';
  const required = component.required === false ? 'false' : 'true';
  if (component.style === TextInputStyle.Short) {
    return html`<input class="text-input" type="text" id=${id} aria-describedby="${id}-help" name=${component.custom_id} maxlength=${max} placeholder=${placeholder}
      aria-required=${required} autocomplete="off" .value=${value} @input=${onInput} />`;
  }
  return html`<div class="paragraph">
    <textarea class="text-input" id=${id} aria-describedby="${id}-help" name=${component.custom_id} maxlength=${max} placeholder=${placeholder} rows="4"
      aria-required=${required} .value=${value} @input=${onInput}></textarea>
    <span class="remaining" aria-hidden="true">${max - value.length}</span>
  </div>`;
}

function options(
  open: OpenForm,
  component: APIRadioGroupComponent | APICheckboxGroupComponent,
  id: string,
  onChoose: (values: string[]) => void,
  chosen: string[],
): TemplateResult {
  const single = component.type === ComponentType.RadioGroup;
  const flip = (value: string) => (chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return html`<div class="options">
    ${component.options.map(
      (option, index) => html`<label class="choice">
        <input id=${index === 0 ? id : `${id}-${index}`} type=${single ? 'radio' : 'checkbox'} name="${open.form.id}:${component.custom_id}"
          value=${option.value} .checked=${chosen.includes(option.value)} @change=${() => onChoose(single ? [option.value] : flip(option.value))} />
        <span><span class="choice-label">${option.label}</span>
          ${option.description ? html`<span class="choice-description">${option.description}</span>` : null}</span>
      </label>`,
    )}
  </div>`;
}

const checkbox = (open: OpenForm, component: APICheckboxComponent, id: string, label: string, checked: boolean): TemplateResult =>
  html`<div class="options"><label class="choice">
    <input id=${id} type="checkbox" name=${component.custom_id} .checked=${checked}
      @change=${(event: Event) => set(open, component.custom_id, (event.target as HTMLInputElement).checked)} />
    <span class="choice-label">${label}</span>
  </label></div>`;

function upload(open: OpenForm, component: APIFileUploadComponent, id: string, files: UploadedFile[]): TemplateResult {
  const { words } = state;
  const max = component.max_values ?? 1;
  const add = async (event: Event) => {
    const picked = await takeFiles(event.target as HTMLInputElement);
    set(open, component.custom_id, [...files, ...picked].slice(-max));
  };
  return html`<div class="upload">
    <input class="upload-input" id=${id} type="file" name=${component.custom_id} ?multiple=${max > 1} @change=${add} />
    <span class="upload-face" aria-hidden="true">${icon('file', 22)} ${words.dropFiles}, <u>${words.browse}</u></span>
    ${files.map(
      (file) => html`<span class="chip">${file.name}
        <button type="button" class="ghost" aria-label=${words.removeFile(file.name)}
          @click=${() =>
            set(
              open,
              component.custom_id,
              files.filter((other) => other !== file),
            )}>${icon('cross', 14)}</button></span>`,
    )}
  </div>`;
}
