import { day } from '../../../kernel/time.ts';
import { type Condition, type Facts, type Rule, raidLevels } from './rule.ts';

/** What conditions ask of a message besides its facts. */
export type Seen = { hasLink: boolean; hasCode: boolean };

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
type Moment = { hour: number; weekday: (typeof weekdays)[number] };

/** Hour and day of the week in a zone. */
export function localClock(zone: string): (at: number) => Moment {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23', weekday: 'short' });
  return (at) => {
    const parts = format.formatToParts(at);
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    const named = of('weekday').toLowerCase();
    return { hour: Number(of('hour')), weekday: weekdays.find((weekday) => weekday === named) ?? 'mon' };
  };
}

const isYounger = (since: number | null, days: number, now: number): boolean => since !== null && now - since < days * day;

function holdsPlainly(condition: Condition, facts: Facts, seen: Seen, momentOf: (at: number) => Moment): boolean {
  switch (condition.kind) {
    case 'channels':
      return isOneOf(condition.ids, facts.channelId) || isOneOf(condition.ids, facts.parentId);
    case 'categories':
      return isOneOf(condition.ids, facts.categoryId);
    case 'roles': {
      const held = (id: string) => facts.roleIds.includes(id);
      return condition.which === 'all' ? condition.ids.every(held) : condition.ids.some(held);
    }
    case 'member_age':
      return isYounger(facts.joinedAt, condition.days, facts.at);
    case 'account_age':
      return isYounger(facts.authorCreatedAt, condition.days, facts.at);
    case 'has_attachment':
      return facts.attachments.length > 0;
    case 'has_image':
      return facts.attachments.some(({ type, width }) => type?.startsWith('image/') || width !== null);
    case 'has_link':
      return seen.hasLink;
    case 'has_code':
      return seen.hasCode;
    case 'is_reply':
      return facts.isReply;
    case 'is_forward':
      return facts.isForward;
    case 'length':
      return facts.text.length >= condition.least;
    case 'raid':
      return raidLevels.indexOf(facts.raidLevel) >= raidLevels.indexOf(condition.level);
    case 'hours': {
      const { hour } = momentOf(facts.at);
      const { from, to } = condition;
      return from < to ? hour >= from && hour < to : hour >= from || hour < to;
    }
    case 'weekdays':
      return condition.days.includes(momentOf(facts.at).weekday);
  }
}

const isOneOf = (ids: readonly string[], id: string | null): boolean => id !== null && ids.includes(id);

export const holds = (condition: Condition, facts: Facts, seen: Seen, momentOf: (at: number) => Moment): boolean =>
  holdsPlainly(condition, facts, seen, momentOf) !== condition.not;

/** True for whom, or where, the rule leaves alone. */
export const isExempt = ({ exemptions }: Rule, facts: Facts): boolean =>
  (exemptions.staff && facts.isStaff) ||
  exemptions.userIds.includes(facts.authorId) ||
  isOneOf(exemptions.channelIds, facts.channelId) ||
  isOneOf(exemptions.channelIds, facts.parentId) ||
  isOneOf(exemptions.channelIds, facts.categoryId) ||
  exemptions.roleIds.some((id) => facts.roleIds.includes(id));
