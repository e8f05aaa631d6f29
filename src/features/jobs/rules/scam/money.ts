import { gap, idea } from '../text/idea.ts';

/** Ideas of money that is not one's own: who receives it, who keeps a share, who it goes to. In the normal form of `normalise`, as in `lexicon.ts`. */

/** What is too much is sent back: the way of every false cheque. */
export const sendsBack = idea`
  (?:revers|renvo|restitu|rend|retourn|envoy|vir|transfer|revire)[a-z]*(?: [^ ]+){0,3} (?:surplus|difference|trop percu|excedent|reliquat|solde|reste)
  (?:send|pass|return|refund|wire|transfer|forward|remit|give)(?: [^ ]+){0,3} (?:difference|surplus|excess|overpayment|balance|remainder|rest)
`;
/** The worker hands money to who employs them. */
export const toUs = idea`
  nous (?:transfer|revers|envo|renvo|vir|remett)[a-z]+(?: [^ ]+){0,2} (?:argent|fonds|sommes?|montants?|recettes?|especes|produit des ventes)
  (?:send|transfer|wire|forward|remit|return)(?:ring|ting)? (?:us |to us )?(?:the |all )?(?:money|funds|cash|proceeds|takings)
  (?:les|la|le) (?:sommes?|fonds|argent|especes|montant)(?: [^ ]+){0,6} (?:au siege|a notre (?:coursier|agent|partenaire|correspondant)|a nos (?:agents|partenaires))
`;
/** Somebody's own savings. */
export const ownMoney = idea`
  votre compte (?:reel|de trading|trader|trading); your (?:live|real|trading) account
  (?:own|personal) (?:wallet|investment portfolio|capital|savings|funds|money|trading account|(?:crypto |exchange |broker |brokerage )?account|investment)s?(?= |$)(?! (?:manager|executive)s?)
  your (?:savings|capital|stake|initial investment)
  (?:propres?|personnel[a-z]*|vos|votre) (?:portefeuille(?! (?:de )?(?:clients?|clientele|prospects?|affaires|projets?|comptes|mandats|partenaires|produits))|capital|economies|epargne|argent|fonds|wallet|investissement|mise)s?
  portefeuille personnel; wallet personnel; fonds propres
`;

