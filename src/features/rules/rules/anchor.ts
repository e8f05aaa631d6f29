export type Link = {
  /** As it was typed, from the scheme on. */
  url: string;
  start: number;
  end: number;
  /** What is shown in place of it, by `[shown](link)`; null when the link itself is. */
  shown: string | null;
  /** Where the whole of it begins, `[` included. */
  from: number;
};

const endOfLink = /[\s<>"`]|\](?=\()|\)(?=[\s).,!?;:*_]|$)|$/g;
const schemes = /https?$/i;

/** True of an address whose own parenthesis is still open: `…/wiki/Simplon_(pass`. */
const opensMore = (url: string): boolean => url.split('(').length > url.split(')').length;

/** The link whose `://` stands at `colon`. */
export function linkAt(text: string, colon: number): Link | null {
  const scheme = schemes.exec(text.slice(Math.max(0, colon - 5), colon))?.[0];
  if (!scheme) return null;
  const start = colon - scheme.length;
  const isInAngles = text.charCodeAt(start - 1) === 60;
  const opening = isInAngles ? start - 2 : start - 1;
  const isMasked = text.charCodeAt(opening) === 40 && text.charCodeAt(opening - 1) === 93;
  let end: number;
  if (isInAngles) {
    const close = text.indexOf('>', start);
    end = close < 0 ? text.length : close;
  } else {
    endOfLink.lastIndex = colon + 3;
    end = endOfLink.exec(text)?.index ?? text.length;
    if (isMasked) {
      const close = text.indexOf(')', start);
      if (close >= 0 && close < end) end = close;
    }
  }
  while (text.charCodeAt(end) === 41 && !isMasked && opensMore(text.slice(start, end))) end++;
  let trimmed = end;
  while (trimmed > colon + 3 && ".,!?;:'*_~|".includes(text.charAt(trimmed - 1))) trimmed--;
  if (trimmed <= colon + 3) return null;
  const from = isMasked ? text.lastIndexOf('[', opening - 1) : -1;
  return {
    url: text.slice(start, trimmed),
    start,
    end: trimmed,
    shown: from >= 0 ? text.slice(from + 1, opening - 1) : null,
    from: from >= 0 ? from : start,
  };
}

/** Mentions, custom emoji, moments: `<@1>`, `<#1>`, `<:name:1>`, `<t:1:R>`, `</name:1>`. */
export const token = /<(?:@[!&]?\d+|#\d+|(a?):\w{1,40}:\d+|t:-?\d+(?::\w)?|\/[^:>]{1,80}:\d+|id:\w+)>/y;
