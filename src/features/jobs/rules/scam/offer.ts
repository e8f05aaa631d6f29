import type { Text } from '../../../../kernel/text.ts';
import type { OfferContent, OfferField } from '../content.ts';
import type { Facts, Finding } from '../finding.ts';
import { about, quoted, textsOf } from '../text/said.ts';
import { type Hit, judge } from './judge.ts';
import type { ScamFamily } from './signal.ts';

/** To the author, who may be honest and clumsy: what to change. To staff: what it looks like. */
const families: Record<ScamFamily, { toAuthor: Text; toStaff: Text; source?: string }> = {
  fee: {
    source: 'Code du travail, art. L5321-3 et L5331-3',
    toAuthor: {
      fr: 'rien ne se paie pour être recruté. Retirez ce paiement, ou dites que l’entreprise le prend en charge.',
      en: 'nobody pays to be hired. Remove this payment, or say that the company bears it.',
    },
    toStaff: { fr: 'paiement demandé aux candidats', en: 'payment asked from candidates' },
  },
  mule: {
    source: 'Code pénal, art. 324-1',
    toAuthor: {
      fr: 'l’argent de l’entreprise ne passe pas par le compte d’une personne. Décrivez la tâche autrement.',
      en: 'the company’s money does not pass through a person’s account. Describe the task differently.',
    },
    toStaff: {
      fr: 'transit d’argent par un compte personnel (blanchiment)',
      en: 'money routed through a personal account (laundering)',
    },
  },
  cheque: {
    toAuthor: {
      fr: 'envoyer un chèque à une personne recrutée n’a pas lieu d’être. Dites qui fournit le matériel et comment la paie est versée.',
      en: 'sending a cheque to a new hire makes no sense. Say who supplies equipment and how pay is sent.',
    },
    toStaff: { fr: 'faux chèque ou trop-perçu', en: 'false cheque or overpayment' },
  },
  voucher: {
    toAuthor: {
      fr: 'cartes prépayées et mandats ne servent pas à recruter. Retirez ce moyen de paiement.',
      en: 'prepaid cards and money orders have no part in hiring. Remove this means of payment.',
    },
    toStaff: {
      fr: 'paiement sans trace : coupons, cartes cadeaux, mandats',
      en: 'untraceable payment: vouchers, gift cards, money orders',
    },
  },
  parcel: {
    toAuthor: {
      fr: 'des colis de l’entreprise ne passent pas par le domicile d’une personne. Dites où se fait le travail.',
      en: 'the company’s parcels do not pass through a person’s home. Say where the work is done.',
    },
    toStaff: { fr: 'réexpédition de colis depuis un domicile', en: 'reshipping of parcels from a home' },
  },
  messenger: {
    source: 'Code du travail, art. L5331-3',
    toAuthor: {
      fr: 'l’échange se fait ici ou par un moyen professionnel. Retirez cette messagerie, ou proposez aussi téléphone et e-mail.',
      en: 'talk here or by a professional means. Remove this messaging app, or offer phone and e-mail as well.',
    },
    toStaff: { fr: 'contact par messagerie privée seulement', en: 'contact by private messaging only' },
  },
  gain: {
    source: 'Code du travail, art. L5331-3',
    toAuthor: {
      fr: 'ces gains ne peuvent pas être promis. Donnez la rémunération brute réelle et ce qu’il faut savoir faire.',
      en: 'such gains cannot be promised. Give the real gross pay and what one must know.',
    },
    toStaff: { fr: 'gains élevés ou faciles, sans expérience', en: 'high or easy gains, no experience' },
  },
  task: {
    source: 'Code du travail, art. L5331-3',
    toAuthor: {
      fr: 'des clics payés à la pièce ne sont pas un emploi. Décrivez le travail et la rémunération.',
      en: 'clicks paid by the piece are no job. Describe the work and the pay.',
    },
    toStaff: { fr: 'tâches en ligne payées au clic, compte à recharger', en: 'paid clicks, account to top up' },
  },
  crypto: {
    toAuthor: {
      fr: 'une offre ne fait ni placer ni recevoir de cryptomonnaie. Retirez-le ; le salaire se paie en euros.',
      en: 'an offer has nobody invest or receive cryptocurrency. Remove it; wages are paid in euros.',
    },
    toStaff: { fr: 'placement ou paie en cryptomonnaie', en: 'investment or pay in cryptocurrency' },
  },
  pyramid: {
    source: 'Code de la consommation, art. L121-15',
    toAuthor: {
      fr: 'gagner sur les personnes que l’on fait entrer est interdit. Décrivez le métier et sa rémunération propre.',
      en: 'earning from the people one brings in is forbidden. Describe the job and its own pay.',
    },
    toStaff: { fr: 'vente pyramidale, gains sur le recrutement', en: 'pyramid selling, gains on recruitment' },
  },
  papers: {
    source: 'Code du travail, art. L1221-6',
    toAuthor: {
      fr: 'ces papiers ne se demandent qu’après la promesse d’embauche. Retirez cette demande.',
      en: 'such papers are asked for only once hired. Remove this request.',
    },
    toStaff: {
      fr: 'papiers ou données bancaires demandés trop tôt (hameçonnage)',
      en: 'papers or bank data asked too early (phishing)',
    },
  },
  secret: {
    toAuthor: {
      fr: 'un mot de passe ou un code reçu ne se donne jamais. Retirez cette demande.',
      en: 'a password or a code received is never given. Remove this request.',
    },
    toStaff: { fr: 'identifiants ou codes demandés', en: 'credentials or codes asked for' },
  },
  training_account: {
    source: 'Code du travail, art. L6323-2 et L6323-8-1',
    toAuthor: {
      fr: 'un emploi ne dépend pas du compte formation d’une personne. Financez la formation, ou retirez la condition.',
      en: 'a job does not depend on somebody’s training account. Fund the training, or remove the condition.',
    },
    toStaff: { fr: 'accès au CPF demandé', en: 'access to the training account (CPF) asked for' },
  },
  identity: {
    source: 'Code pénal, art. 226-4-1',
    toAuthor: {
      fr: 'personne ne prête son nom ni ses comptes à un employeur. Retirez cette tâche.',
      en: 'nobody lends their name or accounts to an employer. Remove this task.',
    },
    toStaff: { fr: 'prêt d’identité ou de comptes', en: 'lending of identity or accounts' },
  },
  hiring: {
    toAuthor: {
      fr: 'une embauche sans échange inquiète. Dites vos étapes, même courtes.',
      en: 'hiring without talking worries people. Say your steps, however short.',
    },
    toStaff: { fr: 'embauche promise sans entretien', en: 'hiring promised without an interview' },
  },
  urgency: {
    toAuthor: {
      fr: 'presser les personnes inquiète. Donnez plutôt une date limite.',
      en: 'hurrying people worries them. Give a deadline instead.',
    },
    toStaff: { fr: 'pression', en: 'pressure' },
  },
  abroad: {
    toAuthor: {
      fr: 'dites l’employeur, le contrat et qui paie chaque frais du départ.',
      en: 'say who employs, the contract and who pays each cost of leaving.',
    },
    toStaff: { fr: 'emploi à l’étranger tout compris', en: 'all-included job abroad' },
  },
  assistant: {
    toAuthor: {
      fr: 'dites pour quelle entreprise, où et avec qui se fait le travail.',
      en: 'say for which company, where and with whom the work is done.',
    },
    toStaff: { fr: 'employeur absent, achats ou argent à gérer', en: 'absent employer, purchases or money to handle' },
  },
  piecework: {
    source: 'Code du travail, art. L7412-1',
    toAuthor: {
      fr: 'le travail à domicile à la pièce a ses règles. Donnez le contrat et le temps payé.',
      en: 'piecework at home has its rules. Give the contract and the hours paid.',
    },
    toStaff: { fr: 'travail à la pièce à domicile', en: 'piecework at home' },
  },
  premium: {
    toAuthor: {
      fr: 'un numéro surtaxé ne sert pas à recruter. Donnez un numéro ordinaire aux personnes retenues.',
      en: 'a premium-rate number has no part in hiring. Give an ordinary number to those you choose.',
    },
    toStaff: { fr: 'numéro surtaxé', en: 'premium-rate number' },
  },
  hidden: {
    toAuthor: {
      fr: 'ce mot est écrit de façon détournée. Écrivez-le normalement.',
      en: 'this word is written in disguise. Write it plainly.',
    },
    toStaff: { fr: 'mot déguisé pour échapper aux filtres', en: 'word disguised to escape filters' },
  },
  email: {
    toAuthor: {
      fr: 'cette adresse ne ressemble pas à l’entreprise. Utilisez celle de son domaine.',
      en: 'this address does not look like the company’s. Use one of its domain.',
    },
    toStaff: { fr: 'adresse qui ne correspond pas à l’entreprise', en: 'address that does not match the company' },
  },
};

