/** A host name as lists of domains keep it: in ASCII (punycode), lower case, without `www.` or a `*.` before it. Null for what is none. */
export function readDomain(typed: string): string | null {
  const bare = typed
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^[^/@]*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^\*?\./, '');
  if (!/^[^\s/]+\.[^\s/.]{2,}\.?$/u.test(bare) || bare.length > 253) return null;
  if (!URL.canParse(`http://${bare}/`)) return null;
  const host = new URL(`http://${bare}/`).hostname.replace(/\.$/, '').replace(/^www\d?\./, '');
  // An address of four numbers has no domain above it, and a list of names would never meet it otherwise: it is kept as it is.
  return host.includes('.') && !host.startsWith('[') ? host : null;
}
