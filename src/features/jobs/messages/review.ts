import { bold, counted, escapeMarkdown, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';

/** What staff read. */
export const text = {
  cardTitle: {
    new: (id: number): Text => ({ fr: `### Offre n° ${id} à relire`, en: `### Offer no. ${id} to review` }),
    after: (id: number): Text => ({
      fr: `### Offre n° ${id} déjà en ligne, à relire\nSon entreprise a trois offres acceptées et aucun signalement.`,
      en: `### Offer no. ${id}, online already, to review\nIts company has three approved offers and no report.`,
    }),
    edit: (id: number): Text => ({
      fr: `### Offre n° ${id} : modification à relire\nL’ancien texte reste en ligne en attendant.`,
      en: `### Offer no. ${id}: a change to review\nThe old text stays online meanwhile.`,
    }),
    reported: (id: number): Text => ({
      fr: `### Offre n° ${id} masquée après des signalements`,
      en: `### Offer no. ${id}, hidden after reports`,
    }),
    flagged: (id: number): Text => ({
      fr: `### Offre n° ${id} signalée, encore en ligne`,
      en: `### Offer no. ${id}, reported and still online`,
    }),
    flaggedEnded: (id: number): Text => ({
      fr: `### Offre n° ${id}, terminée, avait été signalée\nVotre décision compte pour la confiance faite à l’entreprise.`,
      en: `### Offer no. ${id}, ended, had been reported\nYour decision counts for the trust in its company.`,
    }),
    settled: (id: number): Text => ({ fr: `### Offre n° ${id}`, en: `### Offer no. ${id}` }),
  },
  author: (id: string | null, at: Date | null): Text => ({
    fr: `Par ${id ? `<@${id}>` : 'une personne effacée'}${at ? `, envoyée ${timeOf(at, 'R')}` : ''}.`,
    en: `By ${id ? `<@${id}>` : 'somebody erased'}${at ? `, sent ${timeOf(at, 'R')}` : ''}.`,
  }),
  companyLine: (name: string, since: Date | null): Text => ({
    fr: `Entreprise : ${bold(name)}${since ? `, vérifiée depuis le ${timeOf(since, 'D')}` : ', non vérifiée'}.`,
    en: `Company: ${bold(name)}${since ? `, verified since ${timeOf(since, 'D')}` : ', not verified'}.`,
  }),
  relayedLine: (name: string): Text => ({
    fr: `Relayée par une personne de la communauté, pour ${bold(name)}, que l’équipe n’a pas vérifiée.`,
    en: `Relayed by a member of the community, for ${bold(name)}, which staff have not verified.`,
  }),
  findings: (number: number): Text => ({ fr: `**Remarques des règles (${number})**`, en: `**What the rules say (${number})**` }),
  changes: { fr: '**Ce qui change**', en: '**What changes**' },
  change: (field: Text, before: string, after: string): Text => ({
    fr: `- **${field.fr}** : ${before || 'rien'} → ${after || 'rien'}`,
    en: `- **${field.en}**: ${before || 'nothing'} → ${after || 'nothing'}`,
  }),
  reports: (number: number): Text => ({
    fr: `**${counted(number, 'signalement', 'signalements')}** (leurs auteurs ne sont jamais montrés)`,
    en: `**${counted(number, 'report', 'reports')}** (whoever sent them is never shown)`,
  }),
  report: (category: Text, comment: string): Text => ({
    fr: `- ${category.fr} : ${escapeMarkdown(comment)}`,
    en: `- ${category.en}: ${escapeMarkdown(comment)}`,
  }),
  untold: {
    fr: 'La personne n’a pas pu être prévenue du dernier point : ses messages privés sont fermés, et aucun fil n’a pu s’ouvrir dans le salon d’accueil. Elle le lira dans `/offre liste`.',
    en: 'Its author could not be told of the last point: their direct messages are closed, and no thread could be opened in the welcome channel. They will read it in `/job mine`.',
  },
  asks: { fr: '**Modifications demandées**', en: '**Changes asked for**' },
  decided: (what: Text, by: string | null, at: Date | null): Text => ({
    fr: `${what.fr}${by ? ` par <@${by}>` : ''}${at ? ` ${timeOf(at, 'R')}` : ''}.`,
    en: `${what.en}${by ? ` by <@${by}>` : ''}${at ? ` ${timeOf(at, 'R')}` : ''}.`,
  }),
  outcome: {
    asked: { fr: 'Modifications demandées', en: 'Changes asked for' },
    published: { fr: 'Acceptée', en: 'Approved' },
    refused: { fr: 'Refusée', en: 'Refused' },
    closed: { fr: 'Terminée', en: 'Ended' },
    hidden: { fr: 'Masquée, son entreprise n’est plus vérifiée', en: 'Hidden, its company is no longer verified' },
    pending: { fr: 'En relecture', en: 'Being reviewed' },
    draft: { fr: 'Brouillon', en: 'Draft' },
  },
  reason: (typed: string): Text => ({ fr: `Raison : ${escapeMarkdown(typed)}`, en: `Reason: ${escapeMarkdown(typed)}` }),
  approve: { fr: 'Accepter', en: 'Approve' },
  approveEdit: { fr: 'Accepter la modification', en: 'Approve the change' },
  confirmOnline: { fr: 'Relue, tout va bien', en: 'Reviewed, all is well' },
  ask: { fr: 'Demander des modifications', en: 'Ask for changes' },
  refuse: { fr: 'Refuser', en: 'Refuse' },
  remove: { fr: 'Retirer l’offre', en: 'Remove the offer' },
  keep: { fr: 'Remettre en ligne', en: 'Show it again' },
  keepOnline: { fr: 'Tout est en ordre', en: 'All is in order' },
  settle: { fr: 'Signalement non fondé', en: 'The report was unfounded' },
  approved: (title: string): Text => ({
    fr: `${bold(title)} est acceptée. La personne est prévenue, et le forum suit.`,
    en: `${bold(title)} is approved. Its author is told, and the forum follows.`,
  }),
  asked: (title: string): Text => ({
    fr: `Les modifications de ${bold(title)} sont demandées. La personne les voit à côté de chaque rubrique.`,
    en: `The changes of ${bold(title)} are asked for. Its author sees them beside each part.`,
  }),
  askMore: { fr: 'Demander autre chose', en: 'Ask for something else' },
  refused: (title: string): Text => ({
    fr: `${bold(title)} est refusée. La personne en reçoit la raison.`,
    en: `${bold(title)} is refused. Its author is told why.`,
  }),
  kept: (title: string): Text => ({
    fr: `C’est noté pour ${bold(title)} : les signalements reçus ne comptent plus. Si elle était masquée, elle revient en ligne.`,
    en: `Noted for ${bold(title)}: the reports no longer count. If it was hidden, it comes back online.`,
  }),
  removed: (title: string): Text => ({
    fr: `${bold(title)} est retirée. La personne en reçoit la raison.`,
    en: `${bold(title)} is removed. Its author is told why.`,
  }),
  removeForm: { fr: 'Retirer l’offre', en: 'Remove the offer' },
  askForm: { fr: 'Modifications à demander', en: 'Changes to ask for' },
  askField: { fr: 'Rubrique', en: 'Part' },
  askText: { fr: 'Ce qu’il faut modifier', en: 'What is to change' },
  askField2: { fr: 'Autre rubrique (facultatif)', en: 'Another part (optional)' },
  askText2: { fr: 'Ce qu’il faut y modifier', en: 'What is to change there' },
  askHelp: { fr: 'La personne lira ce texte tel quel.', en: 'The person will read this text as it is.' },
  refuseForm: { fr: 'Refuser l’offre', en: 'Refuse the offer' },
  reasonLabel: { fr: 'Raison', en: 'Reason' },
  queueTitle: (at: number, total: number): Text => ({
    fr: `## Offres à relire : ${at} sur ${total}`,
    en: `## Offers to review: ${at} of ${total}`,
  }),
  queueEmpty: { fr: 'Aucune offre n’attend. Merci !', en: 'No offer waits. Thank you!' },
  queue: { fr: 'Relire les offres', en: 'Review the offers' },
  left: (number: number): Text =>
    number === 0
      ? { fr: 'Plus aucune offre n’attend.', en: 'No other offer waits.' }
      : {
          fr: `${counted(number, 'offre attend', 'offres attendent')} encore.`,
          en: `${counted(number, 'offer waits', 'offers wait')} still.`,
        },
  homeWaiting: (number: number): Text => ({
    fr: `${counted(number, 'offre attend', 'offres attendent')} votre relecture.`,
    en: `${counted(number, 'offer waits', 'offers wait')} to be reviewed.`,
  }),
  late: (number: number, titles: readonly string[]): Text => {
    const list = titles.map((title) => `- ${escapeMarkdown(title)}`).join('\n');
    return {
      fr: `**${counted(number, 'offre attend', 'offres attendent')} depuis plus de 48 h.** Les entreprises reviennent quand on leur répond vite.\n${list}`,
      en: `**${counted(number, 'offer has', 'offers have')} waited for more than 48 hours.** Companies come back when they are answered soon.\n${list}`,
    };
  },
  lost: (title: string, id: number): Text => ({
    fr: `Le message de l’offre n° ${id}, ${bold(title)}, a été supprimé du forum. La personne qui l’a écrite choisit : publier de nouveau ou clôturer. Pour retirer une offre, utilisez plutôt « Retirer l’offre » sur sa carte.`,
    en: `The post of offer no. ${id}, ${bold(title)}, was deleted from the forum. Its author chooses: post again or close. To remove an offer, rather use “Remove the offer” on its card.`,
  }),
  settingsCommand: {
    fr: 'Montants et liens que les règles des offres utilisent',
    en: 'Amounts and links that the rules of offers use',
  },
  internshipOption: {
    fr: 'Gratification minimale d’un stage, en euros par heure',
    en: 'Least pay of an internship, in euros an hour',
  },
  minimumOption: { fr: 'SMIC brut, en euros par heure', en: 'Gross minimum wage, in euros an hour' },
  blockOption: { fr: 'Domaine vers lequel aucune offre ne peut renvoyer', en: 'Domain to which no offer may link' },
  unblockOption: { fr: 'Domaine de nouveau permis', en: 'Domain that is allowed again' },
  settings: (internship: string, minimum: string, domains: readonly string[]): Text => {
    // A message holds few of two hundred: the option « permettre » looks among all.
    const shown = domains.slice(0, 30).map((domain) => `\`${domain}\``);
    const left = domains.length - shown.length;
    const list = shown.join(', ');
    return {
      fr: `Règles des offres :\n- gratification d’un stage : ${internship} € par heure au moins\n- SMIC : ${minimum} € brut par heure\n- domaines refusés (${domains.length}) : ${list || 'aucun'}${left > 0 ? ` et ${left} autres, que l’option « permettre » propose quand vous tapez` : ''}`,
      en: `Rules of offers:\n- pay of an internship: at least ${internship} € an hour\n- minimum wage: ${minimum} € gross an hour\n- refused domains (${domains.length}): ${list || 'none'}${left > 0 ? ` and ${left} more, which the option “unblock” proposes as you type` : ''}`,
    };
  },
};
