import { fold } from './text.ts';

/** Words for the same work, one group a line. Without accents; the forms of both genders are there, and what people type for short. */
const groups = `
dev, developpeur, developpeuse, developpement, developer, development, programmeur, programmeuse, programmation, codeur, codeuse, coder
fullstack, full stack, full-stack
front, frontend, front end, front-end, interface
back, backend, back end, back-end, serveur web
integrateur, integratrice, integration web
admin sys, adminsys, sysadmin, administrateur systeme, administratrice systeme, administration systeme, system administrator, asr, tssr
admin reseau, administrateur reseau, administratrice reseau, administration reseau, network administrator, reseaux
technicien, technicienne, tech, technician
support, helpdesk, help desk, assistance, depannage, hotline, support technique, support informatique
informatique, it, numerique, digital
data, donnees, analyse de donnees, data analyst, data analysis, analyste de donnees
data scientist, science des donnees, data science
data engineer, ingenieur donnees, ingenieure donnees, ingenierie des donnees, data engineering
ia, ai, intelligence artificielle, artificial intelligence
ml, machine learning, apprentissage automatique
cyber, cybersecurite, cybersecurity, securite informatique, ssi, infosec, pentest
devops, dev ops, sre, cloud
ux, experience utilisateur, user experience, ergonomie, ux design
ui, interface utilisateur, user interface, ui design
designer, conception, graphiste, graphisme, design, webdesigner, webdesign, infographiste
chef de projet, cheffe de projet, cdp, project manager, gestion de projet, project management, conduite de projet
po, product owner, responsable de produit, product manager, pm
scrum, agile, scrum master
testeur, testeuse, test, qa, recette, tester, quality assurance
bdd, base de donnees, bases de donnees, database, sgbd
js, javascript
ts, typescript
wp, wordpress
k8s, kubernetes
site, web, internet, site web, website
mobile, appli, application mobile, android, ios, app
alternance, apprentissage, apprenti, apprentie, alternant, alternante, apprenticeship, apprentice, contrat pro, professionnalisation
stage, stagiaire, internship, intern, trainee
cdi, permanent, duree indeterminee
cdd, fixed term, duree determinee, fixed-term
interim, interimaire, temporaire, temporary, temp
freelance, independant, independante, auto entrepreneur, autoentrepreneur, micro entrepreneur, contractor
teletravail, remote, distance, a distance, full remote, distanciel, home office
debutant, debutante, junior, beginner, entry level, sans experience
confirme, confirmee, experimente, experimentee, experienced
senior, expert, experte
assistant, assistante, secretaire, secretariat, assistanat, administratif, administrative
comptable, compta, comptabilite, accountant, accounting, bookkeeper
rh, ressources humaines, hr, human resources
recruteur, recruteuse, recrutement, recruiter, recruiting, talent acquisition
commercial, commerciale, vente, vendeur, vendeuse, sales, conseiller de vente, conseillere de vente, salesperson
bizdev, business developer, developpement commercial, business development
marketing, marketeur, marketeuse, webmarketing
com, communication, charge de communication, chargee de communication
cm, community manager, animation de communaute, reseaux sociaux, social media
seo, referencement, referenceur, referenceuse
redacteur, redactrice, redaction, copywriter, writer, copywriting
e-commerce, ecommerce, boutique en ligne, online shop
sav, service client, relation client, customer service, customer care, conseiller clientele, conseillere clientele, teleconseiller, teleconseillere
formateur, formatrice, formation, trainer, enseignant, enseignante, pedagogie
mediateur numerique, mediatrice numerique, mediation numerique, inclusion numerique, conseiller numerique, conseillere numerique
logistique, logistics, supply chain, magasinier, magasiniere, entrepot, warehouse
preparateur, preparatrice, preparation de commandes, order picker
chauffeur, chauffeuse, livreur, livreuse, conducteur, conductrice, driver, livraison, delivery
serveur, serveuse, restauration, waiter, service en salle
cuisinier, cuisiniere, cuisine, commis, cook, chef
menage, entretien, nettoyage, proprete, cleaner, cleaning
aide a domicile, auxiliaire de vie, assistant de vie, assistante de vie, carer
infirmier, infirmiere, ide, nurse
aide soignant, aide soignante, nursing assistant
animateur, animatrice, animation
ingenieur, ingenieure, engineer, engineering
responsable, manager, encadrant, encadrante, lead
consultant, consultante, conseil, consulting
analyste, analyst, business analyst, analyse
electricien, electricienne, electricite, electrician
maintenance, technicien de maintenance, technicienne de maintenance
fibre, raccordement, ftth, telecom, telecoms
monteur, monteuse, montage video, video editor, video
no code, nocode, no-code, low code, lowcode, low-code
jeu video, jeux video, game, gamedev, game developer
accessibilite, a11y, rgaa, accessibility
`;

/** As words are looked up: no accents, no case, and one space for a hyphen or several. */
const key = (typed: string): string =>
  fold(typed)
    .replace(/[\s'-]+/g, ' ')
    .trim();

let byWord: Map<string, string[]> | undefined;

/** Made at the first search. */
function known(): Map<string, string[]> {
  if (byWord) return byWord;
  byWord = new Map();
  for (const line of groups.trim().split('\n')) {
    const words = [...new Set(line.split(', ').map(key))];
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), ...words.filter((other) => other !== word)]);
  }
  return byWord;
}

/**
 * Other words for the same, without accents or case: `dev` is `developpeur`, `developpeuse`, `developpement`… Of a plural, those of its singular. Empty for a word
 * that has none. Groups do not chain: a synonym's synonyms are not given.
 */
export function synonymsOf(word: string): readonly string[] {
  const sought = key(word);
  return known().get(sought) ?? known().get(sought.replace(/(?<=\p{L}{3})[sx]$/u, '')) ?? [];
}

/** Longest word of a group, in words: how far a search has to look ahead. */
export const longestSynonym = 4;
