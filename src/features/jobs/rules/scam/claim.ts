import { gap, idea } from '../text/idea.ts';

/** Ideas of the second half: what is promised, what is asked for, and signs of an honest employer. In the normal form of `normalise`, as in `lexicon.ts`. */

export const noExperience = idea`
  (?:aucune?|sans|pas besoin d|pas d|zero|ni) (?:[a-z]+ )?(?:experiences?|qualifications?|diplomes?|competences?|connaissances?|prerequis)
  (?:no|zero|without) (?:prior |previous |special |particular |any |specific )*(?:experience|skills?|qualifications?|degree|background|knowledge)
  experience (?:is )?(?:not|isn t|non) (?:required|needed|necessary|requise|necessaire|exigee)
  ouvert[es]* a (?:tous|toutes|tout); accessible a (?:tous|toutes|tout); tout le monde (?:peut|y arrive|est); anyone can
  open to (?:everyone|anyone|all); n importe qui; anybody
`;
/** What work never promises. */
export const bigPromise = idea`
  revenus? (?:complementaires? )?(?:illimite[a-z]*|passifs?|residuels?|garantis?|exponentiels?|recurrents?|automatiques?|sans (?:limite|plafond))
  gains? (?:garantis?|illimites?|rapides?|immediats?|faciles?|quotidiens?|potentiels?)
  argent (?:facile|rapide|des le premier); (?:liberte|independance|autonomie) financiere
  propre (?:patron|patronne|chef|cheffe|boss)
  (?:changer|changez|change|transform[a-z]+) (?:de|votre|ta|leur) (?:vie|quotidien|avenir)
  devenez (?:riche|millionnaire|rentier[a-z]*|libre)
  opportunite (?:unique|en or|exceptionnelle|de revenus?|d affaires|financiere|a saisir)
  rendements? (?:garantis?|quotidiens?|de \d+); doubl(?:er|ez) (?:votre|vos); sans (?:effort|risque|patron|stress)
  complement de revenus? (?:facile|rapide|immediat|garanti|confortable); arrondi[a-z]+ (?:vos|ses|leurs) fins? de mois
  unlimited (?:income|earnings?|potential|commissions?)
  (?:passive|residual|guaranteed|recurring) (?:income|earnings?|profits?|returns?|payouts?)
  easy (?:money|cash|income|job|work|tasks?); financial(?:ly)? (?:freedom|independen[a-z]+|free); own boss
  quit your (?:day )?job; change your life; life changing; double your; get rich; golden opportunity; once in a lifetime
  ground floor opportunity; business opportunity; opportunity of a lifetime; risk free; no risk; side hustle
  earn while you sleep; income (?:stream|opportunity); six figures?; extra cash; guaranteed (?:salary|pay|money)
`;
export const earns = idea`
  palpe[rz]?; faire? \d+ balles; fais \d+
  gagn(?:er|ez|e|ent|erez); empoch(?:er|ez); touch(?:er|ez|erez); toucherez; encaissez; revenus?; gains?
  remuneration attractive; earn(?:ing|ings|s)?; make; making; income; profits?; payouts?; cash in
`;
export const fewHours = idea`
  (?:[1-3]|une|deux|trois|quelques|[1-9]\d|1h|2h|3h|\d a \d) ?(?:min|mn|minutes?|h|heures?)? ?(?:a \d+ ?(?:h|heures?|minutes?) )?(?:par|/|chaque|le) ?(?:jours?|jr|j)
  quelques (?:heures|minutes|clics)
  (?:pendant|sur|durant|dans) (?:votre|vos|ton|leur) (?:temps libre|heures? perdues?|pauses?|moments libres)
  a vos heures perdues
  (?:[1-3]|one|two|three|a few|couple of|\d+ to \d+|[1-9]\d) ?(?:mins?|minutes?|hrs?|hours?) (?:a|per|each|every) ?day
  few (?:hours|minutes|clicks); (?:in|during) your (?:free|spare) time; spare (?:time|hours); whenever you (?:want|like)
  quand vous (?:voulez|le souhaitez); ou vous voulez
`;
export const fromPhone = idea`
  (?:votre|un|simple|seul|avec|juste un) (?:simple )?(?:telephone|smartphone|portable|mobile)(?: suffit)?
  depuis (?:votre|ton) (?:telephone|smartphone|canape|portable|salon); (?:your|a|just a|only a) (?:smart ?)?phone
  from your (?:phone|couch|sofa|bed|smartphone|mobile); connexion internet; internet connection
`;
export const quickPay = idea`
  (?:paiements?|paye[es]*|versements?|remunerations?|regle[es]*|gains verses|virements?|retraits?) (?:[a-z]+ )?(?:quotidien[a-z]*|journalier[a-z]*|immediat[a-z]*|instantane[a-z]*|le jour meme|chaque (?:soir|jour)|tous les (?:soirs|jours)|sous 24 ?h|a la tache|dans la journee)
  paid (?:daily|same day|instantly|every day|out daily|per task)
  (?:daily|instant|same day|immediate) (?:pay(?:ment|out)?s?|cash|withdrawals?); retraits?
  withdraw(?:al|als)? (?:your|any|daily|every)
`;