/** Lighter signs are for the total only. */
const worthSaying = 0.3;
/** So many are enough to understand. */
const mostSaid = 3;

/**
 * An error when it is surely a scam, as each sign is something that no honest offer needs and that its author can change; a warning that staff read when it
 * may be one. The author reads what to change, never an accusation.
 */
export function checkScam(content: OfferContent, { companyName, companyEmail }: Facts): Finding[] {
  const { isScam, isDoubtful, score, hits } = judge<OfferField>({
    texts: textsOf(content),
    company: companyName,
    email: companyEmail ?? '',
  });
  if (!isDoubtful) return [];
  const shown = hits.filter(({ weight }) => weight >= worthSaying);
  const toFinding = ({ family, field, phrase }: Hit<OfferField>): Finding => {
    const { toAuthor, toStaff, source } = families[family];
    const quote = quoted(phrase);
    const points = score.toFixed(1);
    return {
      code: `scam.${family}`,
      severity: isScam ? 'error' : 'warning',
      field: field ?? 'process',
      text: about(phrase, toAuthor),
      forStaff: {
        fr: `${toStaff.fr} : ${quote.fr} (signes d’arnaque : ${points.replace('.', ',')})`,
        en: `${toStaff.en}: ${quote.en} (signs of a scam: ${points})`,
      },
      ...(source === undefined ? {} : { source }),
    };
  };
  // The address of a company is not in the power of who writes the offer: on its own it stops nobody.
  const inText = shown.filter(({ field }) => field !== null);
  return (inText.length > 0 ? inText : shown).slice(0, mostSaid).map(toFinding);
}
