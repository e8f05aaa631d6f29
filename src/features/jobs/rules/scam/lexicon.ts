import { gap, idea } from '../text/idea.ts';

/**
 * What the rules on scams look for, as ideas rather than sentences: each idea is a list of the ways to say it in French and in English, in the
 * normal form of `normalise` (no accents, no apostrophes, no hyphens). A rule is a combination of ideas in one sentence, so that words that nobody
 * wrote before are found as long as the idea is the same.
 */

/** Somebody speaks to the person who applies. */
export const candidate = idea`
  vous; votre; vos; tu; ton; ta; tes; candidat[a-z]*; recrues?; postulant[a-z]*; stagiaires?; participant[a-z]*; you; your
  yours; yourself; u; ur; applicants?; candidates?; hires?; recruits?; newcomers?; workers?; employees?
`;

/** Money of customers, not of candidates: what an employee handles at work. */
export const thirdParty = idea`players?; joueurs; joueuses; 
  (?:nos|les|des|aux|par les|de nos|leurs?|chaque|un|d un|du|le|aupres des|la) (?:client|eleve|etudiant|adherent|patient|usager|fournisseur|locataire|assure|abonne|apprenant|voyageur|beneficiaire|famille|utilisateur|visiteur|joueur|salarie|commercant|marchand)(?:e?s)?
  clientele; entreprises clientes; service client; relation client
  (?:our|the|their|by|to|of|from|with|for|assist|help|guide|advise|small|business|existing|new|and) (?:clients?|customers?|students?|learners?|patients?|users?|subscribers?|suppliers?|tenants?|merchants?|passengers?|guests?|shoppers?|retailers?)
  customer (?:service|support|care|payments?); end users?
`;

/** What candidates never have to pay for, whatever it is called. */
export const feeNoun = idea`
  (?:versement|depot|paiement|virement|recharge) (?:de |d )(?:confirmation|verification|activation|deblocage|validation)
  frais (?:de |d |du |des )?(?:constitution |ouverture |traitement |gestion |mise a jour )?(?:de |d |du |des )?(?:votre )?(?:dossiers?|inscription|formation|traitement|visa|adhesion|activation|gestion|candidature|reservation|constitution|enregistrement|ouverture|legalisation|assurance|certification|licence|badge|verification|livraison|douane|materiel|equipement|mise en relation|placement|agence|permis|attestation|integration|demarrage|onboarding|habilitation|recrutement|selection|administrati[a-z]*|participation|envoi|port|acheminement|notaire|timbres?|examen|test|kit|logiciel|securite|uniforme|tenue|scolarite|coaching|immatriculation|affiliation)
  (?:petits? |modiques? )?frais (?:administratifs?|consulaires?|juridiques?|medicaux|notariaux|douaniers?|postaux|bancaires|d ambassade|d avocat|biometriques?|obligatoires?|uniques?|initiaux|forfaitaires?|prealables?)
  droits? d (?:entree|inscription|adhesion)
  (?:registration|application|processing|training|activation|admin|administrative|administration|enrol?l?ment|onboarding|background check|visa|sponsorship|membership|certification|certificate|licen[cs]e|licensing|placement|agency|insurance|clearance|joining|starter|equipment|software|uniform|badge|security|compliance|handling|courier|shipping|verification|screening|induction|booking|reservation|access|platform|recruitment|sign up|setup|set up|entry|work permit|document|documentation|medical|course|materials?|id card) (?:fees?|deposits?|charges?|payments?|contribution)
  (?:one time|one off|small|upfront|up front|nominal|modest|refundable|token|initial|mandatory|holding) (?:[a-z]+ ){0,2}(?:fees?|payments?|contribution|deposits?)
  fees? (?:for|of) (?:the )?(?:training|registration|application|processing|visa|kit|background)
  acces (?:a la |aux |au |a notre |a l )?(?:plateforme|liste|offres|catalogue|fichier|base|espace) (?:payant|premium|vip|des employeurs)
`;