/** Paid clicks. */
export const clicks = idea`
  (?:five|5) stars?; (?:cinq|5) etoiles; like; lik[a-z]+; captchas?
  refresh[a-z]*; rafraich[a-z]+; push(?:er|ing)?; ameliorer le classement; valid(?:er|ez|e); submit(?:s|ting)?
  trait(?:er|ez) (?:une|des|les) (?:serie|commande)s?; answer(?:ing)?; repond(?:re|ez); lik(?:er|ez|e|ing); aimer
  not(?:er|ez); evalu(?:er|ez|ation); boost(?:er|ez|ing|e)?; cliqu(?:er|ez|ant); clics?; regard(?:er|ez)
  visionn(?:er|ez|age); s abonner; abonn(?:er|ez); suivre; partag(?:er|ez); comment(?:er|ez); optimis(?:er|ez|ation)
  rat(?:e|ing); review(?:s|ing)?; click(?:s|ing)?; watch(?:ing)?; subscrib(?:e|ing); follow(?:ing)?; shar(?:e|ing); avis
  optimi[sz](?:e|ing|ation); collect(?:er|ez); simul[a-z]+; valid(?:er|ez) (?:des|les) commandes; captcha
`;
export const clicked = idea`
  rankings?; classements?; surveys?; sondages?; questionnaires?; videos?; hotels?; produits?; products?; app(?:lication)?s?
  annonces; ads?; pubs?; publicites?; youtube; tiktok; instagram; comptes; boutiques?; marchands?; films?; restaurants?
  posts?; publications?; chaines?; channels?; stores?; merchants?; listings?; destinations?; orders?; commandes; airbnb
  booking; google maps; musiques?; songs?; captcha[s]?; pages
`;
export const perClick = idea`
  (?:batch|batches|lots?|sets?|series?|rounds?|paquets?) (?:of|de) [a-z0-9]+; (?:une |des |in |complete )(?:serie|set)s?
  credited after each; par sondage; per survey
  (?<!cout )(?<!cost )(?<!revenu )(?<!ventes )(?<!sales )(?:par|pour chaque|a chaque|per|for each|for every|each|every) (?:video|like|clic|click|tache|task|avis|review|note|rating|abonnement|commande|order|vue|view|follow|captcha|produit|hotel|mission (?:terminee|validee))s?
  (?:taches?|missions?) (?:simples?|faciles?|quotidiennes?|remunerees?|en ligne|journalieres?|payees?)
  (?:simple|easy|daily|online|paid|basic) tasks?; (?:serie|set|ensemble|lot|paquet)s? (?:de|of) \d+
  taches? (?:d optimisation|de notation|d evaluation|par jour); tasks? (?:a|per) day
  commission[s]? (?:par|per|for each|on each|a chaque|apres chaque); \d+ (?:taches|tasks)
`;
export const recharge = idea`
  (?:solde|balance|compte|account)(?: [^ ]+){0,3} (?:in the red|dans le rouge|en negatif|below zero|minus)
  top (?:it|them|that) up; (?:retrait|withdrawal)s?(?: [^ ]+){0,8} (?:versement|depot|deposit|payment) (?:de |d )?(?:confirmation|verification|activation|validation)
  add (?:your |some |more )?(?:own )?funds; ajout(?:er|ez) des fonds
  (?:debloqu|unlock)[a-z]*(?: [^ ]+){0,4} (?:orders?|commandes?|lots?|batch(?:es)?|sets?)
  (?:missions?|taches?|tasks?|orders?|commandes?) (?:prepayees?|prepaid|groupees?|combinees?|bundled|merged)
  (?:mise|avance|depot|stake|deposit)(?: [^ ]+){0,6} (?:rendue?s?|remboursee?s?|returned|paid back|given back|refunded)(?: [^ ]+){0,3} (?:bonus|commission|gains?|profit|interets?|\d+ ?%)
  balance addition; complement de solde; premium (?:items?|orders?|tasks?)
  (?:released|paid|credited) once(?: [^ ]+){0,4} (?:complete|completed|finished)
  (?:depass|exce)[a-z]*${gap(2)}(?:solde|balance); complet(?:er|ez|e)${gap(2)}solde; add the difference
  (?:solde|balance) (?:insuffisant|devient|goes|turns|becomes|is) ?(?:negative?|insufficient)?
  (?:recharg|approvisionn|crediter|alimenter|reapprovisionn)[a-z]*${gap(3)}(?:compte|solde|portefeuille|plateforme|balance)
  solde negatif; negative balance; (?:top|topping) up (?:your |the )?(?:account|balance|wallet)?
  (?:debloqu|unlock)[a-z]*${gap(4)}(?:niveaux?|retraits?|gains|missions?|taches?|suite|commissions?|next|levels?|withdraw[a-z]*|tasks?|earnings|tier|bonus)
  (?:niveau|level|compte|account|statut|membre|member) vip; vip(?:\d| level| member| \d); recharge (?:your|the|of)
  funds? your (?:account|wallet|balance); combined (?:order|task)s?; merge orders?
`;

