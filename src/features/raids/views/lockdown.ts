import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, note, paragraph, row, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/lockdown.ts';
import type { LockdownWith } from '../service/lockdown.ts';
import { closeId, lockId, unlockId } from '../wire.ts';

/** Channels that a list names; more are counted. */
const shown = 40;

function channelList(ids: readonly string[], locale: Locale): string {
  const named = ids.slice(0, shown).map((id) => `<#${id}>`);
  return [named.join(' '), ...(ids.length > shown ? [text.more(ids.length - shown)[locale]] : [])].join(' ');
}

/** Longest reason on a screen that shows several. */
const shownReason = 100;

const reasonLine = (reason: string, locale: Locale): string =>
  reason === '' ? '' : `\n${text.because(escapeMarkdown(cut(reason, shownReason)))[locale]}`;

/** Which channels would close, before anything is done. */
export const lockPlan = ({ id, minutes, reason, channels }: LockdownWith, locale: Locale): Message =>
  sheet(
    [
      paragraph(`## ${text.planTitle(channels.length)[locale]}\n${text.plan(minutes)[locale]}${reasonLine(reason, locale)}`),
      paragraph(
        channelList(
          channels.map(({ channelId }) => channelId),
          locale,
        ),
      ),
    ],
    row(buttonOf(text.confirm[locale], lockId.encode({ lockdownId: id }), ButtonStyle.Danger)),
  );

export const lockStarted = ({ endsAt }: LockdownWith, locale: Locale): Message =>
  note(text.started(endsAt ? timeOf(endsAt) : '')[locale]);

/** Lockdowns that one screen shows. */
const mostShown = 4;

/** What is closed now, each with its way to open it again. */
export const runningScreen = (running: readonly LockdownWith[], locale: Locale): Message =>
  sheet(
    [
      paragraph(`## ${text.running[locale]}`),
      ...running.slice(0, mostShown).map(({ channels, endsAt, reason }) => {
        const ids = channels.map(({ channelId }) => channelId);
        const refused = channels.filter(({ state }) => state === 'refused').map(({ channelId }) => channelId);
        const line = `${text.one(ids.length - refused.length, endsAt ? timeOf(endsAt) : '')[locale]}${reasonLine(reason, locale)}`;
        const missed = refused.length > 0 ? `\n${text.refused(channelList(refused.slice(0, 5), locale))[locale]}` : '';
        return paragraph(`**${line}**\n${channelList(ids.slice(0, 10), locale)}${missed}`);
      }),
    ],
    ...running
      .slice(0, mostShown)
      .map(({ id, channels }) =>
        row(buttonOf(`${text.open[locale]} (${channels.length})`, unlockId.encode({ lockdownId: id }), ButtonStyle.Primary)),
      ),
    row(buttonOf(text.formTitle[locale], closeId.encode({}))),
  );

export const lockEnding = (locale: Locale): Message => note(text.ending[locale]);

/** What people read in a channel that is closed, and when it opens again. */
export const closedNotice = (endsAt: Date, locale: Locale): Message => ({ content: text.notice(timeOf(endsAt))[locale] });
export const openNotice = (locale: Locale): Message => ({ content: text.reopened[locale] });