/** What an honest employer also speaks of: it takes a candidate who pays to make a fee of it. */
export const feeThing = idea`
  manuals?; manual; appointments?; rendez vous consulaire; embassy
  kits?; packs?; starter (?:kit|pack|set); malettes?; mallettes?; caution
  depot(?:s)? (?:de garantie|initial|remboursable|de securite); depot; mise (?:de depart|de fonds|initiale); apport
  ticket d entree; stocks?; investissements?; acomptes?; cotisations?; adhesion; abonnements?; modules?; formations?
  session; certifications?; certificats?; licences?; logiciels?; badges?; equipements?; materiel; uniformes?; tenues?
  casier judiciaire; visite medicale; test psychotechnique; echantillons?; terminal; telephone; ordinateur; billet d avion
  visas?; assurances?; permis; book(?: photo)?; frais; somme; montant; participation; guide; manuel; garantie; dossier
  deposits?; kits?; inventory; samples?; licen[cs]es?; training; course; software; equipment; laptop; uniform
  background check; certification; certificate; membership; subscription; materials; insurance; bond; fees?; package; visa
  handbook; starter; ticket; accreditation; clearance; screening
`;

/** The candidate is the one who pays. */
export const candidatePays = idea`
  (?:buy|purchase|order|pay for|prepay)(?:ing)? (?:your (?:own )?|our )(?:[a-z]+ ){0,2}(?:kits?|manuals?|training|packs?|starter|stock|course|licen[cs]e|software|uniforms?|equipment|laptop|books?|materials?)
  (?:candidates?|applicants?|hires?|workers?)${gap(2)}settle(?:s)?
  (?:achetez|payez|reglez|versez|deposez|investissez|commandez|debourse[rz]|achete|paye|verse|depose|investis) (?:votre|vos|un|une|le|la|les|notre|nos|ce|cette|d abord|simplement|seulement|\d+)
  
  (?:vous|candidats?|candidates?|recrues?|personnes?|chacun|chaque [a-z]+)${gap(4)}(?:payez|(?<!(?:votre|vos|la|de|sa|leur) )paie(?:nt)?|payer(?:ez|ont|a)?|reglez|regler(?:ez|ont|a)?|versez|verser(?:ez|ont|a)?|avancez|avancer(?:ez|ont)?|acquittez|acquitter(?:ez|ont)?|achetez|acheter(?:ez|ont)?|achete(?:nt)?|financez|financer(?:ez|ont)?|deposez|deposer(?:ez|ont)?|investissez|investir(?:ez|ont)?|procurez|procurer|commandez|commander(?:ez)?|debourser(?:ez)?|virer(?:ez)?)
  (?:veuillez|merci de|pensez a|il (?:faut|faudra|suffit de|convient de)|devez|devrez|doit|doivent|devra|devront|priere de|invites? a|avant de|afin de|pour) (?:[a-z]+ ){0,3}(?:payer|regler|verser|avancer|acquitter|acheter|acquerir|financer|debourser|virer|envoyer (?:la somme|le montant|\d+))
  (?:a |restent? a |est a |sont a )(?:votre|leur|la) charge(?: d[eu] (?:la |l )?(?:candidat[a-z]*|personne|interesse[a-z]*))?
  a vos frais; a leurs frais; de votre poche
  (?:a|sera|seront|est|sont|doit etre|doivent etre|reste) (?:a )?(?:reglee?s?|regler|payer|payee?s?|acquitter|acquittee?s?|versee?s?|verser|avancee?s?|avancer|acheter|virer) (?:avant|des|lors|par|via|en ligne|au|a l avance|d avance|prealablement|en une|sur|immediatement)
  a (?:regler|payer|verser|acquitter|avancer|acheter|acquerir|souscrire)
  achat (?:obligatoire|prealable|du|d un|de votre|initial); paiement prealable
  you(?: ll)?${gap(4)}(?:pay|purchase|buy|invest|send us|(?<!(?:the|an?|of|our|customer|security|and) )(?:deposit|cover|transfer|fund|front))
  (?:candidates?|applicants?|hires?|recruits?|employees?|workers?)${gap(4)}(?:pay|purchase|buy|deposit|cover|invest|transfer|fund)
  (?:please|kindly|must|should|simply|just|only|need to|required to|asked to|expected to|have to|before|then|and) (?:[a-z]+ )?(?:pay|purchase|buy|deposit|transfer|send (?:the|a|us|[$€£]))
  at your (?:own )?(?:expense|cost); out of (?:your )?(?:own )?pocket
  (?:payable|paid|due) (?:in advance|upfront|up front|before|by (?:the )?(?:candidate|applicant)|on registration|online)
  non refundable
`;

