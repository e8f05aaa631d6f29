import { counted, type Text, UserError } from '../../../kernel/text.ts';

const refusal = (code: string, text: Text) => () => new UserError(`reports.${code}`, text);

export const unknownMessage = refusal('unknown_message', {
  fr: 'Ce message n’existe plus, ou vous n’y avez pas accès. Vous pouvez signaler la personne : clic droit sur son nom, puis Applications.',
  en: 'This message no longer exists, or you cannot read it. You can report the person: right click on their name, then Apps.',
});
export const unreadableLink = refusal('link', {
  fr: 'Ce n’est pas le lien d’un message de ce serveur. Faites un clic droit sur le message, puis « Copier le lien du message ».',
  en: 'This is not the link of a message of this server. Right click on the message, then “Copy Message Link”.',
});
export const oneOfBoth = refusal('both', {
  fr: 'Indiquez une personne ou un message, pas les deux : le message suffit, on sait qui l’a écrit.',
  en: 'Give a person or a message, not both: the message is enough, we know who wrote it.',
});
export const aboutSelf = refusal('self', {
  fr: 'Vous ne pouvez pas vous signaler, ni vos messages. Vous pouvez supprimer un de vos messages, ou écrire à l’équipe.',
  en: 'You cannot report yourself or your own messages. You can delete a message of yours, or write to the staff.',
});
export const aboutBot = refusal('bot', {
  fr: 'Un programme ne se signale pas comme une personne. Signalez plutôt un de ses messages, ou écrivez à l’équipe.',
  en: 'A bot is not reported as a person. Report one of its messages instead, or write to the staff.',
});
export const ownMessage = refusal('program', {
  fr: 'Ce message vient du serveur lui-même. Une offre d’emploi ou un binôme ont leur propre bouton « Signaler » ; pour le reste, écrivez à l’équipe.',
  en: 'This message comes from the server itself. A job offer or a pair have a “Report” button of their own; for anything else write to the staff.',
});
export const personLeft = refusal('left', {
  fr: 'Cette personne n’est plus sur le serveur. Vous pouvez encore signaler un de ses messages.',
  en: 'This person is no longer on the server. You can still report one of their messages.',
});
export const alreadyReported = refusal('already', {
  fr: 'Vous l’avez déjà signalé : l’équipe l’a reçu, et vous aurez des nouvelles de la suite.',
  en: 'You reported it already: the team has it, and you will hear of the outcome.',
});
export const tooMany = (daily: number) =>
  new UserError('reports.too_many', {
    fr: `Vous avez envoyé ${counted(daily, 'signalement', 'signalements')} en 24 heures, le maximum. En cas d’urgence, écrivez directement à une personne de l’équipe ; sinon, réessayez demain.`,
    en: `You sent ${counted(daily, 'report', 'reports')} in 24 hours, which is the most. If it is urgent, write to somebody of the staff; otherwise try again tomorrow.`,
  });

export const unknownSubject = refusal('unknown', {
  fr: 'Ce signalement n’existe plus. La file montre ceux qui attendent.',
  en: 'This report no longer exists. The queue shows those that wait.',
});
export const concerned = refusal('concerned', {
  fr: 'Ce signalement vous concerne : d’autres personnes de l’équipe s’en occupent.',
  en: 'This report concerns you: other people of the team see to it.',
});
export const handled = refusal('handled', {
  fr: 'Ce signalement a déjà une réponse : sa carte dit laquelle.',
  en: 'This report was answered already: its card says how.',
});
export const voting = refusal('voting', {
  fr: 'Un vote de l’équipe est en cours à ce sujet. Attendez sa fin, ou faites retirer la proposition.',
  en: 'The team is voting on this. Wait for the end of the vote, or have the proposal withdrawn.',
});
export const underWay = refusal('under_way', {
  fr: 'Une réponse est déjà en route : un message que l’on retire, ou une sanction que l’on applique. La carte dira dans un instant ce qu’il en est.',
  en: 'An answer is already on its way: a message being removed, or a sanction being carried out. The card will say in a moment what came of it.',
});
export const noMessage = refusal('no_message', {
  fr: 'Il n’y a plus de message à retirer : il a été supprimé, ou le signalement vise une personne.',
  en: 'There is no message to remove: it was deleted, or the report is about a person.',
});

export const notWeighable = refusal('not_weighable', {
  fr: 'Ce signalement ne peut pas être jugé abusif : il attend encore une réponse, ou l’équipe lui a donné suite. Classez-le d’abord sans suite.',
  en: 'This report cannot be called unfounded: it still waits for an answer, or the team acted on it. First close it without action.',
});

export const unknownReveal = refusal('unknown_reveal', {
  fr: 'Cette demande n’existe plus, ou a expiré après 24 heures. Vous pouvez en faire une autre.',
  en: 'This request no longer exists, or ended after 24 hours. You can make another one.',
});
export const alreadyAsked = refusal('already_asked', {
  fr: 'Cette identité est déjà demandée : une seconde personne peut confirmer dans le salon de modération.',
  en: 'This identity is already asked for: a second person can confirm in the moderation channel.',
});
export const secondPerson = refusal('second_person', {
  fr: 'Vous avez fait cette demande : une autre personne de la modération doit la confirmer.',
  en: 'You made this request: another moderator must confirm it.',
});
export const notConfirmed = refusal('not_confirmed', {
  fr: 'Cette demande attend encore une seconde personne de la modération.',
  en: 'This request still waits for a second moderator.',
});
export const notForYou = refusal('not_for_you', {
  fr: 'Cette identité n’est montrée qu’aux deux personnes qui l’ont demandée et confirmée.',
  en: 'This identity is shown only to the two people who asked for it and confirmed.',
});
export const erasedReporter = refusal('erased', {
  fr: 'Cette personne a fait effacer ses données : plus rien ne dit qui elle est.',
  en: 'This person had their data erased: nothing says who they are any more.',
});
export const thresholdAlone = refusal('threshold', {
  fr: 'Indiquez ensemble le motif et le nombre de personnes.',
  en: 'Give the category and the number of people together.',
});