/** Currencies and speculation. */
export const coin = idea`
  crypto[a-z]*; bitcoins?; btc; usdt; usdc; tether; trc20; ethereum; eth; stablecoins?; nft; tokens?; binance; coinbase
  metamask; trust wallet; forex; options binaires; binary options; copy trading
  (?:robot|bot|signaux|signals?) (?:de |d )?trading; trading (?:bot|signals?|platform|account); trading; wallets?
  portefeuille (?:numerique|electronique|crypto[a-z]*|virtuel); digital (?:assets?|currenc[a-z]+); monnaies? virtuelles?
  actifs? numeriques?
`;
export const paidIn = idea`
  (?:paye|paie|payee|payes|remuner|salaire|versee?s?|versement|paiement|commissions?|regle|solde|primes?|gains?)[a-z]*${gap(4)}(?:en|via|par) (?:crypto[a-z]*|bitcoins?|btc|usdt|usdc|ethereum|eth|tether|monnaie virtuelle|stablecoins?|actifs? numeriques?)
  (?:paid|pay|salary|payments?|payouts?|wages?|compensation|commissions?|earnings|settled|receive)${gap(5)}(?:in|via|through|by|with) (?:crypto[a-z]*|bitcoins?|btc|usdt|usdc|ethereum|eth|tether|stablecoins?)
`;
export const puts = idea`
  stak(?:e|es|ing); aliment(?:er|ez|es)(?= |$); appliqu(?:er|ez|es) nos
  copi(?:er|ez|e|es|ant)(?= |$); copy(?:ing)?; mirror(?:s|ing)?; reprodu(?:ire|isez|it); repliqu(?:er|ez)
  fund; approvisionne[es]*; plac(?:er|ez|e); trade; trad(?:er|ez); investi[a-z]*; investment; depos[a-z]+; depots?
  achet[a-z]+; achat; capital; mise[rz]?; approvisionn[a-z]+; crediter; ouvr(?:ir|ez|irez); creer; creez; convertir
  convertissez; transfer[a-z]*; portefeuille personnel; invest[a-z]*; deposits?; buy(?:ing)?; purchase; fund(?:ed)?
  open(?:ing)?; create; convert(?:ing)?; install; connect your; your (?:own )?wallet
  votre (?:propre )?(?:wallet|portefeuille); plac(?:er|ez) 
`;
/** Work on other people's coins: to build, to watch, to explain. */
export const tradeWork = idea`
  fraud[a-z]*; suspici[a-z]+; suspects?; suspectes?; tracfin; blanchiment; laundering; analys(?:e|es|er|ez|is|ing|t|ts|te|tes)
  regulat[a-z]+; regulateur[a-z]*; kyc; monitoring; screening; risques?; risks?; enquet[a-z]+; investigat[a-z]+; sanctions?
  coder; codez; blockchain; forensics?; police; gendarmerie; journalis[a-z]+; articles?; enseign[a-z]+; teach[a-z]*
  develop[a-z]*; ingenieu[a-z]+; engineer[a-z]*; smart contracts?; solidity; rust; backend; frontend; full ?stack
  conformite; compliance; lcb ft; aml; audit[a-z]*; juridique; legal; api[s]?; devops; qa; testeu[a-z]+; data; analyst[a-z]*
  redact[a-z]+; designer; psan; amf; mica; product; produit; accountant; comptab[a-z]*; support; securite; security
  recherche; research; node; typescript; python; java; back end; front end
`;