/** The share is the firm's: an agency or an auction lives from it. */
export const firmShare = idea`
  (?:our|notre|nos|the (?:agency|firm|house|company) s?)(?: \d+ ?%)?(?: [a-z]+)? (?:commission|fees?|honoraires|share)
  les honoraires; (?:pour|de) (?:l|la|notre|le) (?:agence|societe|maison|entreprise|cabinet|boutique|etude|galerie|regie)
  for the (?:agency|firm|house|company|gallery|shop)
`;
/** Payments of others pass through an account that is lent for it. */
export const passesThrough = idea`
  (?:run|runs|pass|passes|move|moves|put|push|send|route|receive)(?: [^ ]+){0,3} (?:payments?|money|funds|transfers?|cash)(?: [^ ]+){0,2} (?:through|via|into|on) (?:it|your|them)
  (?:faire|fasse|fais|faites)(?: [^ ]+){0,2} (?:passer|transiter)(?: [^ ]+){0,5} (?:dessus|par|sur|via)
  transit(?:e|ent|er|eront)(?: [^ ]+){0,3} (?:par|sur|via) (?:votre|vos|le compte d)
`;
export const anyAccount = idea`
  (?:bank|checking|savings|personal|current|unused) accounts?; comptes? (?:bancaires?|courants?|en banque|perso[a-z]*|inutilises?)
  votre compte; your account; account you (?:don t|rarely|hardly)
`;
/** Money of others that somebody holds for a while, and hands to who employs them. */
export const handsToUs = idea`
  (?:me|nous) (?:les? |la |l |en )?(?:faites suivre|transfer|revers|renvoy|renverr|vire|adress|redonn)[a-z]*; (?:send|wire|forward|pass) (?:me|us) (?:the )?(?:rest|balance|remainder|difference)
  (?:vous|tu) nous (?:les? |la |l |en )?(?:transfer|adress|revers|retransf|vir|remett|remet|rend|redonn)[a-z]*
  nous (?:les|le|la|en) (?:transfer|revers|retransf|vir|remett|remet|rend|redonn)[a-z]*
  (?:vous|tu) (?:les?|la|l) (?:adress|transfer|revers|retransf|vir|remett|transmett)[a-z]+ (?:a (?:notre|nos)|au) (?:siege|partenaires?|comptes?|agents?|correspondants?|bureau)
  you (?:then |just )?(?:send|transfer|wire|forward|remit|pass|give) (?:it |them |us )(?:on |back |over )?(?:to us|(?:the |that )?(?:deposits?|money|rest|cash|rents?|proceeds))
`;
/** What tenants, buyers or donors pay. */
export const othersPay = idea`
  reservations?; bookings?; interesses(?: [^ ]+)? vir[a-z]+
  cautions?; loyers?; depots? de garantie; arrhes; acomptes?; reglements?; dons?; encaissements?; deposits?; rents?; donations?
  wages?; premier loyer; down payments?
`;
/** Money sent to somebody before they did any work, for them to spend. */
export const advance = idea`
  (?:recev(?:ez|rez)|recois|envoyons|enverrons|enverrai|adresserai|vir(?:ons|erons|erai)|receive|send you|wire you|transfer you)(?: [^ ]+){0,4} (?:virement|transfert|somme|montant|fonds|avance|acompte|transfer|payment|funds|money|advance)(?: [^ ]+){0,6} (?:d avance|par avance|avance|a l avance|in advance|upfront|up front|avant (?:le|votre|de)|afin d|pour (?:acheter|payer|regler|acquerir)|to (?:buy|purchase|pay for|cover))
`;
/** It is spent with somebody whom the one who sent it names. */
export const namedSeller = idea`
  (?:mon|ma|notre|my|our|a|un)(?: [a-z]+)? (?:livreur|fournisseur|vendeur|transporteur|prestataire|fournisseuse|vendor|supplier|mover|movers|seller|delivery (?:man|person|guy)|shipping agent|demenageur)
  en especes; in cash; par western union; par mandat; by zelle; cash ?app; cartes? cadeaux?; gift cards?
`;

