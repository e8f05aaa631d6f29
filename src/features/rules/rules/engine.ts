import { day } from '../../../kernel/time.ts';
import { extensionsOf } from './brand.ts';
import { holds, isExempt, localClock, type Seen } from './condition.ts';
import { findIdeas } from './detect/ideas.ts';
import type { Weighed } from './detect/verdict.ts';
import { innocent, weigh } from './detect/weigh.ts';
import { type Undone, undo } from './disguise.ts';
import type { Facts } from './facts.ts';
import type { Engine, Found, Hit, Lists } from './hit.ts';
import { type Place, placesOf } from './link.ts';
import type { Emit, Group, Look, Reader } from './readers/common.ts';
import { detectors } from './readers/detector.ts';
import { readExpressions } from './readers/expression.ts';
import { extensionOf, fileReaders } from './readers/file.ts';
import { formReaders } from './readers/form.ts';
import { linkReaders } from './readers/link.ts';
import { peopleReaders } from './readers/person.ts';
import { joinReaders, nameKey, windowReaders } from './readers/window.ts';
import { gathered, nameSearch, readWords } from './readers/word.ts';
import { read } from './reading.ts';
import type { Mode, Rule } from './rule.ts';
import type { Windows } from './windows.ts';

/** Mixes a text into a print. */
function mix(print: number, text: string): number {
  let mixed = print;
  for (let index = 0; index < text.length; index++) mixed = Math.imul(mixed ^ text.charCodeAt(index), 16_777_619);
  return mixed;
}

const nowhere: readonly Place[] = [];

