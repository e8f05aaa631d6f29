import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, linkTo, row } from '../../../kernel/piece.ts';
import type { Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { homeId } from '../../../kernel/wire.ts';
import { text } from '../messages/company.ts';
import { told } from '../messages/telling.ts';
import type { Company } from '../service/company.ts';
import type { CompanyEvent, ToldKind } from '../service/event.ts';
import { answerId, editId, ownId, renewId } from '../wire.ts';
import { nameOf, quoted } from './part.ts';

/** Where a person reads it. A link to where one already is leads nowhere. */
export type Place = { isThread: boolean; channelId: string | null };

/** The step that an outcome asks for, by one button. */
function stepOf(kind: ToldKind, { guildId, id: companyId, state }: Company, locale: Locale): APIButtonComponent | null {
  const key = { guildId, companyId };
  const primary = (label: string, customId: string) => buttonOf(label, customId, ButtonStyle.Primary);
  if (kind === 'asked' || kind === 'suspended') return primary(text.answer[locale], answerId.encode(key));
  if (kind === 'refused' || kind === 'kept' || kind === 'not_renewed') return primary(text.tryAgain[locale], editId.encode(key));
  if (kind === 'expiring' || kind === 'lapsed' || (kind === 'lifted' && state === 'lapsed'))
    return primary(text.renew[locale], renewId.encode(key));
  return null;
}

/** What somebody is told of what happened to their company. */
export function eventMessage(
  event: CompanyEvent & { kind: ToldKind },
  company: Company,
  { isThread, channelId }: Place,
  locale: Locale,
): Message {
  const { kind, note, personId } = event;
  const facts = {
    name: nameOf(company),
    note: quoted(note ?? '', 1_200),
    until: company.verifiedUntil ? timeOf(company.verifiedUntil, 'D') : '',
  };
  const who = personId ? `<@${personId}>` : text.nobody[locale];
  const said =
    kind === 'joined' || kind === 'declined'
      ? told[kind](facts, who)
      : kind === 'lifted' && company.state === 'lapsed'
        ? told.liftedLapsed(facts)
        : told[kind](facts);
  const step = stepOf(kind, company, locale);
  const buttons = [
    ...(step ? [step] : []),
    ...(kind === 'removed' ? [] : [buttonOf(text.own[locale], ownId.encode({ guildId: company.guildId }))]),
    ...(isThread
      ? [buttonOf(text.home[locale], homeId.encode({}))]
      : channelId
        ? [linkTo(text.findSpace[locale], `https://discord.com/channels/${company.guildId}/${channelId}`)]
        : []),
  ];
  return { content: said[locale], components: buttons.length > 0 ? [row(...buttons)] : [] };
}
