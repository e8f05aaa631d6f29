import { button, type Message } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { anyone, staff } from '../../../discord/policy.ts';
import { printLetter } from '../../../infra/letter.ts';
import { attestationId, badgeId } from '../../../kernel/mentoring.ts';
import { bold } from '../../../kernel/text.ts';
import { showBadge } from '../../mentors/service/badge.ts';
import { noLetter, text } from '../messages.ts';
import { hoursOf } from '../service/hours.ts';
import { nameOfMentor, themesOf } from '../service/list.ts';
import { letterMessage, letterOf } from '../views/letter.ts';
import { attestId } from '../wire.ts';

/** The letter for one mentor, in the language of whoever asks. */
async function attest({ db, discord, actor, clock, locale, settings, log }: Context, userId: string) {
  const { guildId } = actor;
  const [hours, name, themes, guild, { timeZone }] = await Promise.all([
    hoursOf(db, { guildId, userId }),
    nameOfMentor(db, { guildId, userId }),
    themesOf(db, { guildId, userId }),
    discord.guilds.get(guildId),
    settings(),
  ]);
  const pdf = await printLetter(letterOf(hours, { sender: guild.name, name, themes, locale, timeZone, now: clock.now() }));
  if (pdf) return { pdf, name };
  log.warn('an attestation could not be made');
  throw noLetter();
}

export const ownAttestation = button({
  id: attestationId,
  policy: anyone,
  answer: 'ephemeral',
  cooldownSeconds: 10,
  async run(context): Promise<Message> {
    const { pdf } = await attest(context, context.actor.userId);
    return letterMessage(pdf, context.t(text.letterReady), context.locale);
  },
});

export const attestation = button({
  id: attestId,
  policy: staff,
  answer: 'ephemeral',
  cooldownSeconds: 5,
  async run(context, { userId }): Promise<Message> {
    const { pdf, name } = await attest(context, userId);
    return letterMessage(pdf, context.t(text.attestationFor(bold(name))), context.locale);
  },
});

/** Pressed again it does the contrary. */
export const badge = button({
  id: badgeId,
  policy: anyone,
  answer: 'ephemeral',
  async run({ db, actor, t }, { shown }) {
    await showBadge(db, actor, shown === 1);
    return { content: t(shown === 1 ? text.shown : text.hidden) };
  },
});