/** Money comes back later, says who never gives it back. */
export const refundLater = idea`
  (?:credited|recredite[es]*|rend|rendue?s?|compense[es]*|offset|recouped?)(?: [^ ]+){0,7} (?:premiere?|first|second|2e|deuxieme|next|prochaine?|arrivee|last|derniere?)
  get (?:it )?back; recuper[a-z]+ (?:sur|avec|apres|a|en|des)
  (?:rembours[a-z]*|restitu[a-z]*|deduit[a-z]*|recuper[a-z]*|rendue?s?|recredite[a-z]*|recouvre[a-z]*)${gap(6)}(?:premiere?s?|1er|1ere|apres|issue|fin|paie|paye|salaires?|jours|semaines|mois|periode|embauche|integralement)
  rembours(?:able|ables) (?:a|apres|sur|des|en|au|avec|lors)
  premiere?${gap(2)}(?:paie|paye|salaire|fiche)${gap(4)}rembours[a-z]*
  (?:refund[a-z]*|reimburs[a-z]*|returned|paid back|given back|credited back|deducted|recouped)${gap(7)}(?:first|after|end|pay|payslip|paycheck|salary|wages?|days|weeks|months?|completion|probation|in full)
`;

/** The employer is the one who pays, or nothing is to be paid. */
export const employerPays = idea`
  (?:entierement |integralement |totalement )?(?:prise?s? en charge|finance[es]*|paye[es]*|offerte?s?|couverte?s?|reglee?s?|fournie?s?|assuree?s?|avancee?s?|financement)(?: (?:a 100 %|a 100%|integralement|entierement|totalement|en totalite|aussi|egalement))?(?: (?:par|au titre|via) (?:nous|nos|notre|l|la|le|votre futur|son|leur|opco|france|pole|atlas))
  (?:nous|on|l entreprise|la societe|l employeur|l opco|notre (?:societe|entreprise)|l agence|la structure|l association|la region) (?:vous )?(?:paye|payons|paie|finance|financons|prend|prenons|prennent|rembourse|remboursons|fournit|fournissons|offre|offrons|couvre|couvrons|regle|reglons|avance|avancons|remet|remettons|prete|pretons|assume|assumons)
  pris(?:e|es)? en charge(?: a)?(?: 100 ?%| integralement)?; gratuit[a-z]*; fourni(?:e|s|es)?; offerte?s?; a nos frais
  aux frais de (?:l|la|notre); sans (?:reste a charge|avance de frais|contrepartie); remunere[es]*(?: des)?
  (?:we|company|employer|firm|charity|agency) (?:will |also |fully |always |happily )*(?:pay|pays|cover|covers|fund|funds|provide|provides|supply|supplies|reimburse|reimburses|issue|lend|sponsor|sponsors)
  (?:fully |entirely )?(?:paid|covered|funded|provided|supplied|reimbursed|sponsored|issued) (?:for )?(?:by|from) (?:us|the|our|day)
  at our (?:own )?(?:expense|cost); at no (?:cost|charge); free of charge; for free; company (?:paid|funded|provided)
  (?:are|is) provided
`;
export const denied = idea`
  (?:aucune?|sans|ni|pas de|rien)${gap(2)}(?:packs?|formations?|licences?) (?:a|payant[es]*); rien a (?:payer|acheter|avancer|verser|debourser); notes? de frais; expense (?:claims?|reports?); nothing to (?:pay|buy)
  fausses? (?:offres?|annonces?|promesses?); (?:faux|fake) (?:cheques?|checks?|recruteurs?|recruiters?)
  (?:reper|dejou|evit|combat|detect|denonc|spot|avoid|prevent|fight|trac)[a-z]*(?: [^ ]+){0,5} (?:arnaques?|escroqueries?|fraudes?|faux|fausses?|scams?|frauds?|fake|mules?|schemes?)
  (?:aucune?|sans|ni|pas d|pas de|jamais(?: d| de)?|zero|nul)${gap(5)}(?:frais|caution|depot|paiement|versement|achat|investissement|apport|avance|somme|argent|contrepartie|kits?|stocks?|cotisation|abonnement|crypto[a-z]*|virement|cheques?|compte|droits?|recommandation|parrainage)
  (?:ne|n)${gap(3)}(?:demand|paye|paie|pai|vers|exig|reclam|sollicit|factur|factu|propos|achet)[a-z]*(?: [^ ]+)? (?:jamais|aucune?|rien|pas|ni)
  (?:no|never|without|not|nor|don t|do not|doesn t|does not|won t|nothing)${gap(6)}(?:fees?|deposits?|payments?|costs?|purchase|pay|investment|charge|upfront|money|kit|inventory|crypto[a-z]*|cold calling|recruit[a-z]*|account)
  demarchage interdit
  (?:mefiez vous|attention aux|beware|signalez|report)${gap(5)}(?:arnaques?|fraud[a-z]*|scam[a-z]*|faux|fake)
`;
export const exceptOnly = idea`
  sauf; hormis; seul[a-z]*; excepte; excepting; juste; simplement; except; only; just; apart from; but; mais
`;

