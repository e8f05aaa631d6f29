import { counting, type Group, type Reader } from './common.ts';

const emojis = /\p{RGI_Emoji}/gv;
const spoiler = /\|\|[^|]+\|\|/g;

/** What is wrong with the form of a message. Code is none of it: whoever asks for help pastes hundreds of lines. */
export function formReaders(group: Group): Reader[] {
  const readers: Reader[] = [];
  if (group.capitals)
    readers.push((look, emit) => {
      const { letters, capitals, hasCode } = look.reading;
      if (capitals < 5 || hasCode) return;
      const share = Math.floor((100 * capitals) / letters);
      for (const one of group.capitals ?? [])
        if (letters >= one.trigger.letters && share >= one.trigger.share)
          emit(one, { code: 'capitals', values: [], count: share, limit: one.trigger.share });
    });
  if (group.spoilers)
    readers.push(
      counting(
        group.spoilers,
        ({ least: limit }) => limit,
        ({ reading }, low) => (reading.bars < low * 4 ? 0 : [...reading.text.matchAll(spoiler)].length),
      ),
    );
  if (group.zalgo)
    readers.push(
      counting(
        group.zalgo,
        ({ marks }) => marks,
        ({ reading }) => (reading.marks * 2 > reading.letters ? reading.marks : 0),
      ),
    );
  if (group.emoji)
    readers.push(
      counting(
        group.emoji,
        ({ least: limit }) => limit,
        ({ reading }, low) =>
          reading.signs + reading.customEmoji < low
            ? 0
            : reading.customEmoji + (reading.signs === 0 ? 0 : [...reading.text.matchAll(emojis)].length),
      ),
    );
  if (group.lines)
    readers.push(
      counting(
        group.lines,
        ({ least: limit }) => limit,
        ({ reading }) => (reading.hasCode ? 0 : reading.lines),
      ),
    );
  if (group.repetition)
    readers.push(
      counting(
        group.repetition,
        ({ least: limit }) => limit,
        ({ reading }) => (reading.hasCode ? 0 : Math.max(reading.longestRun, reading.longestWordRun)),
      ),
    );
  if (group.hidden)
    readers.push(
      counting(
        group.hidden,
        ({ least: limit }) => limit,
        ({ reading }) => reading.hidden,
      ),
    );
  return readers;
}
