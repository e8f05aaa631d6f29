import { AutoModerationRuleKeywordPresetType as Preset, AutoModerationRuleTriggerType as Trigger } from 'discord-api-types/v10';
import type { AutomodRule } from '../world.ts';
import { occurrences, protectedBy } from './keyword.ts';
import { patternOccurrences } from './pattern.ts';

/** What made a rule act: which of its words or expressions, and what it found. Both `null` where no word did. */
export type Match = { keyword: string | null; content: string | null };

/** Discord does not publish its lists: a few words of each kind in both languages, enough to try a rule. */
const presets: Readonly<Record<Preset, readonly string[]>> = {
  [Preset.Profanity]: ['putain', 'merde', 'bordel', 'fuck*', 'shit', 'bullshit', 'damn'],
  [Preset.SexualContent]: ['porn*', 'porno*', 'xxx', 'nudes', 'hentai'],
  [Preset.Slurs]: ['connard*', 'salope*', 'enculé*', 'bitch*', 'asshole*', 'retard'],
};

function worded(
  content: string,
  { keywords, patterns = [], allowed }: { keywords: readonly string[]; patterns?: readonly string[]; allowed: readonly string[] },
): Match | null {
  const isSafe = protectedBy(allowed, content);
  const find = (source: string, spans: Iterable<{ start: number; end: number }>): Match | null => {
    for (const span of spans) if (!isSafe(span)) return { keyword: source, content: content.slice(span.start, span.end) };
    return null;
  };
  for (const keyword of keywords) {
    const found = find(keyword, occurrences(keyword, content));
    if (found) return found;
  }
  for (const pattern of patterns) {
    const found = find(pattern, patternOccurrences(pattern, content));
    if (found) return found;
  }
  return null;
}

/** "Unique role and user mentions". https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-trigger-metadata */
const mentionsOf = (content: string): number => new Set([...content.matchAll(/<@[!&]?(\d{17,20})>/g)].map(([, id]) => id)).size;

/**
 * Whether a rule acts on this text. SPAM and the detection of mention raids are models that Discord does not describe: here such rules
 * can be set up, and never act.
 */
export function triggered(rule: AutomodRule, content: string): Match | null {
  const {
    keyword_filter = [],
    regex_patterns = [],
    allow_list = [],
    presets: chosen = [],
    mention_total_limit,
  } = rule.trigger_metadata;
  switch (rule.trigger_type) {
    case Trigger.Keyword:
    case Trigger.MemberProfile:
      return worded(content, { keywords: keyword_filter, patterns: regex_patterns, allowed: allow_list });
    case Trigger.KeywordPreset:
      return worded(content, { keywords: chosen.flatMap((preset) => presets[preset]), allowed: allow_list });
    case Trigger.MentionSpam:
      return mentionsOf(content) > (mention_total_limit ?? 0) ? { keyword: null, content: null } : null;
    default:
      return null;
  }
}