/** After a number, and before one. */
const unit = '(?:€|£|\\$|eur(?:os?)?|usdt?|dollars?|pounds?|chf|gbp|cad|aud|balles|fcfa|xof|mad|dirhams?|francs?)';
const sign = '(?:[€£$]|(?<![a-z])(?:eur|usdt?|chf|gbp|cad|aud))';
const sum = `(?:${sign} ?\\d{1,4}(?:\\.\\d+)?(?![.\\d])|(?<![\\d.])\\d{1,4}(?:\\.\\d+)? ?${unit}(?![a-z]))`;
/** An amount that is no wage: no period follows. */
const lump = `${sum}(?! ?(?:brut|net|gross|bruts|nets)(?![a-z]))(?!(?: ?/ ?| (?:par|per|an?|de l|each|every|la|l|le) )(?:heure|hour|jour|day|mois|month|an|annee|year|semaine|week|unite|mot|word|page)(?![a-z]))`;
/** A sum that is no wage. */
export const lumpSum = idea`${lump}`;
/** Ways to spend, whoever is named: a job seeker, a trainee, a seafarer. */
const spending = [
  'souscri[a-z]+',
  '(?:s )?acquitt[a-z]+',
  'avanc(?:e|ent|ez|er|ons)(?! de)',
  'achet(?:e|ent|ez|er)',
  'command(?:e|ent|ez|er)',
  'financ(?:e|ent|ez|er)',
  'place(?:nt|z|r)',
  'coutent?',
  'a (?:virer|regler|verser|debourser|payer|acquitter|avancer)',
  '(?:est|sont|sera|seront) (?:demandee?s?|exigee?s?|dues?|requis[es]*|percue?s?|collectee?s?|facturee?s?|prelevee?s?|a regler|a verser|a payer|a virer|a la charge|a prevoir)',
  'contre',
  'moyennant',
  'adhere[zr]?',
  'cotis[a-z]+',
  'a (?:votre|leur|sa) charge',
  'envoyez',
  'reglez',
  'versez',
  'virez',
  'deposez',
  'de votre poche',
  'a prevoir',
  '(?:is|are|will be) (?:collected|charged|due|payable|required|requested|taken|billed|held)',
  'applies',
  'we (?:ask for|require|collect|charge|request|take)',
  '(?:must|should|to|needs to|has to) be (?:paid|transferred|settled|purchased|sent|deposited|covered|remitted|wired)',
  'to (?:pay|transfer|settle|deposit|purchase)',
  '(?:place|places|place an?|place the) (?:the )?order',
  'cover(?:s)?(?: [^ ]+){0,5} themselves',
  'subscri(?:be|bes|ption)',
  'financ(?:e|es) ',
  'purchase[s]?',
  'buy[s]?',
  'costs?(?: only)?',
  'payable',
  'upfront',
  'up front',
  'send',
  'pay(?: only| just| a| an| the| for| us)',
  'transfer',
  'deposit',
  'in advance',
  'themselves',
].join('|');
/** Money that comes to people rather than from them. */
const inflow =
  '(?:prime|bonus|salaire|indemnite|gratification|remuneration|commission|allowance|salary|wage|stipend|budget|reward|paid|paye|paie|panier|tickets?|gagne[rz]?|earn|touche[rz]?|gain|compensation|worth|valeur)';
