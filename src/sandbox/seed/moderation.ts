import type { Persona } from '../persona/persona.ts';
import { has, once, present, reached, type Stage, shown, together, until } from './act.ts';

const owner = 'nadia.lefebvre';
const moderator = 'sophie.dumont';

/** An offer where offers do not belong, which two people report. */
const offTopic = {
  by: 'victor.huang',
  channel: 'général',
  text: 'Nous cherchons un profil développement junior, salaire à négocier. Écrivez-moi en privé pour en savoir plus.',
  reporters: [
    { by: 'lea.dubois', category: 'spam', comment: 'Les offres ont leur propre salon, non ?' },
    { by: 'olena.kovalenko', category: 'spam', comment: '' },
  ],
} as const;

const warned = {
  by: 'romain.delcourt',
  reason: 'Trois annonces de la même formation payante dans le salon d’entraide, malgré un rappel.',
  severity: 'low',
  appeal:
    'Bonjour, je pensais bien faire : une personne avait demandé où se former le soir. Je ne publierai plus d’annonce dans ce salon, pouvez-vous revoir cet avertissement ?',
} as const;

const pausedFor = {
  by: 'corentin.blot',
  reason: 'Messages répétés à toute heure dans plusieurs salons. Reprenons demain, au calme.',
  duration: '1 j',
  severity: 'medium',
} as const;

/**
 * The rules of the server, a message that two people report, a warning that waits for a second look, and somebody who is paused for a day, as those people do it.
 * What failed, if anything.
 */
export async function playModeration(stage: Stage, acts: Set<string>): Promise<string | null> {
  const boss = present(stage, owner);
  const team = present(stage, moderator);
  if (!boss || !team) return null;
  try {
    await until(stage.world, () => team.commands().some(({ path }) => path === 'mod warn'));
    await once(acts, 'server rules', async () => {
      const rules = shown(await boss.run('rules'));
      if (has(rules, 'moderation:rules:model')) reached(await boss.press(rules, 'moderation:rules:model'));
    });
    await together([playReports(stage, acts), playWarning(stage, acts, team), playPause(stage, acts, team)]);
    return null;
  } catch (error) {
    return `The moderation: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function playReports(stage: Stage, acts: Set<string>): Promise<void> {
  const author = present(stage, offTopic.by);
  if (!author) return;
  await once(acts, 'message off topic', () => void author.write(offTopic.channel, offTopic.text));
  for (const { by, category, comment } of offTopic.reporters) {
    const person = present(stage, by);
    const message = person?.messages(offTopic.channel).find(({ content }) => content === offTopic.text);
    if (!person || !message) continue;
    await once(acts, `report ${by}`, async () => {
      const form = reached(await person.menu('Report message', { message }));
      reached(await person.submit(form, { category: [category], comment }));
    });
  }
}

/** From the command to the sanction, by way of the preview. */
async function sanction(team: Persona, command: string, options: Record<string, string>): Promise<void> {
  const preview = shown(await team.run(command, options));
  reached(await team.press(preview, 'moderation:confirm:'));
}

async function playWarning(stage: Stage, acts: Set<string>, team: Persona): Promise<void> {
  const person = present(stage, warned.by);
  if (!person) return;
  const { reason, severity, appeal } = warned;
  await once(acts, `warn ${warned.by}`, () => sanction(team, 'mod warn', { person: person.user.id, reason, severity }));
  await once(acts, `appeal ${warned.by}`, async () => {
    const own = shown(await person.run('my cases'));
    if (!has(own, 'moderation:appeal:')) return;
    reached(await person.submit(await person.press(own, 'moderation:appeal:'), { text: appeal }));
  });
}

async function playPause(stage: Stage, acts: Set<string>, team: Persona): Promise<void> {
  const person = present(stage, pausedFor.by);
  if (!person) return;
  const { reason, severity, duration } = pausedFor;
  await once(acts, `pause ${pausedFor.by}`, async () => {
    await sanction(team, 'mod timeout', { person: person.user.id, reason, severity, duration });
    await until(stage.world, () => Boolean(person.member?.communication_disabled_until));
  });
}