/** Pyramids. */
export const pyramid = idea`
  invit(?:e|es|ez|er)(?: [^ ]+){0,3} (?:amies?|amis|proches|contacts|copines|potes|connaissances|collegues)(?: [^ ]+){0,12} (?:touch|gagn|percev)[a-z]*
  (?:people|partners|members) (?:below|beneath) you; (?:whenever|when|each time|every time) (?:someone|somebody|people|anyone|friends?) you (?:introduced?|invited?|referred|brought)
  (?:chaque|toute|par) (?:nouvelle? )?(?:personne|membre|ami[es]*|proche|inscrit[es]*|affilie[es]*|filleul[es]*) (?:qui )?(?:vous rejoin[a-z]+|rejoin[a-z]+|s inscri[a-z]+|adher[a-z]+|entre)(?: [^ ]+){0,5} (?:rapport[a-z]+|lien|code|grace a vous|via vous|par vous|gagn[a-z]+|touch[a-z]+|bonus|prime)
  (?:each|every|per) (?:new )?(?:person|member|friend|signup|sign up|recruit|one) (?:who|that)? ?(?:joins?|signs? up|enrol[l]?s?|registers?|buys? in)(?: [^ ]+){0,2} (?:through|thanks to|via|under|with|using|below) (?:you|your)
  (?:no|aucun|pas de|sans) (?:product|produit|stock)s?(?: [^ ]+){0,3} (?:to sell|a vendre|vendre)(?: [^ ]+){0,8} (?:invit|recruit|recrut|parrain|join|rejoi)[a-z]*
  (?:level|niveau|rang) (?:1|2|3|one|two|un|deux)(?: [^ ]+){0,4} \d+ ?%; under (?:you|yours) (?:earn|pay|sell)[a-z]*; (?:people|team|members) (?:under|below|beneath) you
  plus (?:votre|le|l) (?:equipe|reseau|groupe) (?:grandi[a-z]*|s agrandi[a-z]*|grossi[a-z]*); the more (?:people|friends|members|recruits) you
  
  as your own (?:advisers|team|recruits|members|people); (?:vos|leurs) propres (?:conseill|recru|fill|vend|distribut)[a-z]+
  lignee; adhesions? directes?
  que vous (?:avez |aurez )?(?:fait entrer|parrain[a-z]+|recrut[a-z]+|inscri[a-z]+|amen[a-z]+|introdui[a-z]+)
  (?:people|members?|persons?|friends?|someone|anyone|advisers?) (?:that |who |whom )?(?:you|they) (?:bring|introduce|recruit|sign|enrol|refer)[a-z]*(?: in)?
  (?:override|share|percentage)(?: [^ ]+){0,4} (?:production|volume|sales|organi[sz]ation|turnover)
  (?:chiffre|activite|production|volume|ventes|achats)(?: [^ ]+){0,4} (?:votre|vos|leur) (?:lignee|filleuls|organisation|reseau|recrues)
  as you introduce; filleul[a-z]*; downlines?; uplines?; mlm; marketing (?:relationnel|de reseau|multi ?niveaux?)
  network marketing; multi ?level; vente (?:multi ?niveaux?|pyramidale)
  (?:revenus?|commissions?|pourcentage|primes?|bonus|gains?)(?: [^ ]+){0,5} (?:sur|de|on|from|off|from the sales of) (?:votre|vos|leurs?|your|their|the|les ventes de (?:vos|votre)) (?:equipe|team|filleuls?|reseau|network|recrues?|recruits?|downlines?|parraines?|affilies)
  (?:niveaux?|generations?|levels?) (?:de (?:parrainage|remuneration|profondeur)|deep|of (?:commission|referral)s?)
  chaque (?:nouveau |nouvelle )?(?:membre|personne|filleul|recrue|adherent)[a-z]* (?:que vous )?(?:parraine|recrute|inscri|amene|introdui)[a-z]*
  (?:each|every|per) (?:new )?(?:member|person|friend|recruit|signup)(?: that| who| whom)? you (?:recruit|bring|sign|introduce|enrol[l]?|refer)
`;
export const recruits = idea`
  distribut(?:eur|rice|eurs|rices) (?:independant[a-z]*|agree[a-z]*)
  independent (?:distributors?|brand (?:partner|ambassador)s?); votre entourage; women around you; autour de vous
  people (?:you know|around you); parrain(?:er|ez|age|ages)
  recrut(?:er|ez|ement de)${gap(2)}(?:equipe|amis|proches|personnes|distributeurs|membres|partenaires|filleuls|entourage|reseau)
  (?:constitu|developp|construi|batir|bati|mont|cre)[a-z]*${gap(2)}(?:propre )?(?:equipe|reseau)(?: de (?:distribution|vente|vendeurs|partenaires|conseillers))?
  build(?:ing)? (?:your|a) (?:own )?(?:team|network)
  (?:recruit|bring|invite|enrol|enroll|sign up|introduce|refer)(?:ing)?${gap(2)}(?:friends?|others?|people|members?|family|partners?|recruits?|contacts?)
  votre (?:equipe|reseau) de (?:vente|distribution|vendeurs|partenaires|conseillers); entourage; vos proches
  friends and family
`;
export const cooptation = idea`
  cooptation; prime de (?:parrainage|cooptation); programme de parrainage; referral (?:bonus|scheme|programme|program)
  employee referral; parrainage (?:client|sportif|interne); mentorat; parrain[s]? (?:de promo|interne)
`;