/** Accounts and money that pass through somebody's hands. */
export const ownAccount = idea`
  (?:your|their) (?:own )?(?:[a-z]+ ){0,2}accounts?; (?:votre|leur) (?:propre )?compte [a-z]+; deposited with you
  credited to you
  compte (?:bancaire )?(?:de |du |d )(?:notre |votre |l |la |le |un )?(?:collabora|salari|employe|agent|assistant|candidat|gestionnaire|comptable|titulaire|recrue)[a-z]*
  (?:employee|bookkeeper|agent|associate|assistant|candidate|contractor|worker|recruit|clerk|accountant|holder|manager) s (?:[a-z]+ )?(?:bank )?accounts?
  (?:made out|payable|written) to you; a votre ordre; votre (?:propre )?nom
  (?:votre|vos|ton|tes|leur|son) (?:propres? |nouveaux? )?(?:compte|rib|iban|comptes)(?! rendu)(?: (?:bancaires?|personnels?|courants?|perso|pro|paypal|revolut|n26|wise|postal))*
  compte (?:bancaire |paypal |courant |dedie )*(?:personnel|perso|a votre nom|ouvert a votre nom)
  sur votre (?:livret|carte)
  your (?:own |personal |private |new )*(?:bank |checking |savings |paypal |current |cash ?app |venmo |zelle |revolut )*accounts?
  account (?:opened )?in your (?:own )?name; (?:a|personal|own) (?:personal |private )?bank account; votre banque
  your (?:own )?bank
`;
export const moves = idea`
  oseille; thunes?; fric; biff; cautions?; loyers encaisses; mandats?; money orders?; virements? recus?
  wages; salaires; top ups?; recharges; settlements?; rents?; loyers?; donations?; dons; acheteurs; buyers; virements?
  fonds; sommes?; paiements?; argent; cheques?; montants?; transferts?; especes; liquide; versements?; transactions?
  encaissements?; recettes; reglements?; funds; money; payments?; transfers?; checks?; cheques?; wires?; deposits?
  transactions?; cash; proceeds; remittances?
`;
export const forwards = idea`
  expedi(?:er|ez|es); divis(?:er|ez|es); fractionn(?:er|ez|es); turn (?:them|it) into; split (?:it|them)
  sor(?:s|tez|tir|t)${gap(3)}(?:distributeur|dab|guichet|especes|liquide|cash); what is left; what remains; ce qui reste
  (?:redonn|rend|ramen|rapport)(?:es|ez|s|er)? (?:le |la |les |nous |en )*(?:reste|tout|argent|\d+ ?%)
  cash (?:it |them )?out
  draw; effectuez un (?:paiement|achat|virement|depot); convert(?:s|ed)?; leave the; hand (?:over|it); vous donnez
  nous donnez; achemin[a-z]+; routed; remitted; forwarded; passed on; transferred (?:to|on); remett(?:ez|re|rez)
  vous les (?:virez|renvoyez|versez); pass (?:the )?[a-z]+ on; send (?:the )?[a-z]+ (?:on|back); transfer(?:er|ez|erez|e)
  retires; revers[a-z]+; renvoy[a-z]+; retransf[a-z]+; retransm[a-z]+; redistribu[a-z]+; reexpedi[a-z]+; reachemin[a-z]+
  faire suivre; faites suivre; retir(?:er|ez|erez); retrait; convertir; convertissez; reparti(?:r|ssez); vir(?:er|ez|erez)
  envoy(?:er|ez|erez) (?:le |la |du )?(?:reste|solde|difference|surplus)
  (?:le |la )(?:reste|solde|difference|surplus|reliquat); transmett(?:re|ez|rez)(?: les fonds| le reste); dispatch[a-z]*
  forward(?:ing)?; transfer(?:ring)? (?:it|them|the|on|onward|onwards|funds|money|to); re ?send
  send (?:on|it on|the (?:rest|remainder|balance|difference)); the (?:rest|remainder|balance|difference|remaining); wire
  wiring; convert(?:ing)?; pass (?:on|it on|them on); passing (?:it )?on; withdraw(?:ing)?; remit(?:ting)?
  redistribut[a-z]+; relay(?:ing)?; route; routing; onward
`;
export const keeps = idea`
  (?:gard|conserv|retien|reten|preleva?|keep|pocket|retain)[a-z]*(?: [^ ]+){0,3} (?:dixiemes?|quart|tiers|moitie|difference|third|quarter|half|tenth|percentage|(?:five|ten|cinq|dix) (?:percent|pour cent))
  (?:gard|conserv|preleva?|reten|retien)[a-z]*(?: [^ ]+){0,2} \d+ ?(?:€|£|\$|eur(?:os?)?|chf|balles)
  (?:pocket|retain|deduct|withhold|keep)(?:ing|s)?(?: [^ ]+){0,2} (?:[€£$] ?\d+|\d+ ?(?:€|£|\$|usd|gbp|chf))
  gard(?:e|es|ez|er|ant) (?:votre|sa|leur|une?) (?:part|commission|pourcentage)
  gard(?:e|es|ez|er|ant) \d+ ?(?:€|%|eur(?:os?)?|balles); keep(?:ing|s)? (?:your (?:share|cut|part)|[€£$] ?\d+|\d+ ?(?:€|£|\$))
  (?:rend|revers|redonn|renvo|transfer|remett|remet)[a-z]*(?: [^ ]+){0,3} \d+ ?%
  (?:moins|minus|less|after deducting|apres deduction de) (?:your |votre |vos )?(?:\d+ ?%|share|part|commission)
  (?:take|taking|takes)(?: [^ ]+){0,3} \d+(?:\.\d+)? ?%; your \d+ ?(?:%|percent); deduction faite; less your
  (?:gard|conserv|prelev|reten|retien|deduis|percev|touch|empoch)[a-z]*${gap(6)}(?:\d+(?:\.\d+)? ?%|commission|pourcentage|part)
  \d+(?:\.\d+)? ?%${gap(5)}(?:de |par |sur )(?:chaque |les |la |ces |tout |toute )?(?:transfert|virement|transaction|operation|somme|montant|cheque|paiement)s?(?: recue?s?| traitee?s?)?
  commission${gap(4)}(?:sur|par) (?:chaque |tout |toute )?(?:transfert|virement|transaction|operation|somme)s?
  (?:keep|retain|deduct|withhold|earn|receive)(?:ing)?${gap(5)}\d+(?:\.\d+)? ?(?:%|percent)
  \d+(?:\.\d+)? ?(?:%|percent)${gap(4)}(?:of |on |per |from )(?:each |every |the |all )?(?:transfer|transaction|payment|check|deposit|amount)s?
`;
export const getsCheque = idea`
  (?:cash|deposit|bank)(?:ing)? (?:the |a |our )?(?:money orders?|cheques?|checks?)(?: [^ ]+)? (?:you (?:will |ll )?(?:receive|get)|we (?:send|mail))
  (?:pay|regl|rembours)[a-z]*${gap(3)}(?:d avance )?par cheque
  (?:settle|pay|paid|prepay)[a-z]*${gap(5)}by (?:[a-z]+ )?(?:check|cheque)
  (?:check|cheque) (?:made|written) (?:out )?to you
  (?:recev(?:ez|rez|oir)|recois|recevras|enverrons|envoyons|adresserons|adressons|parviendra|remettrons|remis|envoye)${gap(6)}cheques?
  cheques?${gap(5)}(?:vous (?:sera|seront|est|sont) (?:envoye|adresse|remis)[a-z]*)
  (?:receive|get|mail you|send you|issue you|sent to you|mailed|provide you with|send out)${gap(5)}(?:checks?|cheques?|money orders?)
  (?:checks?|cheques?|money orders?)${gap(6)}(?:mailed|sent|emailed|issued|delivered) to you
  (?:encaiss|depos)[a-z]*${gap(3)}cheques?${gap(5)}(?:votre|vos) (?:propre )?(?:comptes?|banque|nom|livret|agence|rib|appli[a-z]*)
  (?:deposit|cash|print)${gap(4)}(?:checks?|cheques?)${gap(6)}your (?:own |personal |[a-z]+ )?(?:accounts?|bank|name|phone|app|printer); mobile deposit; e ?checks?; certified check
  cashier s? ?check; cheque de banque
`;
export const voucher = idea`
  recharges?; pcs; transcash; neosurf; paysafecards?; western union; money ?gram; mandat cash
  coupons? (?:de )?(?:recharge|prepaye|pcs); cartes? (?:cadeaux?|prepayees?|itunes|google play|steam|amazon|apple)
  gift ?cards?; (?:itunes|google play|steam|apple|amazon|vanilla|prepaid) (?:gift )?cards?; cash ?app; zelle; venmo
`;
/** A shop sells them. */
export const sellsThem = idea`
  (?:vend(?:ez|re|eurs?|euses?)|ventes?|sell(?:ing|s)?|sales?)(?: [^ ]+){0,5} (?:cartes?|coupons?|recharges?|neosurf|pcs|transcash|paysafecards?|gift ?cards?|vouchers?)
`;
export const vouches = idea`
  numeros?; payable; donnez; by; achet[a-z]*; achat; codes?; photo[a-z]*; envoy[a-z]+; transmett[a-z]+; gratt[a-z]+
  retir[a-z]+; paiement; regl[a-z]+; virement; par; via; communiqu[a-z]+; buy; buying; purchas[a-z]+; send; sending; scratch
  codes?; pay; payment; through; pictures?
`;
