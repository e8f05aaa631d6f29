import { day } from '../../../../kernel/time.ts';
import { counting, type Group, type Placed, type Reader } from './common.ts';

export function peopleReaders(group: Group): Reader[] {
  const readers: Reader[] = [];
  if (group.mentions)
    readers.push(
      counting(
        group.mentions,
        ({ least: limit }) => limit,
        ({ facts }) => facts.mentions.users + facts.mentions.roles,
        ({ facts }, { roles, least: limit }) => roles || facts.mentions.users >= limit,
      ),
    );
  if (group.everyone)
    readers.push(({ facts, reading }, emit) => {
      if (!facts.mentions.everyone) return;
      const start = reading.text.search(/@(?:everyone|here)/);
      for (const one of group.everyone ?? [])
        emit(
          one,
          { code: 'everyone', values: [] },
          start < 0 ? [] : [{ start, end: start + (reading.text.startsWith('@here', start) ? 5 : 9) }],
        );
    });
  if (group.new_account) {
    const longest = Math.max(...group.new_account.map(({ trigger }) => trigger.days));
    readers.push(({ facts }, emit) => {
      const days = (facts.at - facts.authorCreatedAt) / day;
      if (days >= longest) return;
      for (const one of group.new_account ?? [])
        if (days < one.trigger.days)
          emit(one, { code: 'new_account', values: [], count: Math.floor(days), limit: one.trigger.days });
    });
  }
  if (group.honeypot) {
    const traps = new Map<string, Placed<'honeypot'>[]>();
    for (const one of group.honeypot) for (const id of one.trigger.channelIds) traps.set(id, [...(traps.get(id) ?? []), one]);
    readers.push(({ facts }, emit) => {
      for (const one of (facts.channelId && traps.get(facts.channelId)) || []) emit(one, { code: 'honeypot', values: [] });
      if (facts.parentId) for (const one of traps.get(facts.parentId) ?? []) emit(one, { code: 'honeypot', values: [] });
    });
  }
  if (group.automod)
    readers.push(({ facts }, emit) => {
      const { automod } = facts;
      if (!automod) return;
      for (const one of group.automod ?? [])
        if (one.trigger.ruleIds.length === 0 || one.trigger.ruleIds.includes(automod.ruleId))
          emit(one, { code: 'automod', values: [automod.matched ?? automod.keyword ?? ''].filter(Boolean) });
    });
  return readers;
}
