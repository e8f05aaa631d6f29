import { fold } from '../../../../kernel/text.ts';

/** Trade names by their two forms, where they differ: `masculin féminin`. Those not here are the same for everybody, or unknown. */
const pairs = `
développeur développeuse|programmeur programmeuse|intégrateur intégratrice|administrateur administratrice|technicien technicienne|ingénieur ingénieure|informaticien informaticienne|testeur testeuse|concepteur conceptrice
formateur formatrice|enseignant enseignante|animateur animatrice|éducateur éducatrice|moniteur monitrice|entraîneur entraîneuse|professeur professeure|instituteur institutrice|surveillant surveillante|accompagnateur accompagnatrice|accompagnant accompagnante
assistant assistante|adjoint adjointe|attaché attachée|chargé chargée|délégué déléguée|employé employée|directeur directrice|président présidente|gérant gérante|gestionnaire gestionnaire|coordinateur coordinatrice|coordonnateur coordonnatrice|superviseur superviseuse|inspecteur inspectrice|contrôleur contrôleuse|auditeur auditrice|vérificateur vérificatrice
vendeur vendeuse|conseiller conseillère|commercial commerciale|négociateur négociatrice|acheteur acheteuse|approvisionneur approvisionneuse|démarcheur démarcheuse|téléconseiller téléconseillère|télévendeur télévendeuse|représentant représentante|agent agente|courtier courtière|banquier banquière|caissier caissière|hôte hôtesse|prospecteur prospectrice
cuisinier cuisinière|serveur serveuse|boulanger boulangère|pâtissier pâtissière|boucher bouchère|charcutier charcutière|traiteur traiteuse|poissonnier poissonnière|plongeur plongeuse|barman barmaid|sommelier sommelière|fromager fromagère|chocolatier chocolatière
infirmier infirmière|aide-soignant aide-soignante|soignant soignante|auxiliaire auxiliaire|pharmacien pharmacienne|préparateur préparatrice|opticien opticienne|chirurgien chirurgienne|ambulancier ambulancière|brancardier brancardière|masseur masseuse|diététicien diététicienne|psychologue psychologue|vétérinaire vétérinaire
coiffeur coiffeuse|esthéticien esthéticienne|maquilleur maquilleuse|couturier couturière|tailleur tailleuse|modéliste modéliste|créateur créatrice
maçon maçonne|plombier plombière|électricien électricienne|menuisier menuisière|charpentier charpentière|couvreur couvreuse|carreleur carreleuse|plaquiste plaquiste|soudeur soudeuse|tourneur tourneuse|fraiseur fraiseuse|ajusteur ajusteuse|mécanicien mécanicienne|carrossier carrossière|dépanneur dépanneuse|installateur installatrice|monteur monteuse|câbleur câbleuse|ouvrier ouvrière|opérateur opératrice|manutentionnaire manutentionnaire|jardinier jardinière|paysagiste paysagiste|maraîcher maraîchère|agriculteur agricultrice|éleveur éleveuse|vigneron vigneronne|bûcheron bûcheronne
chauffeur chauffeuse|conducteur conductrice|livreur livreuse|coursier coursière|routier routière|magasinier magasinière|logisticien logisticienne|affréteur affréteuse|déménageur déménageuse|facteur factrice|cariste cariste|préparateur préparatrice|ripeur ripeuse
rédacteur rédactrice|traducteur traductrice|éditeur éditrice|correcteur correctrice|réalisateur réalisatrice|monteur monteuse|cadreur cadreuse|producteur productrice|dessinateur dessinatrice|illustrateur illustratrice|décorateur décoratrice|acteur actrice|comédien comédienne|musicien musicienne|danseur danseuse|régisseur régisseuse|modérateur modératrice
avocat avocate|juriste juriste|magistrat magistrate|huissier huissière|policier policière|gardien gardienne|veilleur veilleuse|pompier pompière|médiateur médiatrice|enquêteur enquêtrice|intervenant intervenante|consultant consultante|analyste analyste|statisticien statisticienne|mathématicien mathématicienne|chercheur chercheuse|laborantin laborantine|apprenti apprentie|alternant alternante|étudiant étudiante|stagiaire stagiaire|entrepreneur entrepreneuse|recruteur recruteuse|programmateur programmatrice|standardiste standardiste|réceptionniste réceptionniste|sauveteur sauveteuse|nettoyeur nettoyeuse|majordome majordome|repasseur repasseuse
`;

export type Trade = { masculine: string; feminine: string };

let known: Map<string, Trade & { is: 'masculine' | 'feminine' }> | undefined;

/** Read once, at the first title. */
function trades(): Map<string, Trade & { is: 'masculine' | 'feminine' }> {
  if (known) return known;
  known = new Map();
  for (const pair of pairs.trim().split(/[|\n]/)) {
    const [masculine = '', feminine = ''] = pair.trim().split(' ');
    if (masculine === feminine) continue;
    known.set(fold(masculine), { masculine, feminine, is: 'masculine' });
    known.set(fold(feminine), { masculine, feminine, is: 'feminine' });
  }
  return known;
}

/** A word of a title as a trade with two forms, in the singular or the plural; null for any other word. */
export function tradeOf(word: string): (Trade & { is: 'masculine' | 'feminine' }) | null {
  const folded = fold(word);
  // English has this word for everybody; with its accent it is French.
  if (/^employees?$/i.test(word)) return null;
  return trades().get(folded) ?? trades().get(folded.replace(/s$/, '')) ?? null;
}

/** Titles that name a sex, with a name for everybody. */
export const sexed: readonly { found: RegExp; instead: { fr: string; en: string } }[] = [
  { found: /(?<![a-z])femmes? de (?:menage|chambre)(?![a-z])/, instead: { fr: 'agent ou agente d’entretien', en: 'cleaner' } },
  {
    found: /(?<![a-z])hommes? (?:a tout faire|d entretien|toutes mains)(?![a-z])/,
    instead: { fr: 'agent ou agente de maintenance', en: 'maintenance worker' },
  },
  { found: /(?<![a-z])(?:barman|barmaid)s?(?![a-z])/, instead: { fr: 'personne au bar (F/H)', en: 'bartender' } },
  { found: /(?<![a-z])hotesses?(?! ?(?:ou|\/|et))(?![a-z])/, instead: { fr: 'hôte ou hôtesse', en: 'host' } },
  { found: /(?<![a-z])secretaire femme|fille au pair(?![a-z])/, instead: { fr: 'personne au pair (F/H)', en: 'au pair' } },
  {
    found:
      /(?<![a-z])(?:sales|crafts|ware(?:house)?|repair|handy|fore|business|delivery)(?: )?(?:man|men|woman|women|girl|boy)(?![a-z])/,
    instead: { fr: 'vendeur ou vendeuse, agent ou agente', en: 'salesperson, worker' },
  },
  {
    found:
      /(?<![a-z])(?:waitress(?:es)?|stewardess(?:es)?|hostess(?:es)?|air hostess(?:es)?|chairman|cameraman|policeman|fireman|cleaning lady|tea lady|girl friday)(?![a-z])/,
    instead: { fr: 'serveur ou serveuse, hôte ou hôtesse', en: 'waiting staff, flight attendant, host' },
  },
];