/** A sum that is too small for a wage and has no period, or a subscription; nothing says that it is earned. */
export const smallSum = idea`
  (?<!(?:${inflow}s?|vaut|worth)(?: [^ ]+){0,4} )(?:${sign} ?\d{1,3}(?:\.\d+)?(?![.\d])|(?<![\d.])\d{1,3}(?:\.\d+)? ?${unit}(?![a-z]))(?! ?(?:brut|net|gross|k|bruts|nets|pour vous)(?![a-z]))(?!(?: ?/ ?| (?:par|per|an?|de l|each|every|la|l|le) ?)(?:heure|hour|jour|day|an|annee|year|semaine|week|unite|mot|word|page|video|article|envoi|colis|piece|prestation|mission|visite|shift)(?![a-z]))(?! (?:weekly|daily|pieces?|each|chacun|hebdo))
`;
/** What a sum may be for, when no honest employer would name one. */
export const costCue = idea`
  inscriptions?; contributions?; participation; cotis[a-z]+; reglements?; dossiers?; licen[cs]ed; box; coffrets?; welcome
  carte; cards?; fichiers?; files?; credited; recredite[es]*; rendue?s?; rend; returned; souscri[a-z]+; subscri[a-z]+
  adhe(?:rez|sion|rer); member(?:ship)?; place; catalogue; acces; access; activation; activate; activer; outil; suite; tool
  library; order; screening; check; verification; reserve[rz]?; reservation; hold; avance; garantie; bond; guarantee
  paperwork; habilitation; attestation; exam(?:en|ination)?; reseller; revendeur; correspondan[a-z]+; lawyer; avocat
  notaire; medical; medicale?
`;
/** Somebody spends a sum, said within a few words. */
export const spends = idea`
  (?:${spending})(?: (?!${inflow})[^ ]+){0,8}? ${lump}; ${lump}(?: [^ ]+){0,6} (?:${spending})
`;
/** Parcels that pass through a home. */
export const parcel = idea`
  electronics?; devices?; gadgets?; cartons?; telephones; consoles; smartphones; iphones?
  envois?; consignments?; colis; paquets?; plis; marchandises?; articles; commandes; packages?; parcels?; shipments?; goods
  items; mail packages?; orders; boxes; deliveries
`;
export const atHome = idea`
  vous (?:seront|sont|sera|est) (?:livre|expedie|envoye|adresse|achemine)[a-z]*; your (?:front )?(?:porch|doorstep|living room|mailbox)
  particuliers; vous parviennent; private (?:homes?|individuals|people); come to you; reach you
  (?:a|de|depuis|dans) votre (?:domicile|adresse|logement|maison|appartement|garage); chez vous; depuis (?:le|son) domicile
  a (?:votre )?domicile; adresse personnelle; (?:at|to|from) (?:your )?(?:home|house|residence|apartment|place)
  your (?:home )?address; home based; in your (?:home|garage); residential address
  your (?:home|house|door|doorstep|residence)
`;
export const reships = idea`
  coll(?:er|ez|es)(?: [^ ]+){0,3} etiquettes?; au (?:point )?relais; retir(?:er|ez)(?: [^ ]+){0,2} facture; otez(?: [^ ]+){0,2} facture
  bordereaux?; confi(?:er|ez); transporteur; courier; pass them; hand (?:them|it); hands (?:them|it)
  labels? (?:we|that|you|provided|supplied|e ?mailed|sent); labels? we
  etiquettes? (?:que|fournies?|transmises?|envoyees?|recues?); apposez; appos(?:er|ition); point relais; nom d expediteur
  regroup[a-z]+; sender; reexpedi[a-z]+; renvoy[a-z]+; retransmett[a-z]+; reachemin[a-z]+; reetiquet[a-z]+; re ?emball[a-z]+
  nouvelles? etiquettes?; etiquettes? (?:fournies?|prepayees?|que nous); faire suivre; receptionn[a-z]+; recevoir; recevez
  recevrez; relabel[a-z]*; re ?ship[a-z]*; re ?pack[a-z]*; forward[a-z]*; new labels?; prepaid labels?; shipping labels?
  receiv[a-z]+; accept(?:ing)?; re ?mail[a-z]*; send (?:them|it) on; dispatch[a-z]*
`;
export const delivers = idea`
  livr(?:er|ez|aisons?|eurs?|euses?|erez); tournees?; chauffeu[a-z]+; entrepot; quai; deliver(?:y|ing)? (?:driver|round|van); (?<!is our )warehouse; drivers?
  drop offs?; retours?
`;

