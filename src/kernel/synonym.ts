import { fold } from './text.ts';

/** Words that mean the same in an offer, however people type them: one meaning a line. Folded, and without spaces. */
const list = `
dev developpeur developpeuse developpement developper developer development programmeur programmeuse programmation codeur codeuse
web internet
front frontend
back backend
fullstack full
sysadmin administrateur administratrice administration
devops sre
reseau reseaux network
securite cyber cybersecurite security
donnees data
analyste analyst
ia ai intelligence
support helpdesk assistance
technicien technicienne tech technician
ingenieur ingenieure engineer
chef cheffe manager responsable
alternance alternant alternante apprentissage apprenti apprentie apprenticeship
stage stagiaire internship intern
teletravail remote distance
conseiller conseillere mediateur mediatrice
formateur formatrice trainer
testeur testeuse qa recette
design designer ux ui graphiste
commercial commerciale vente sales
`;

const lines = list
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

const byWord = new Map<string, Set<string>>();
for (const line of lines)
  for (const word of line) byWord.set(word, new Set([...(byWord.get(word) ?? []), ...line.filter((other) => other !== word)]));

/** What else may be written for this word; nothing for a word without another. */
export const synonymsOf = (word: string): readonly string[] => [...(byWord.get(fold(word)) ?? [])];
