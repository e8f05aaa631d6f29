import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Message } from '../../discord/command.ts';
import { cut, escapeMarkdown, type Locale } from '../../kernel/text.ts';
import { type Cause, type Problem, spokenDay, text } from './messages.ts';
import type { InviteList, Listed } from './service/invite.ts';
import { revokeId, showId } from './wire.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const linkOf = (code: string): string => `https://discord.gg/${code}`;

function lineOf({ number, code, uses, maxUses, last, askedBy, problem }: Listed, locale: Locale): string {
  const state = code ? linkOf(code) : problem ? text.problem(problem as Problem)[locale] : text.inMaking[locale];
  const facts = [
    state,
    text.uses(uses, maxUses)[locale],
    text.until(spokenDay(last))[locale],
    ...(askedBy ? [text.askedBy(`<@${askedBy}>`)[locale]] : []),
  ];
  return text.line(number, facts.join(' · '))[locale];
}

/** Discord's most in a row. */
const inRow = 5;

function rowsOf({ promo, alive }: InviteList, locale: Locale): Row[] {
  const revoking = alive.map(({ id, number }) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Danger as const,
    label: text.revoke(number)[locale],
    custom_id: revokeId.encode({ inviteId: id }),
  }));
  const rows = Array.from(
    { length: Math.ceil(revoking.length / inRow) },
    (_, index): Row => ({
      type: ComponentType.ActionRow,
      components: revoking.slice(index * inRow, (index + 1) * inRow),
    }),
  );
  const refresh = {
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: text.refresh[locale],
    custom_id: showId.encode({ promoId: promo.id }),
  };
  return [...rows, { type: ComponentType.ActionRow, components: [refresh] }];
}

/** The invites of a promo for staff, each with its end and the means to end it now; above them the one that was just asked for. */
export function listCard(list: InviteList, locale: Locale, asked?: number): Message {
  const { promo, alive, dead, waiting } = list;
  const fresh = [...alive, ...dead].find(({ id }) => id === asked);
  const news = fresh?.code
    ? text.made(linkOf(fresh.code))
    : fresh?.problem
      ? text.notMade(fresh.problem as Problem)
      : fresh
        ? text.preparing
        : null;
  const lines = [
    ...(alive.length === 0 ? [text.none[locale]] : alive.map((one) => lineOf(one, locale))),
    ...(waiting > 0 ? ['', text.waiting(waiting)[locale]] : []),
  ];
  const past = dead.map(
    ({ number, cause, uses, maxUses }) => text.dead(number, cause as Cause, text.uses(uses, maxUses))[locale],
  );
  return {
    content: news?.[locale] ?? '',
    embeds: [
      {
        title: cut(text.title(escapeMarkdown(promo.name))[locale], 256),
        description: cut(lines.join('\n'), 4_000),
        ...(past.length > 0 && { fields: [{ name: text.past[locale], value: past.join('\n') }] }),
      },
    ],
    components: rowsOf(list, locale),
  };
}
