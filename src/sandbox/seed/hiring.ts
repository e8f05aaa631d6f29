import type { APIMessage } from 'discord-api-types/v10';
import { day } from '../../kernel/time.ts';
import type { FileInput, Persona } from '../persona/persona.ts';
import type { World } from '../world.ts';
import { awaited, has, once, present, reached, type Stage, shown, textOf, together, until, userCalled } from './act.ts';
import { type Employer, employers } from './employers.ts';
import { type Candidate, type Posting, postings, type Step } from './postings.ts';
import { alert, contacted, type Seeker, seekers } from './seekers.ts';

const manager = 'thomas.vasseur';
const desk = 'suivi-recrutement';
const forum = 'offres';

type Scene = { stage: Stage; acts: Set<string>; staff: Persona };

/**
 * Companies, offers in each state, applications and profiles, as those people make them; what has nothing to do with each other goes on at the same time.
 * What failed, if anything.
 */
export async function playHiring(stage: Stage, acts: Set<string>): Promise<string | null> {
  const user = userCalled(stage.world, manager);
  const staff = user && stage.persona(user.id);
  if (!staff?.member) return null;
  const scene: Scene = { stage, acts, staff };
  try {
    await until(stage.world, () => staff.commands().some(({ path }) => path === 'job stats'));
    await together([
      ...employers.map((employer) => playEmployer(scene, employer)),
      ...seekers.map((seeker) => showProfile(scene, seeker)),
      follow(scene),
    ]);
    await together(postings.map((posting) => playPosting(scene, posting)));
    await contact(scene);
    return null;
  } catch (error) {
    return `The offers: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The newest card about that in the channel of the staff, once it is there. */
const cardOf = ({ staff }: Scene, about: string): APIMessage | undefined =>
  staff.channels().some(({ name }) => name === desk)
    ? staff.messages(desk).findLast((message) => message.content === '' && textOf(message).includes(about))
    : undefined;

const idIn = (message: APIMessage, prefix: string): string => {
  const [, id = ''] = new RegExp(`"custom_id":"${prefix}(\\d+)`).exec(JSON.stringify(message.components)) ?? [];
  return id;
};

const nameOf = ({ stage }: Scene, username: string): string => userCalled(stage.world, username)?.global_name ?? '';

async function playEmployer(scene: Scene, employer: Employer): Promise<void> {
  const { stage, acts, staff } = scene;
  const { name, siret, website, email, about, by, colleague, answer } = employer;
  const recruiter = present(scene.stage, by);
  if (!recruiter) return;
  await once(acts, `company ${name}`, async () => {
    // Without a form, an earlier start has sent it.
    const form = reached(await recruiter.run('company register'));
    if (form.modal) shown(await recruiter.submit(form, { name, siret, website, email, about }));
  });
  if (answer === null) return;
  await once(acts, `answer ${name}`, async () => {
    const prefix = answer === 'verified' ? 'companies:approve:' : 'companies:refuse:';
    const card = await awaited(stage.world, () => cardOf(scene, name));
    // It was answered before.
    if (!has(card, prefix)) return;
    const outcome = reached(await staff.press(card, prefix));
    if (outcome.modal && answer !== 'verified') reached(await staff.submit(outcome, { reason: answer.refused }));
  });
  const guest = colleague && present(scene.stage, colleague);
  if (!guest) return;
  await once(
    acts,
    `invite ${colleague}`,
    async () => void shown(await recruiter.run('company invite', { member: guest.user.id })),
  );
  await once(acts, `join ${name} ${colleague}`, async () => {
    const home = shown(await guest.run('home'));
    if (!has(home, 'companies:invitation:')) return;
    const invitation = shown(await guest.press(home, 'companies:invitation:'));
    shown(await guest.press(invitation, 'companies:accept:'));
  });
}

/** `dates` with the days that it counts from today, as one writes them. */
const datesFrom = ({ clock }: World, dates: string): string =>
  dates.replace(/\{(\d+)\}/g, (_, days: string) =>
    new Date(clock.now().getTime() + Number(days) * day).toISOString().slice(0, 10).split('-').reverse().join('/'),
  );

/** The offer, as its author manages it; a start that was killed may have begun it. */
async function begun(author: Persona, { title, missions, profile, process, relayedFor }: Posting): Promise<APIMessage> {
  const own = await author.autocomplete('job edit', { offer: title }, 'offer');
  const found = own.find(({ name }) => name.startsWith(title));
  if (found) return shown(await author.run('job edit', { offer: String(found.value) }));
  const form = reached(await author.run('job post'));
  return shown(await author.submit(form, { ...(relayedFor && { company: relayedFor }), title, missions, profile, process }));
}

async function write(scene: Scene, author: Persona, posting: Posting): Promise<void> {
  const { contract, place, remote, pay, dates, skills, level, agreement, answer } = posting;
  let draft = await begun(author, posting);
  if (!has(draft, 'jobs:submit:')) return;
  const terms = { contract: [contract], place, remote: [remote], pay, dates: datesFrom(scene.stage.world, dates) };
  draft = shown(await author.submit(reached(await author.press(draft, 'jobs:terms_open:')), terms));
  if (skills !== '') {
    const more = { skills, level: [level], ...(agreement && { conditions: ['agreement'] }) };
    draft = shown(await author.submit(reached(await author.press(draft, 'jobs:more_open:')), more));
  }
  if (answer === 'unsent') return;
  const sent = shown(await author.press(draft, 'jobs:submit:'));
  if (!has(sent, 'jobs:mine')) throw new Error(`${posting.title} is not sent: ${sent.content || textOf(sent)}`);
}

async function answerPosting(scene: Scene, { title, answer }: Posting): Promise<void> {
  const { stage, staff } = scene;
  const prefix = answer === 'accepted' ? 'jobs:approve:' : 'jobs:changes:';
  const card = await awaited(stage.world, () => cardOf(scene, title));
  if (!has(card, prefix)) return;
  const outcome = reached(await staff.press(card, prefix));
  if (typeof answer !== 'object') return;
  const [ask, nothing] = [
    { field: ['pay'], comment: answer.asked },
    { field2: [], comment2: '' },
  ];
  shown(await staff.submit(outcome, { ...ask, ...nothing }));
}

/** The post of an offer in the forum, while people can apply. */
function postOf(persona: Persona, title: string): APIMessage | undefined {
  const channels = persona.channels();
  const place = channels.find(({ name }) => name === forum);
  const thread = channels.find(({ thread, parent_id, name }) => thread && parent_id === place?.id && name.startsWith(title));
  return thread && persona.messages(thread.id).find((message) => has(message, 'jobs:apply:'));
}

async function playPosting(scene: Scene, posting: Posting): Promise<void> {
  const { stage, acts } = scene;
  const { title, by, answer, end } = posting;
  const author = present(scene.stage, by);
  if (!author) return;
  await once(acts, `offer ${title}`, () => write(scene, author, posting));
  if (answer === 'unsent' || answer === 'waiting') return;
  await once(acts, `answer ${title}`, () => answerPosting(scene, posting));
  if (answer !== 'accepted') return;
  await once(acts, `online ${title}`, () => until(stage.world, () => postOf(author, title) !== undefined));
  // Those at the page may have ended it since.
  const post = postOf(author, title);
  if (!post) return;
  await recommend(scene, posting, post);
  await together([
    ...(posting.savedBy ?? []).map((username) => save(scene, username, title, post)),
    ...(posting.candidates ?? []).map((candidate) => playCandidate(scene, { author, title, post }, candidate)),
    ...(posting.reports ?? []).map((one) => report(scene, one, title, post)),
  ]);
  if (end)
    await once(
      acts,
      `end ${title}`,
      async () => void shown(await author.run('job close', { offer: idIn(post, 'jobs:apply:'), as: end })),
    );
}

async function save(scene: Scene, username: string, title: string, post: APIMessage): Promise<void> {
  const person = present(scene.stage, username);
  if (person) await once(scene.acts, `save ${title} ${username}`, async () => void shown(await person.press(post, 'jobs:save:')));
}

type Report = NonNullable<Posting['reports']>[number];

async function report(scene: Scene, { by, category, comment }: Report, title: string, post: APIMessage): Promise<void> {
  const person = present(scene.stage, by);
  if (!person) return;
  await once(scene.acts, `report ${title} ${by}`, async () => {
    const form = reached(await person.press(post, 'jobs:report:'));
    if (form.modal) reached(await person.submit(form, { category: [category], comment }));
  });
}

async function recommend(scene: Scene, { title, recommended }: Posting, post: APIMessage): Promise<void> {
  const [alumni, learner] = [present(scene.stage, recommended?.by ?? ''), present(scene.stage, recommended?.who ?? '')];
  if (!recommended || !alumni || !learner) return;
  const options = { offer: idIn(post, 'jobs:apply:'), member: learner.user.id, words: recommended.words };
  await once(scene.acts, `recommend ${title}`, async () => void shown(await alumni.run('job recommend', options)));
  await once(scene.acts, `agree ${title}`, async () => {
    const home = shown(await learner.run('home'));
    if (!has(home, 'applications:recommended:')) return;
    const asked = shown(await learner.press(home, 'applications:recommended:'));
    shown(await learner.press(asked, 'jobs:recommended:yes:'));
  });
}

/** A page with one line: enough for any reader of PDF files. ISO 32000-1, annex H.3. */
function cvOf(name: string): FileInput {
  const line = `BT /F1 24 Tf 72 720 Td (CV - ${name.normalize('NFD').replace(/[^\x20-\x7e]|[()\\]/g, '')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${line.length} >>\nstream\n${line}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const content = `${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return { name: `CV ${name}.pdf`, content, type: 'application/pdf' };
}

type Online = { author: Persona; title: string; post: APIMessage };

async function playCandidate(
  scene: Scene,
  { author, title, post }: Online,
  { by, message, cv, steps }: Candidate,
): Promise<void> {
  const { acts } = scene;
  const person = present(scene.stage, by);
  if (!person) return;
  const name = nameOf(scene, by);
  await once(acts, `apply ${title} ${by}`, async () => {
    const form = reached(await person.press(post, 'jobs:apply:'));
    if (form.modal) reached(await person.submit(form, { message, consent: true, ...(cv && { cv: [cvOf(name)] }) }));
  });
  for (const step of steps) {
    const key = typeof step === 'object' ? 'declined' : step;
    await once(acts, `${key} ${title} ${by}`, () => answerCandidate(author, { title, name }, step));
  }
}

/** The components of a message that offer something beside a text, such as a line with its button. */
function accessories(message: APIMessage): { text: string; target: string }[] {
  const found: { text: string; target: string }[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    if (typeof value !== 'object' || value === null) return;
    const { accessory, components } = value as { accessory?: { custom_id?: string }; components?: unknown };
    if (accessory?.custom_id) found.push({ text: JSON.stringify(components), target: accessory.custom_id });
    else walk(components);
  };
  walk(message.components);
  return found;
}

/** From one's applications to the board of the offer, to the card of the person, and there to the next step. */
async function answerCandidate(author: Persona, { title, name }: { title: string; name: string }, step: Step): Promise<void> {
  const lineOf = (message: APIMessage, words: string, prefix: string) => {
    const plain = accessories(message).map(({ text, target }) => ({ text: text.replace(/\\\\/g, ''), target }));
    return plain.find(({ text, target }) => text.includes(words) && target.startsWith(prefix))?.target;
  };
  const boards = shown(await author.run('job applications'));
  const boardId = lineOf(boards, title, 'jobs:board:');
  if (!boardId) throw new Error(`no board of ${title}`);
  const board = shown(await author.press(boards, boardId));
  const cardId = lineOf(board, name, 'applications:card:');
  // Decided before, it is no longer among those that are open.
  if (!cardId) return;
  const card = shown(await author.press(board, cardId));
  if (step === 'seen') return;
  const wanted = typeof step === 'object' ? 'declined' : step;
  if (!JSON.stringify(card.components).includes(`"value":"${wanted}"`)) return;
  const next = shown(await author.select(card, 'jobs:stage:', [wanted]));
  if (typeof step === 'object') shown(await author.select(next, 'jobs:stage:reason:', [step.declined]));
}

async function showProfile(scene: Scene, { by, contracts, place, mobility, skills, level, pitch }: Seeker): Promise<void> {
  const person = present(scene.stage, by);
  if (!person) return;
  await once(scene.acts, `profile ${by}`, async () => {
    let screen = shown(await person.run('job profile'));
    const wants = { contract: contracts, place, mobility, remote: 'any', start: '' };
    screen = shown(await person.submit(reached(await person.press(screen, 'talents:wants')), wants));
    screen = shown(
      await person.submit(reached(await person.press(screen, 'talents:skills')), { skills, level, pitch, links: '' }),
    );
    if (!has(screen, 'talents:publish')) return;
    screen = shown(await person.press(screen, 'talents:publish'));
    shown(await person.press(screen, 'talents:agree:'));
  });
}

async function follow(scene: Scene): Promise<void> {
  const { by, text, place } = alert;
  const person = present(scene.stage, by);
  if (!person) return;
  await once(scene.acts, `alert ${by}`, async () => void shown(await person.run('job alert', { text, place, when: 'digest' })));
}

async function contact(scene: Scene): Promise<void> {
  const recruiter = present(scene.stage, contacted.by);
  const post = recruiter && postOf(recruiter, contacted.posting);
  if (!recruiter || !post) return;
  await once(scene.acts, `contact ${contacted.by}`, async () => {
    const found = shown(await recruiter.run('job talents', { offer: idIn(post, 'jobs:apply:') }));
    if (!has(found, 'talents:contact:')) return;
    const form = reached(await recruiter.press(found, 'talents:contact:'));
    if (form.modal) shown(await recruiter.submit(form, { message: contacted.message }));
  });
}
