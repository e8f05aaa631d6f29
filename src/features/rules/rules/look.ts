import { type Brand, brands } from './brand.ts';
import { likeness } from './confusable.ts';

/** `of`: the brand; `how`: written almost like it, in another alphabet, or with words added; `rank` from 1, doubtful, to 3, certain. */
export type Imitation = { of: string; how: 'letters' | 'spelling' | 'added'; rank: 1 | 2 | 3 };

/** What is drawn alike: after it `dlsc0rd`, `discord` and `dіscord` are equal. */
export function skeleton(name: string): string {
  let plain = '';
  for (const character of name.normalize('NFKD').toLowerCase()) {
    if (/\p{M}/u.test(character)) continue;
    plain += likeness(character) ?? character;
  }
  return plain
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd')
    .replace(/[1l|!]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/3/g, 'e')
    .replace(/5/g, 's')
    .replace(/4/g, 'a')
    .replace(/7/g, 't');
}

/** Letters to change, add, take or swap from one word to the other; `most + 1` when there are more. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      line.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = line;
  }
  return Math.min(last[other.length] ?? most + 1, most + 1);
}

/** Words that thieves add to a name. */
const bait =
  /gift|nitro|free|promo|airdrop|drop|event|reward|bonus|claim|give|trade|skin|offer|login|log-?in|sign-?in|connexion|verif|auth|secure|securit|account|compte|support|help|service|update|unlock|restore|recover|confirm|alert|appeal|staff|partner|billing|payment|paiement|wallet|client|colis|livraison|suivi|delivery|tracking|amende|remboursement|refund|dossier|espace|renew|premium|boost|app|team|hypesquad|mod/;

const skeletons = new Map<string, string>();
const drawn = (name: string): string => {
  const known = skeletons.get(name);
  if (known !== undefined) return known;
  const made = skeleton(name);
  skeletons.set(name, made);
  return made;
};

/** Which of those brands a host passes for. `host` is in Unicode. */
export function imitatedOf(host: string, domain: string, isHosted: boolean, known: readonly Brand[]): Imitation | null {
  const labels = host.split('.');
  const isForeign = /[^\p{ASCII}]/u.test(host);
  const registered = labels.length >= 2 ? labels.slice(0, Math.max(1, labels.length - domain.split('.').length + 1)) : labels;
  const name = (isHosted ? labels[0] : registered.at(-1)) ?? '';
  const form = skeleton(name);
  const parts = form.split('-');
  let best: Imitation | null = null;
  const keep = (imitation: Imitation) => {
    if (!best || imitation.rank > best.rank) best = imitation;
  };
  for (const { name: brand, domains } of known) {
    const shape = drawn(brand);
    if (form === shape) {
      // `discord.xyz`, `discord.net`: the name itself on an ending that is not theirs; drawn with other letters there is no doubt.
      keep({ of: brand, how: 'letters', rank: name !== brand || isForeign ? 3 : isHosted ? 1 : 2 });
      continue;
    }
    const most = shape.length >= 9 ? 2 : shape.length >= 6 ? 1 : 0;
    if (most > 0 && form[0] === shape[0] && !isHosted && distance(form, shape, most) <= most) {
      keep({ of: brand, how: 'spelling', rank: shape.length >= 7 ? 3 : 2 });
      continue;
    }
    if (shape.length >= 5 && form.includes(shape)) {
      const rest = form.replace(shape, '');
      const isWhole = parts.includes(shape) || form.startsWith(shape) || form.endsWith(shape);
      // The bait is drawn as the name was.
      if (isWhole && bait.test(name) && bait.test(unskeleton(name, brand)))
        keep({ of: brand, how: 'added', rank: isHosted ? 2 : 3 });
      else if (isWhole && rest !== '') keep({ of: brand, how: 'added', rank: 1 });
      continue;
    }
    if (most > 0)
      for (const part of parts)
        if (parts.length > 1 && part[0] === shape[0] && distance(part, shape, most) <= most && bait.test(name))
          keep({ of: brand, how: 'spelling', rank: 3 });
    // `discord.com.verify.top`, `discord-com.verify.top`: the real site as a label of another.
    if (!isHosted && labels.length > 2 && shape.length >= 5) {
      const ahead = labels.slice(0, -domain.split('.').length).join('.');
      if (
        domains.some(
          (real) =>
            ahead === real || ahead.endsWith(`.${real}`) || ahead.startsWith(`${real}.`) || ahead === real.replaceAll('.', '-'),
        )
      )
        keep({ of: brand, how: 'added', rank: 3 });
      else if (ahead.split(/[.-]/).some((label) => drawn(label) === shape)) keep({ of: brand, how: 'added', rank: 1 });
    }
  }
  return best;
}

const unskeleton = (name: string, brand: string): string => name.replace(brand, '');

export const imitated = (host: string, domain: string, isHosted: boolean): Imitation | null =>
  imitatedOf(host, domain, isHosted, brands);