/** What is bought and sold with savings. */
export const markets = idea`
  positions?; bourse; traders?; mentors?; signaux; signals?; marches? financiers?; stock market; broker; courtier
  placements?; investissements?; forex; rendements?; returns?; gains? garantis?
`;

/** A gain that is a share of what somebody puts in. */
export const yields = idea`
  \d+(?:\.\d+)? ?% (?:par|a|per|chaque|each|every) (?:jour|semaine|mois|day|week|month)
  \d+(?:\.\d+)? ?% (?:daily|weekly|monthly|quotidien|mensuel|hebdomadaire)
`;
/** Nobody honest has to say so. */
export const protests = idea`
  (?:pas|n est pas|aucune) (?:une )?(?:arnaque|escroquerie); (?:not|isn t|no) (?:a )?scam
  100 ?% (?:legal|legale|legit|serieux|fiable|real); totally legit[a-z]*; offre serieuse; pas serieux s abstenir
`;

/** A name that somebody lends. */
export const lends = idea`
  tak(?:e|ing) out; publi(?:er|ez); vend(?:re|ez); sell(?:ing)?; post(?:ing)?; lou(?:er|ez|ons|e); location
  pret(?:er|ez|ent|e); mett(?:re|ez) a (?:notre )?disposition; mise a disposition; ouvr(?:ir|ez|irez|erture); ouverture
  cre(?:er|ez|ation|erez); souscri[a-z]+; contract(?:er|ez); activ(?:er|ez); rent(?:ing)?; lend(?:ing)?; leas(?:e|ing)
  open(?:ing)?; creat(?:e|ing); register(?:ing)?; sign(?:ing)? up; verify(?:ing)?; let us use; give us access
`;
export const lent = idea`
  (?:mobile |phone )?contracts?; (?:mobile )?contrats?; forfaits?; comptes?; profils?; identite; cartes? sim
  lignes? (?:mobiles?|telephoniques?); abonnements? (?:mobiles?|telephoniques?); credits?; prets?; accounts?; profiles?
  identity; sim cards?; phone (?:lines?|contracts?); loans?; societes?; company; companies; entreprise; llc
`;
export const inTheirName = idea`
  (?:a|sous|en|avec) (?:votre|leur|son) (?:propre )?(?:nom|identite)
  (?:in|under|with|using) your (?:own )?(?:name|identity|id)
  votre (?:propre )?(?:compte|profil) (?:linkedin|facebook|upwork|malt|uber|airbnb|paypal|leboncoin|amazon|deliveroo|vinted|google ads|bancaire)
  your (?:own |existing |personal )*(?:linkedin|facebook|upwork|fiverr|uber|airbnb|paypal|amazon|ebay|google ads|bank) (?:account|profile)s?
  votre identite; your identity
`;

