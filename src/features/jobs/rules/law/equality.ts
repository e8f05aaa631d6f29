import type { Text } from '../../../../kernel/text.ts';
import type { OfferContent } from '../content.ts';
import type { Finding } from '../finding.ts';
import { idea } from '../text/idea.ts';
import { about, type Placed } from '../text/said.ts';

/**
 * What an offer may not ask. “Aucune offre d’emploi ne peut comporter de référence à l’une des caractéristiques” of L1132-1 (L5321-2); sex and family have
 * a rule of their own (L1142-1), age too (L5331-2). Sentences are read in the normal form of `normalise`. `unless` is what makes the same words honest.
 */
type Criterion = {
  code: Finding['code'];
  severity: Finding['severity'];
  source: string;
  found: RegExp;
  unless?: RegExp;
  /** Only of somebody who applies: `accueillir des femmes enceintes` is work, `vous n’êtes pas enceinte` is not. */
  ofCandidate?: true;
  applies?: (content: OfferContent) => boolean;
  what: Text;
};

const all = 'Code du travail, art. L1132-1 et L5321-2';

const ofCandidate = idea`
  vous (?:etes|avez|serez|devez|n etes|n avez|ne devez); profil; (?:re)?cherch(?:e|ons|ee?s?); recrut(?:e|ons); ideal[a-z]*
  souhaite[es]*; candidat[a-z]*; exige[es]*; requis[es]*; imperati[a-z]+; obligatoire; personne; etre; uniquement
  exclusivement; reserve[es]*; preference; de preference; convient; parfait; pas de; qualites?; you (?:are|have|must)
  you re; looking for; seek(?:ing)?; candidates?; applicants?; must be; required; preferabl[ey]; preferred; ideal(?:ly)?
  only; wanted; suit(?:s|able)?; perfect for; no
`;