/** Makes rules ready. Costs grow with what a message sets off, not with the number of rules. */
export function compile(rules: readonly Rule[], lists: Lists): Engine {
  const active = rules.filter((rule): rule is Rule & { mode: Exclude<Mode, 'off'> } => rule.mode !== 'off');
  const group: Group = {};
  active.forEach((rule, ruleIndex) => {
    rule.triggers.forEach((trigger, index) => {
      // The key and what it holds are of one kind, which the type of an indexed union cannot say.
      const list: unknown[] = group[trigger.kind] ?? [];
      list.push({ trigger, rule: ruleIndex, index });
      Object.assign(group, { [trigger.kind]: list });
    });
  });

  const known = {
    blocked: new Set(lists.blocked),
    allowed: new Set(lists.allowed),
    invites: new Set([...lists.invites].map((code) => code.toLowerCase())),
  };
  const images = [...(lists.images ?? [])];
  const jobChannels = new Set(lists.jobChannelIds);
  const isJobChannel = ({ channelId, parentId, categoryId }: Facts): boolean =>
    jobChannels.size > 0 && [channelId, parentId, categoryId].some((id) => id !== null && jobChannels.has(id));
  const momentOf = localClock(lists.zone);

  const written: Reader[] = [
    ...(group.words ? [readWords(group.words)] : []),
    ...(group.expression ? [readExpressions(group.expression)] : []),
    ...linkReaders(group, known),
    ...formReaders(group),
    ...detectors(group),
    ...fileReaders(group, images),
    ...windowReaders(group),
  ];
  const anybody = peopleReaders(group);
  const joins = joinReaders(group);
  const names = group.name ? nameSearch(group.name) : null;
  const heedsStaff = active.some(({ exemptions }) => !exemptions.staff);
  const remembers = group.duplicates !== undefined || group.burst !== undefined;
  const compares = group.duplicates !== undefined;
  const weighs = group.phishing !== undefined || group.spam !== undefined || group.job_spam !== undefined;
  const lookBack = [
    ...(group.duplicates ?? []),
    ...(group.burst ?? []),
    ...(group.join_rate ?? []),
    ...(group.similar_names ?? []),
  ].reduce((longest, { trigger }) => Math.max(longest, trigger.seconds * 1_000), 0);

  function lookAt(facts: Facts, windows: Windows): Look {
    const reading = read(facts.text);
    let places: readonly Place[] | undefined;
    let second: Undone | null | undefined;
    let weighed: Weighed | undefined;
    const look: Look = {
      facts,
      windows,
      reading,
      places: () => {
        places ??= reading.links.length === 0 && !reading.hasDots ? nowhere : placesOf(reading);
        return places;
      },
      undone: () => {
        if (second === undefined) second = reading.isOdd ? undo(reading) : null;
        return second;
      },
      weighed: () => {
        weighed ??= weighLook(look);
        return weighed;
      },
      print: 0,
      substance: 0,
    };
    return look;
  }

  function weighLook(look: Look): Weighed {
    const { facts, reading } = look;
    if (!weighs) return innocent;
    const isAwake = findIdeas(reading, look.undone()) > 1;
    const places = look.places();
    if (!isAwake && places.length === 0) return innocent;
    return weigh(reading, places, {
      accountDays: (facts.at - facts.authorCreatedAt) / day,
      memberDays: facts.joinedAt === null ? null : (facts.at - facts.joinedAt) / day,
      isJobChannel: isJobChannel(facts),
      isEveryone: facts.mentions.everyone,
      hasArchive: facts.attachments.some(({ name }) =>
        (extensionsOf.archive as readonly string[]).concat(extensionsOf.executable).includes(extensionOf(name)),
      ),
      hasAttachment: facts.attachments.length > 0,
      ownInvites: known.invites,
    });
  }

  /** What makes two messages the same: the letters, and the site; files when there are no letters. */
  function compare(look: Look): void {
    const { reading, facts } = look;
    const [place] = look.places();
    let { print } = reading;
    if (place) print = mix(print, place.host);
    if (reading.letters < 8)
      for (const { size, width, height } of facts.attachments) print = mix(print, `${size}x${width}x${height}`);
    look.substance = reading.letters + (place ? 20 : 0) + 20 * facts.attachments.length;
    look.print = look.substance === 0 ? 0 : print >>> 0;
  }

  return {
    lookBack,
    seesImages: (group.image ?? []).some(({ trigger }) => trigger.hashes.length > 0 || (trigger.useList && images.length > 0)),
    read(facts, windows) {
      if (facts.kind === 'join')
        windows.joined.add({ userId: facts.authorId, name: nameKey(facts.authorName), at: facts.at }, facts.at);
      if (facts.isStaff && !heedsStaff) return [];

      let found: Map<number, { list: Found[]; others: Hit['others'] }> | undefined;
      const emit: Emit = ({ rule, index }, reason, spans = [], others = []) => {
        const ofRule = active[rule] as Rule;
        if (!ofRule.on.includes(facts.kind)) return;
        found ??= new Map();
        const before = found.get(rule);
        const one: Found = { kind: reason.code, index, spans, reason };
        if (!before) found.set(rule, { list: [one], others });
        else {
          before.list.push(one);
          if (others.length > before.others.length) before.others = others;
        }
      };

      // Names are read before the text: both use the same room.
      if (names) {
        const words = gathered(emit);
        for (const { entry, span } of names(facts.authorName)) words.take(entry, span);
        words.tell();
      }
      const look = lookAt(facts, windows);
      if (facts.kind === 'join') for (const reader of joins) reader(look, emit);
      else {
        if (facts.kind === 'message' && remembers && facts.channelId !== null && facts.messageId !== null) {
          if (compares) compare(look);
          const { authorId, channelId, messageId, at } = facts;
          windows.sent.add({ authorId, channelId, messageId, print: look.print, at }, at);
        }
        for (const reader of written) reader(look, emit);
      }
      for (const reader of anybody) reader(look, emit);
      if (!found) return [];

      const seen: Seen = { hasLink: look.places().some(({ isLink }) => isLink), hasCode: look.reading.hasCode };
      const hits: Hit[] = [];
      for (const [index, { list, others }] of [...found].sort(([one], [other]) => one - other)) {
        const rule = active[index];
        if (!rule || isExempt(rule, facts) || !rule.conditions.every((condition) => holds(condition, facts, seen, momentOf)))
          continue;
        hits.push({ ruleId: rule.id, mode: rule.mode, on: facts.kind, found: list, others });
      }
      return hits;
    },
  };
}