/** How one is taken on. */
export const noInterview = idea`
  sans (?:aucun )?entretien; aucun entretien; pas d entretien; no interview[s]?; without (?:an )?interview
  embauche (?:garantie|automatique|instantanee); hired (?:on the spot|immediately|instantly|right away); poste garanti
  emploi garanti; place garantie; guaranteed (?:job|position|hire|placement|employment); instant hir(?:e|ing)
  (?:deja |pre ?)selectionne[es]*; (?:been )?(?:pre ?)?(?:selected|shortlisted|approved)
  (?:votre|your) (?:profil|cv|resume|profile|candidature|application) (?:a ete |a |was |has been |have been )?(?:retenue?|selectionnee?|selected|approved|chosen|found|impressed|repere)
  embauche (?:dans l heure|sous 24 ?h|le jour meme|sans cv)
`;
export const urgent = idea`
  places? (?:limitees?|restantes?); limited (?:spots?|places?|positions?|slots?|seats?); plus que \d+
  repondez (?:vite|rapidement|des maintenant); faites vite; depechez vous; hurry
  (?:dernieres?|last) (?:places?|spots?|chance|slots?); act (?:now|fast); only \d+ (?:spots?|places?|positions?|slots?) left
  n attendez plus; don t (?:wait|miss); saisissez; first come; avant qu il ne soit trop tard; offre limitee
  positions? filling; urgent[a-z]*
`;
export const abroad = idea`
  canada; dubai; australie; australia; qatar; emirats; suisse; luxembourg; etats unis; usa; united kingdom; norvege; norway
  new zealand; quebec
`;
export const allIncluded = idea`
  (?:visa|billets? d avion|logement|hebergement|passeport|permis de travail|accommodation|housing|flights?|work permit|tickets?)${gap(6)}(?:offerts?|inclus[es]*|pris en charge|fournis?|gratuits?|assures?|garantis?|free|included|provided|covered|guaranteed|sponsored)
  (?:offrons|offre|provide|free)${gap(4)}(?:visa|flights?|accommodation|logement|billets?)
`;
export const awayBoss = idea`
  (?:actuellement|presentement|souvent|en ce moment|currently|presently|at the moment|often)${gap(5)}(?:en deplacement|a l etranger|absente?|hospitalise[es]*|en mer|en mission|abroad|overseas|travell?ing|out of (?:town|the country|state)|away|hospitali[sz]ed)
  (?:busy|overseas|foreign|traveling|travelling) (?:executive|businessman|business ?woman|client|ceo|doctor|employer)
  ne pourrai pas vous rencontrer; won t be able to meet; unable to meet
`;
export const errands = idea`
  errands?; courses; achats; shopping; purchases?; cadeaux; gifts?; orphelin[a-z]*; orphanages?; factures?; bills; mail
  courrier
`;
export const homePiece = idea`
  mise sous (?:pli|enveloppe); enveloppes; remplissage; recopi(?:er|age|ez); assembl(?:er|age|ez); envelope stuffing
  stuffing envelopes; copy (?:paste|typing); copier coller; saisie (?:de donnees|a domicile|en ligne); data entry
  form filling; typing jobs?; coll(?:er|age) d etiquettes; montage de (?:stylos|bijoux|bougies); stylos; ad posting
`;
export const fromHome = idea`
  a domicile; de chez vous; depuis chez vous; chez vous; from home; at home; work from anywhere; de la maison; remotely from
  depuis votre (?:domicile|canape|salon|maison)
`;

/** Numbers that cost whoever calls. */
export const premium =
  /(?<![\d+])0 ?8 ?9[\d. ]{6,11}\d|(?<!\d)\+33 ?8 ?9[\d. ]{6,11}\d|(?<![a-z0-9])(?:numero surtaxe|sms surtaxe|premium rate)/;

/** Signs of an employer who has nothing to hide; they weigh against weak signs only, as anybody can write them. */
export const honest: readonly RegExp[] = [
  idea`mutuelle; prevoyance; health insurance; pension`,
  idea`
  tickets? restaurants?; titres? restaurants?; cheques? dejeuner; rtt; conges payes; annual leave; days holiday
  paid holiday[s]?; conges
`,
  idea`
  convention collective; grille; smic; 13e mois; interessement; participation aux benefices; salaire brut; brut; gross
`,
  idea`
  (?:35|37|38|39|37.5) ?(?:h|heures|hours); temps (?:plein|partiel); full time; part time; cdi; cdd
`,
  idea`
  entretien (?:avec|dans|en visio|technique|sur place|au|physique|de)
  (?:visio|locaux|bureaux|sur site|office|on site|in person|video call); deux entretiens; two interviews; demi journee
  test technique; technical interview
`,
];
