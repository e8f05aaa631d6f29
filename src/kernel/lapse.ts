const units: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  seconde: 1,
  second: 1,
  m: 60,
  mn: 60,
  min: 60,
  minute: 60,
  h: 3_600,
  heure: 3_600,
  hour: 3_600,
  j: 86_400,
  d: 86_400,
  jour: 86_400,
  day: 86_400,
  sem: 604_800,
  semaine: 604_800,
  w: 604_800,
  week: 604_800,
};

/** `10`, `10 min`, `1 h 30`, `2 jours`, in seconds; null for what is none. A number alone counts seconds. */
export function readSeconds(typed: string): number | null {
  const text = typed.trim().toLowerCase().replace(',', '.');
  if (/^\d+$/.test(text)) return Number(text);
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([a-zé]*)/g)];
  if (
    parts.length === 0 ||
    parts
      .map(([part]) => part)
      .join('')
      .replace(/\s/g, '') !== text.replace(/\s/g, '')
  )
    return null;
  let total = 0;
  let last = 0;
  for (const [, amount = '', word = ''] of parts) {
    // `1 h 30` says minutes after hours.
    const unit = word === '' ? last / 60 : (units[word] ?? units[word.replace(/s$/, '')]);
    if (unit === undefined || unit < 1) return null;
    total += Number(amount) * unit;
    last = unit;
  }
  return Math.round(total);
}

/** The same in the largest units, as a form shows it: `1 h 30 min`. */
export function writeSeconds(seconds: number): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [unit, size] of [
    ['j', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ] as const) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count} ${unit}`);
    rest -= count * size;
  }
  return parts.join(' ') || '0 s';
}
