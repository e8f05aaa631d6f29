import { idea } from '../text/idea.ts';

/** Ideas of papers, codes and accounts that somebody is asked to hand over. In the normal form of `normalise`, as in `lexicon.ts`. */

/** Papers and secrets that nobody needs from somebody who only applies. */
export const paper = idea`
  card numbers?; numeros? de (?:votre |la )?carte; carte de paiement; your card
  (?:cartes?|pieces?|titres?|papiers?) (?:nationales? )?d ?identite; cni; passeports?; passports?
  (?:national |photo |government |valid )?id(?: cards?)?; identity (?:cards?|documents?); driv(?:er|ing) ?s? licen[cs]e
  permis de conduire; rib; iban; releves? (?:de compte|bancaires?|d identite bancaire)
  bank(?:ing)? (?:details?|statements?|account (?:details|numbers?|information)|information|letter)
  account (?:and routing )?numbers?; routing number; coordonnees bancaires; informations bancaires
  numeros? de (?:carte|compte); carte (?:bancaire|bleue|de credit|vitale); (?:credit|debit|bank) ?cards?
  numeros? (?:de )?(?:securite sociale|secu); social security (?:number|card); ssn; national insurance number
  avis d imposition; justificatifs? de domicile; proof of address; utility bill; fiches? de paie
  bulletins? de (?:salaire|paie); selfies?; attestation (?:vitale|de droits); livret de famille; birth certificate
  acte de naissance; date of birth
`;
export const sensitivePaper = idea`
  card numbers?; numeros? de (?:votre |la )?carte; carte de paiement; a cote de votre visage; next to your face
  carte (?:bancaire|bleue|de credit); numeros? de carte; (?:credit|debit|bank) ?cards?; cvv; cryptogramme; ssn
  social security (?:number|card); selfies?; routing number; account and routing; numeros? (?:de )?(?:securite sociale|secu)
  avis d imposition; releves? (?:de compte|bancaires?); bank statements?
`;
export const hands = idea`
  indiqu(?:er|ez|e); donn(?:er|ez)(?= |$); confi(?:er|ez); laiss(?:er|ez); dict(?:er|ez)
  copies?; scan[a-z]*; photo[a-z]*; recto; envoy[a-z]+; fourni(?:r|ssez|rez); transmett[a-z]+; transmission
  joi(?:ndre|gnez|nt|nte); communiqu[a-z]+; renseign[a-z]+; saisi[a-z]*; munissez; envoi; send; sending; upload[a-z]*
  provide; submit; forward; attach(?:ed|ing)?; share; pictures?; copy; front and back; enter; along with; include; need
  require[a-z]*; reply with; fill in; together with; accompagne[es]*; avec; demand[a-z]+; il nous faut; preparez
`;
export const early = idea`
  before we; to schedule; pour fixer; l ouverture
  avant (?:l |tout |le |votre |toute |meme )?(?:entretien|embauche|premier|entree|integration|prise|echange|contrat|signature)
  des (?:la|votre|le|maintenant|aujourd hui|reception); avec (?:votre|le|un) (?:cv|candidature|dossier)
  pour (?:valider|finaliser|reserver|bloquer|confirmer|constituer|ouvrir|creer|activer|traiter|postuler|verifier|preparer|etablir|accelerer|completer|lancer|l ouverture|la creation|la validation|enregistrer|votre (?:dossier|inscription|candidature|contrat))
  afin de (?:valider|finaliser|reserver|bloquer|confirmer|constituer|preparer|creer|ouvrir|verifier|traiter|completer|etablir)
  par (?:whatsapp|telegram|e mail|mail|retour|sms|message|courriel); immediatement; sans (?:attendre|delai|entretien)
  candidatures? (?:complete|sans)
  (?:to|in order to) (?:secure|reserve|confirm|validate|process|set (?:you )?up|verify|finali[sz]e|apply|register|activate|speed|prepare|open|complete|begin|start|get started|hold)
  before (?:the |your |any |we )?(?:interview|start|first|call|speak|contract|meet|training)
  with your (?:cv|application|resume); by (?:whatsapp|telegram|e ?mail|text|return|message|reply); right away; immediately
  now; today; direct deposit (?:set ?up|form); in (?:your|the) (?:application|first message|reply)
  your (?:full )?(?:name|address); on registration; at registration; within 24
`;
export const late = idea`
  a l (?:embauche|issue); (?:lors|au moment|jour|apres|a) (?:de |la |l )*(?:signature|embauche|arrivee|entree|integration)
  une fois (?:embauche|recrute|le contrat|la promesse|selectionne)[a-z]*; le (?:premier|1er) jour
  a votre (?:arrivee|integration)
  (?:once|when|after|upon|on) (?:you (?:are |have |re )?)?(?:been )?(?:hired|hire|signed|sign|signing|joined|joining|offer|your offer|contract)
  on (?:your|the) first day; at signing; day one; apres (?:acceptation|la promesse); right to work; bring; apport(?:er|ez)
  presenter; original; en main propre
`;
export const secret = idea`
  acces complet; codes? d acces; codes? (?:client|banque|bancaires?|carte)
  identifiants?; mots? de passe; passwords?; log ?ins?; credentials
  codes? (?:recus?|sms|de verification|confidentiels?|secrets?|d acces|de validation|a \d chiffres|envoye)
  (?:verification|sms|security|one time|confirmation) codes?; otp; pin; seed phrase; phrase de recuperation; recovery phrase
  acces (?:a votre|bancaires?|a vos); access to your
`;
export const secretOf = idea`
  boursorama; revolut; paypal; netflix; icloud; apple id; vinted; airbnb; leboncoin; whatsapp; snapchat
  bancaires?; banque; bank(?:ing)?; france ?connect; impots; ameli; cpf; compte (?:personnel de )?formation; caf
  (?:votre|vos) (?:telephone|comptes?|boite mail|messagerie|ordinateur)
  your (?:phone|bank|account|email|accounts|computer|paypal); facebook; paypal; gmail; teamviewer; any ?desk; wallet
  recu par sms; received by (?:text|sms)
`;
/** Somebody is to give away what opens their own accounts. */
export const givesSecret = idea`
  (?<!ne |jamais |pas )(?:donn|indiqu|transmett|communiqu|fourniss|saisiss|renseign|envoy|confi|laiss|partag|dict|tap|remett)(?:ez|er|re)(?: [^ ]+){0,5} (?:vos|votre)(?: [^ ]+){0,3} (?:identifiants?|mots? de passe|codes?|log ?ins?|acces)
  (?<!never |not |don t )(?:give|send|share|provide|enter|text|forward|submit|tell|reply with|confirm)(?: [^ ]+){0,4} your(?: [^ ]+){0,3} (?:passwords?|log ?ins?|credentials|pin|codes?|otp|user ?names?)
  (?:vos|votre) (?:identifiants?|mots? de passe|codes?)(?: [^ ]+){0,6} (?:nous (?:sont|seront)|sont (?:necessaires|demandes|requis)|pour que nous|afin que nous)
`;
/** Nothing of the kind is asked for, or one makes an account of one's own. */
export const asksNoSecret = idea`
  jamais; never; no need; not (?:need|have|be asked|be required); sans (?:jamais )?(?:saisir|demander|noter|donner|connaitre); ne (?:[a-z]+ )?pas
  (?:cre(?:ez|er)|ouvr(?:ez|ir)|choisi[a-z]*|create|choose|set up|register)(?: [^ ]+){0,5} (?:espace candidat|(?:notre|le|our|the|a|la) (?:site|portail|plateforme|portal|website|platform|page))
  (?:log ?in(?:to)?|sign ?in(?:to)?|connect[a-z]+)(?: [^ ]+){0,4} (?:candidate|candidat|notre site|our site)
`;
/** Somebody opens their bank in front of another. */
export const opensBank = idea`
  (?:connect|ouvr|acced|rend|authentifi|identifi)[a-z]+(?: vous)?(?: [^ ]+){0,4} (?:votre (?:banque|compte (?:bancaire|en banque)|appli(?:cation)? (?:bancaire|de (?:votre )?banque))|espace (?:client|personnel) (?:de |d )?(?:votre )?banque)
  (?:log ?in(?:to)?|sign ?in(?:to)?|log on|open|access)(?: [^ ]+){0,3} your (?:online )?(?:bank(?:ing)?|bank account|mobile bank)(?: app)?
`;
export const remoteControl = idea`
  any ?desk; team ?viewer; rust ?desk; quick ?support; prise? en main; pren[a-z]+ la main; prend la main; controle a distance
  remote (?:access|control|desktop|support); screen ?shar[a-z]+; partage[rz]? (?:d |votre |l )?ecran; supremo; ultraviewer
`;
export const cpf = idea`cpf; compte (?:personnel de )?formation; mon compte formation; droits (?:a la )?formation`;
export const usesCpf = idea`
  entr(?:er|e|ons) (?:ensemble |avec vous )?sur; depens[a-z]+; vos droits
  utilis(?:er|ez|ation); mobilis(?:er|ez|ation); financ[a-z]+; activ(?:er|ez|ation); identifiants?; connect[a-z]+; soldes?
  disposer; deblo[a-z]+; debit[a-z]+; au moins \d+; minimum; obligatoire; condition; disponible[s]?
`;

export const needsCpf = idea`
  soldes?; disposer; au moins; minimum; obligatoire; condition; reserve[es]*; identifiants?; droits suffisants
`;