/** Where people are asked to write instead of by a way that leaves a trace. */
export const messenger = idea`
  wh?ats ?s?app?e?; whatap; watsapp; wsp; telegram[me]*; signal; messenger; we ?chat; viber; imo; skype
  google ?(?:chat|hangouts?); hangouts?; snap(?:chat)?; wire(?: app)?; kik; insta(?:gram)?; facebook; zangi; line app
  threema; ms teams chat; tele gram; private message; messagerie
`;
export const strongMessenger = idea`
  wh?ats ?s?app?e?; whatap; watsapp; telegram[me]*; we ?chat; viber; google ?(?:chat|hangouts?); hangouts?; kik; zangi
  threema; tele gram; signal; wire app; skype
`;
export const contacts = idea`
  contact[a-z]*; ecri[a-z]+; envoy[a-z]+; ajout[a-z]+; rejoi[a-z]+; postul[a-z]+; candidat[a-z]*; entretiens?; entrevue
  discut[a-z]+; echang[a-z]+; repond[a-z]+; joindre; joign[a-z]+; recrut[a-z]+; selection; inscri[a-z]+; message[sz]?
  infos?; informations?; interesse[es]*; conseill[a-z]+; responsable; tuteur; manager; directement; via; sur; par; join
  text; messages?; add; reach; write; send; apply; application; interview[a-z]*; chat; details; onboarding; dm; ping; hit
  interested; on; via; through; over; by
`;
export const onlyWay = idea`
  uniquement; exclusivement; seulement; seul moyen; que par; que sur; pas d appels?; pas de mails?; sans appel; ni appel
  ni mail; ne pas appeler; n appelez pas; integralement; entierement; exclusif; toutes? (?:les|la|nos); only; exclusively
  solely; no (?:phone )?calls?; no emails?; do not (?:call|email); don t (?:call|email); entirely
  all (?:communications?|interviews?|exchanges)
`;
export const chatInterview = idea`
  (?:entretien|entrevue|recrutement|selection|embauche|onboarding)${gap(7)}(?:par (?:chat|message|ecrit|messagerie|sms|whatsapp|telegram|texte)|sur (?:whatsapp|telegram|messenger|signal|hangouts?|skype|google chat)|via (?:whatsapp|telegram|messenger|signal|hangouts?|google chat))
  (?:interview[a-z]*|hiring|onboarding|briefing|training)${gap(7)}(?:(?:via|on|over|through|by|in|using) (?:a |an |the |our )?(?:text|chat|messages?|messaging|whatsapp|telegram|signal|google chat|hangouts?|wire|skype|instant)|text based)
  (?:text|chat|email|online messaging) (?:based |only )?interview; entretien ecrit
`;
export const besides = idea`
  (?:comme|selon ce que) vous (?:preferez|voulez); ou (?:nous )?ecri[a-z]+; whichever; either; aussi; egalement; en plus
  au choix; si vous preferez; ou (?:par|un|via) (?:e )?(?:mail|courriel|telephone); ou (?:e )?mail; ou (?:d )?appeler
  ou appelez; groupe; equipe; also; as well; too; if you prefer; alternatively
  or (?:by |via |an )?(?:e ?mail|phone|call|post); besides; in addition
  (?:e ?mail|phone|telephone|courriel|formulaire|form|site|appel|sms)(?: [a-z]+)? (?:ou|or) (?:par |sur |on |via |by )?(?:whatsapp|telegram|signal|messenger)
  optional; facultatif; team; group
`;
export const channelAsProduct = idea`
  integr[a-z]+; api; apis; chatbots?; bots?; develop[a-z]+; modules?; canal; canaux; channels?; campagn[a-z]+; campaigns?
  clients?; clientele; customers?; communautes?; community; support; sdk; notifications?; usagers; beneficiaires
  reseaux sociaux; social media; publicite[s]?; ads; contenus?; content; moderation; moder[a-z]+; tickets?; parents
  adherents; abonnes; tableau de bord; conversationnel[a-z]*; messaging platform; users?; posts?; strategie; strategy
  anim[a-z]+; publi[a-z]+; traitement du signal; signal processing
`;
export const messengerLink =
  /(?<![a-z0-9])(?:https?:?\/*)?(?:www\.)?(?:t\.me|wa\.me|telegram\.(?:me|dog)|api\.whatsapp\.com|chat\.whatsapp\.com|m\.me|wa\.link|signal\.me)\/[^ ]*/;