const age = '(?:1[6-9]|[2-6]\\d)';
const criteria: readonly Criterion[] = [
  {
    code: 'age.limit',
    severity: 'error',
    source: 'Code du travail, art. L5331-2 et L1132-1',
    found: idea`
  (?:moins|agee?s? de moins|jusqu a|au plus|maximum|max|pas plus|inferieur a) (?:de |d )?${age} ans
  ${age} ans (?:maximum|max|au plus|grand maximum); (?:entre )?${age} ?(?:a|et|ou|/|au?) ?${age} ans; ${age} ${age} ans
  agee?s? (?:de|entre) ${age}(?: [^ ]+){0,3} ans; age (?:maximum|maximal|limite|ideal|souhaite|requis); limite d age
  (?:under|below|younger than|not older than|no older than|up to|max(?:imum)?) (?:the age of )?${age}(?: years?(?: old| of age)?)?(?! ?(?:%|days|hours|h|k|minutes|people|employees|months|weeks|€|euros?|km|kg|staff|pages|desks|beds))(?= |$)
  aged? (?:between )?${age}(?: ?(?:to|and|or) ?| )${age}; ${age} (?:to|or) ${age} years old; maximum age; age limit
`,
    unless: idea`
  experience; depuis; enfants?; eleves?; jeunes? de; public; residents?; beneficiaires?; anciennete; children; pupils; kids
  groupe[s]?; existe; existence; creee?; years? of; fondee?; clients?; adolescents?; usagers; patients?; spent; salaries
  collaborateurs
`,
    // The law itself sets ages for these contracts (L6222-1, L6325-1): repeating them is allowed.
    applies: ({ contract }) => contract !== 'apprenticeship',
    what: {
      fr: 'une offre ne fixe pas d’âge maximal. Retirez l’âge et dites l’expérience utile ; « majeur » est permis quand la loi l’exige.',
      en: 'an offer sets no maximum age. Remove the age and say which experience helps; “18 or over” is allowed where the law requires it.',
    },
  },
  {
    code: 'age.young',
    severity: 'warning',
    source: all,
    found: idea`
  jeunes? (?:diplomee?s?|femmes?|hommes?|talents?|loups?|retraitee?s?|dynamiques?|et dynamiques?|motivee?s?|collaborat[a-z]+|personnes?|profils?|candidat[a-z]*|homme|dame)
  equipe (?:tres )?jeune; jeune equipe; digital natives?; senior s abstenir; seniors? s abstenir
  young (?:and dynamic|team|people|talent|person|professional|graduate|energetic)s?; youthful; recent graduates? only
`,
    unless: idea`
  accompagn[a-z]+; aupres; public; aider; insertion; animer; encadr[a-z]+; support; mentor; help; serve; accueil[a-z]*
`,
    what: {
      fr: '« jeune » parle de l’âge. Écrivez plutôt « débutant accepté » ou dites ce que la personne sait faire.',
      en: '“young” speaks of age. Write “beginners welcome”, or say what the person can do.',
    },
  },
  {
    code: 'sex.wanted',
    severity: 'error',
    source: 'Code du travail, art. L1142-1',
    found: idea`
  (?:un |une |des |d un |d une |les )?(?:jeunes? )?(?:hommes?|femmes?|messieurs|dames?|garcons?|filles?|demoiselles?) (?:uniquement|seulement|exclusivement|de preference|souhaitee?s?|exigee?s?|motivee?s?|dynamiques?|serieu[a-z]+|souriante?s?|entre|de \d+|d experience)
  (?:uniquement|seulement|exclusivement|reserve[es]* (?:aux?|a des)|preference pour|de preference|cherche|cherchons|recherche|recherchons|recrutons|recrute|profil) (?:un |une |des |d un |aux? |les )?(?:jeunes? )?(?:hommes?|femmes?|garcons?|filles?|dames?|demoiselles?|messieurs)
  poste (?:feminin|masculin); jeune (?:femme|homme|fille|dame); sexe (?:masculin|feminin)
  (?:male|female|men|women|man|woman|girls?|boys?|lad(?:y|ies)|gentlem[ae]n) (?:only|preferred|candidates?|applicants?|wanted|required)
  (?:only|looking for|seeking|prefer(?:ably)?|want|hire|hiring) (?:a |an )?(?:young |strong )?(?:male|female|man|woman|men|women|girls?|lady|boy|guy)s?
`,
    unless: idea`
  hommes? (?:et|ou|/) femmes?; femmes? (?:et|ou|/) hommes?; femmes? hommes?; hommes? femmes?; egalite; equality
  men and women; women and men; any gender; tous les genres; mixite; association; parite; encourag[a-z]+
`,
    what: {
      fr: 'une offre ne dit pas le sexe de la personne. Écrivez pour tout le monde : « une personne », « (F/H) ».',
      en: 'an offer does not say the sex of the person. Write for everybody: “a person”, “(F/H)”.',
    },
  },
  {
    code: 'family.situation',
    severity: 'error',
    source: 'Code du travail, art. L1142-1',
    ofCandidate: true,
    found: idea`
  celibataires?; mariee?s?; pacsee?s?; (?:jeune |jeunes )?(?:mamans?|mere[s]?|papas?|pere[s]?)(?: de famille)?
  sans (?:enfants?|charge de famille|contraintes? familiales?|charges? familiales?|attaches?); enceinte[s]?; grossesse
  enfants? en bas age; situation (?:familiale|de famille|maritale); desir d enfant; single; married; unmarried
  (?:young )?mothers?; childless; without (?:children|kids|family); (?:no|any) (?:children|kids|family commitments)
  pregnan[a-z]+; marital status; family situation
`,
    unless: idea`
  accompagn[a-z]+; accueil[a-z]*; aupres; patientes?; soins
  single (?:page|sign|point|source|responsib[a-z]+|team|file|customer); every single; maison mere; societe mere; carte mere
  motherboard; leave; conges?; support(?:ing)? (?:young )?mothers; care; langue maternelle; quelle que soit; whatever
  clients?; conge
`,
    what: {
      fr: 'la situation de famille ne se demande pas. Dites plutôt les horaires et les déplacements du poste.',
      en: 'family situation is not asked for. Say the hours and the travel of the job instead.',
    },
  },
  {
    code: 'origin.nationality',
    severity: 'error',
    source: all,
    found: idea`
  nationalite (?:francaise|europeenne|belge|de l ue)
  (?:de )?nationalite [a-z]+ (?:exigee|obligatoire|requise|souhaitee|uniquement)
  (?:francais|francaise|europeens?|europeennes?|blancs?|blanches?|asiatiques?|africains?|maghrebins?) (?:uniquement|seulement|exclusivement|de souche|de preference)
  d origine (?:francaise|europeenne|africaine|asiatique|maghrebine|etrangere); (?:pas d|sans) etrangers?
  type (?:europeen|caucasien|africain|asiatique); bbr
  (?:french|eu|european|british|white|asian|native) (?:citizens?|nationals?|nationality|people|passport)(?: [^ ]+)? (?:only|required|preferred)
  no foreigners?; citizens? only; of (?:french|european|african|asian) (?:origin|descent)
`,
    unless: idea`
  habilitation; secret defense; fonction publique; toutes? nationalites?; any nationality; security clearance
  quelle que soit
`,
    what: {
      fr: 'l’origine et la nationalité ne se demandent pas. « Autorisation de travailler en France » suffit.',
      en: 'origin and nationality are not asked for. “Allowed to work in France” is enough.',
    },
  },
  {
    code: 'language.native',
    severity: 'error',
    source: all,
    found: idea`
  langue maternelle
  (?:francais|anglais|allemand|espagnol|italien|arabe|neerlandais|chinois|portugais)(?:e|es)? (?:natif|native|maternel|maternelle)s?
  (?:natif|native)s? (?:francais|anglais|francophone|anglophone|allemand|espagnol)[a-z]*; locut(?:eur|rice)s? nati(?:f|ve)s?
  nati(?:f|ve)s? (?:speakers?|level|english|french|german|spanish); mother tongue
  (?:english|french|german|spanish|dutch|italian) native; sans accent; without (?:an )?accent; no accent
`,
    unless: idea`
  cloud native; react native; native (?:apps?|mobile|android|ios|code|module)s?; applications? nati[a-z]+
`,
    what: {
      fr: 'une langue maternelle désigne une origine. Écrivez le niveau utile : « français courant », « anglais professionnel ».',
      en: 'a native language points to an origin. Write the level needed: “fluent French”, “professional English”.',
    },
  },
  {
    code: 'health.state',
    severity: 'error',
    source: all,
    found: idea`
  (?:en |une )?(?:bonne|excellente|parfaite) (?:sante|forme physique|condition physique)
  (?:pas|aucun|sans) (?:de )?(?:probleme|souci)s? (?:de (?:sante|dos)|medica[a-z]+|physiques?); sans handicap
  non handicape[es]*; pas de handicap; (?:personne|candidat)[a-z]* valides?; physiquement apte
  (?:good|excellent|perfect) (?:physical )?(?:health|shape); able bodied; no (?:disabilit[a-z]+|health (?:issues|problems))
  physically fit; healthy (?:person|candidate|applicant)s?; (?:jamais|peu) malade
`,
    unless: idea`
  secteur; domaine; clients?; patients?; promou[a-z]+; residents?; mutuelle; prevention; medecine du travail
`,
    what: {
      fr: 'l’état de santé et le handicap ne se demandent pas. Décrivez les gestes du poste : « port de charges de 15 kg », « station debout ».',
      en: 'health and disability are not asked for. Describe the work itself: “lifting 15 kg”, “standing”.',
    },
  },
  {
    code: 'appearance.asked',
    severity: 'error',
    source: all,
    found: idea`
  (?:bonne|excellente|belle|tres bonne) (?:presentation|apparence); presentation (?:soignee|irreprochable|impeccable|exigee)
  physique (?:agreable|avantageux|attrayant|sportif|harmonieux); apparence (?:physique|soignee)
  (?:jolie|belle|charmante|mince|elancee?)(?: et [a-z]+)? (?:jeune|femme|fille|personne|hotesse|serveuse|silhouette)
  (?:sans|pas de|ni) (?:tatouages?|piercings?|barbe); (?:taille|mesur[a-z]+)(?: [^ ]+)? 1 ?m ?\d{2}; bien physiquement
  (?:good|great) looking; attractive (?:appearance|person|people|woman|man|girl|hostess); well groomed
  no (?:visible )?(?:tattoos?|piercings?|beards?); pleasant appearance; slim; physical appearance
`,
    what: {
      fr: 'l’apparence ne se demande pas. Dites la tenue fournie ou exigée par le métier, et l’accueil attendu.',
      en: 'appearance is not asked for. Say which clothes are provided or needed, and how people are received.',
    },
  },
  {
    code: 'photo.asked',
    severity: 'warning',
    source: 'Code du travail, art. L1221-6',
    found: idea`
  (?:avec|joindre|et|une|\+|votre|de) photos?(?: d identite| recente| obligatoire| souhaitee)?
  photos? (?:obligatoire|exigee|souhaitee|recente|en pied|d identite)
  (?:with|attach|include|send|and) (?:a |your )?(?:recent )?(?:photo|picture|headshot)s?(?: of (?:you|yourself))?
  photo required
`,
    unless: idea`
  produits?; retouch[a-z]+; photoshop; studio; shooting; prise; prendre; publi[a-z]+; contenus?; reportages?; montage
  legend[a-z]+; products?; edit; social; video[s]?; reseaux; banque; phototheque; photograph[a-z]+; rayon; laboratoire; etat
`,
    what: {
      fr: 'une photo n’aide pas à juger un savoir-faire et ouvre à la discrimination. Retirez cette demande.',
      en: 'a photo says nothing of skill and invites discrimination. Remove this request.',
    },
  },
  {
    code: 'belief.asked',
    severity: 'error',
    source: all,
    ofCandidate: true,
    found: idea`
  (?:chretien|catholique|protestant|musulman|juif|juive|athee|bouddhiste|evangelique)(?:ne)?s?(?: pratiquante?s?)?
  pratiquante?s?; voilee?s?; (?:sans|pas de) (?:voile|foulard|signe religieux|kippa); convictions? religieuses?
  non syndiquee?s?; pas de syndicalistes?; opinions? politiques?; (?:christian|catholic|muslim|jewish|atheist|protestant)s?
  no (?:headscar(?:f|ves)|veil|hijab|union members?); non union; political (?:views|opinions); religious
`,
    unless: idea`
  association; ecole; secours; hopital; quelles? que; sans distinction; regardless; whatever; respect; school; charity
  hospital; laicite; museum; heritage
`,
    what: {
      fr: 'les convictions, la religion et l’engagement syndical ne se demandent pas. Retirez cette mention.',
      en: 'beliefs, religion and union membership are not asked for. Remove this.',
    },
  },
  {
    code: 'life.habits',
    severity: 'warning',
    source: all,
    found: idea`
  non fumeu(?:r|se)s?; ne fumant pas; non smokers?; sobre; heterosexuel[a-z]*; bonnes m(?:oe|o)eurs; bonne moralite
  good moral character
`,
    unless: idea`enquete; espace; zone; chambre`,
    what: {
      fr: 'la vie privée ne se demande pas. Rappelez une règle des lieux si elle existe, pour tout le monde.',
      en: 'private life is not asked for. Name a rule of the place if there is one, for everybody.',
    },
  },
  {
    code: 'residence.asked',
    severity: 'warning',
    source: all,
    found: idea`
  (?:habit(?:er|ez|ant)|resid(?:er|ez|ant)|vivre|vivez|vivant|loger|domiciliee?s?|domicilie) (?:imperativement |obligatoirement |deja |idealement |de preference |vous )?(?:a|au|aux|en|dans|sur|pres|proche|autour|a moins)
  domicile (?:proche|a proximite|sur|a moins); (?:lieu de )?residence (?:a|dans|sur|en|proche|exigee)
  proximite (?:du domicile|geographique) (?:exigee|souhaitee|obligatoire|imperative)
  (?:living|resident|based|reside|residing|live) (?:in|near|close to|within); local candidates? only
  quartiers? (?:a eviter|exclus)
`,
    unless: idea`
  habitants?; qpv; quartiers? prioritaires?; zrr; locataires?; personnes? (?:vivant|habitant); people living; residents
  families; usagers; teams?; company; entreprise; nous; we are; we re; equipe; office; clients?; customers?; beneficiaires?
`,
    what: {
      fr: 'le lieu de résidence est un critère interdit. Écrivez l’exigence du poste : « présence à Lille trois jours par semaine ».',
      en: 'place of residence is a forbidden criterion. Write what the job needs: “in Lille three days a week”.',
    },
  },
  {
    code: 'record.asked',
    severity: 'warning',
    source: 'Code du travail, art. L1221-6',
    found: idea`
  casier (?:judiciaire )?(?:vierge|neant); (?:extrait (?:de|du) )?casier judiciaire; clean (?:criminal )?record
  no criminal record; criminal record check
`,
    what: {
      fr: 'un casier ne se demande que si un texte l’exige pour ce métier. Citez ce texte, ou retirez la demande.',
      en: 'a criminal record is asked for only where a law requires it for the job. Name that law, or remove this.',
    },
  },
  {
    code: 'pay.history',
    severity: 'warning',
    source: 'Directive (UE) 2023/970, art. 5, § 2',
    found: idea`
  (?:derniere?s?|trois dernier[es]*|3 dernier[es]*|vos|anciens?) (?:fiches?|bulletins?) (?:de )?(?:paie|paye|salaires?)
  (?:salaire|remuneration) (?:actuel(?:le)?|precedente?|passee?); dernier salaire
  historique (?:de vos )?(?:salaires?|remunerations?); (?:current|previous|past|last) (?:salary|pay|wage|compensation)
  salary history; pay ?slips?
`,
    unless: idea`
  etablir; editer; edition; gerer; gestion; controle[r]?; produire; collaborateurs?; salaries; prepare; process; issue
  staff; clients?; mensuel[a-z]*
`,
    what: {
      fr: 'la paie passée ne se demande pas. Donnez votre fourchette, chacun peut la comparer.',
      en: 'past pay is not asked for. Give your range: everybody can compare.',
    },
  },
];

/** Each criterion at its first sentence. */
export function checkEquality(content: OfferContent, sentences: readonly Placed[]): Finding[] {
  return criteria.flatMap(({ code, severity, source, found, unless, ofCandidate: needsCandidate, applies, what }) => {
    if (applies && !applies(content)) return [];
    const hit = sentences.find(
      ({ text, field }) =>
        found.test(text) && !unless?.test(text) && (!needsCandidate || field === 'profile' || ofCandidate.test(text)),
    );
    return hit ? [{ code, severity, field: hit.field, text: about(hit.shown, what), source }] : [];
  });
}
