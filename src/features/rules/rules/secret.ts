import { type SecretKind, secretKinds } from './rule.ts';

/** What opens something that is not for everybody, by its shape. */
const shapes: Readonly<Record<SecretKind, RegExp>> = {
  // Id, moment and signature: https://docs.discord.com/developers/reference#authentication
  bot_token: /(?<![\w-])(?:[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,45}|mfa\.[\w-]{80,95})(?![\w-])/,
  webhook:
    /https?:\/\/(?:(?:ptb\.|canary\.)?discord(?:app)?\.com\/api(?:\/v\d+)?\/webhooks\/\d{15,20}\/[\w-]{30,}|hooks\.slack\.com\/services\/T\w+\/B\w+\/\w{16,})/i,
  private_key: /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY(?: BLOCK)?-----/,
  cloud_key: /(?<![\w-])(?:AKIA[0-9A-Z]{16}|ASIA[0-9A-Z]{16}|AIza[\w-]{35}|ya29\.[\w-]{40,})(?![\w-])/,
  access_token:
    /(?<![\w-])(?:gh[pousr]_\w{36,}|github_pat_\w{50,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{20,}|sk_live_\w{20,}|rk_live_\w{20,}|sk-(?:ant|proj|svcacct)-[\w-]{30,}|sk-\w{40,}|npm_\w{36}|pypi-[\w-]{50,}|hf_\w{34}|dop_v1_[a-f0-9]{64}|SG\.[\w-]{22}\.[\w-]{43})(?![\w-])/,
};

/** Shortest of them. */
export const shortestSecret = 20;

export function findSecret(text: string, kinds: readonly SecretKind[]): { kind: SecretKind; start: number; end: number } | null {
  for (const kind of kinds) {
    const found = shapes[kind].exec(text);
    if (found) return { kind, start: found.index, end: found.index + found[0].length };
  }
  return null;
}

/** The same text, as long as it was, with what opens something made unreadable: nothing keeps a copy of it. */
export function withoutSecrets(text: string): string {
  let masked = text;
  for (let found = findSecret(masked, secretKinds); found; found = findSecret(masked, secretKinds))
    masked = `${masked.slice(0, found.start)}${'•'.repeat(found.end - found.start)}${masked.slice(found.end)}`;
  return masked;
}
