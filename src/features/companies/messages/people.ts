import { bold, type Text, UserError } from '../../../kernel/text.ts';

export const text = {
  invite: { fr: 'Inviter quelqu’un à recruter pour votre entreprise', en: 'Invite somebody to recruit for your company' },
  member: { fr: 'La personne à inviter, déjà sur le serveur', en: 'The person to invite, already on the server' },
  title: (name: string): Text => ({ fr: `${name} : les personnes`, en: `${name}: the people` }),
  help: {
    fr: 'La personne responsable invite, retire et transmet la responsabilité. Si elle part, la plus ancienne prend le relais.',
    en: 'Whoever leads it invites, removes and hands the lead over. When they leave, whoever came first takes over.',
  },
  present: { fr: 'Recrutent pour elle', en: 'Recruit for it' },
  open: { fr: 'Invitations sans réponse', en: 'Invitations without an answer' },
  lead: { fr: 'responsable', en: 'leads' },
  choose: { fr: 'Choisir une personne', en: 'Choose a person' },
  inviteSomebody: { fr: 'Inviter quelqu’un du serveur', en: 'Invite somebody of the server' },
  bring: { fr: 'Ajouter ou déplacer quelqu’un ici', en: 'Add or move somebody here' },
  withdraw: (name: string): Text => ({ fr: `Retirer l’invitation de ${name}`, en: `Withdraw the invitation of ${name}` }),
  chosen: (who: string): Text => ({ fr: `Que faire pour ${who} ?`, en: `What about ${who}?` }),
  hand: { fr: 'Confier la responsabilité', en: 'Hand the lead over' },
  remove: { fr: 'Retirer de l’entreprise', en: 'Remove from the company' },
  back: { fr: 'Retour', en: 'Back' },
  invited: (who: string): Text => ({
    fr: `Invitation envoyée à ${who}. La personne l’accepte ou la décline en un clic ; elle a 14 jours.`,
    en: `Invitation sent to ${who}. They accept or decline with one click; they have 14 days.`,
  }),
  invitedLater: (who: string): Text => ({
    fr: `Invitation enregistrée. ${who} la trouve déjà dans *Mon espace* ; un message privé partira quand l’équipe aura vérifié l’entreprise.`,
    en: `Invitation saved. ${who} finds it in *My space* already; a direct message will be sent once the staff verified the company.`,
  }),
  handed: (who: string): Text => ({
    fr: `${who} est désormais responsable de l’entreprise.`,
    en: `${who} now leads the company.`,
  }),
  removed: (who: string): Text => ({
    fr: `${who} ne recrute plus pour l’entreprise.`,
    en: `${who} no longer recruits for the company.`,
  }),
  brought: (who: string, from: string | null): Text => ({
    fr: `${who} recrute désormais pour cette entreprise${from ? `, et plus pour ${from}` : ''}.`,
    en: `${who} now recruits for this company${from ? `, and no longer for ${from}` : ''}.`,
  }),
  withdrawn: { fr: 'Invitation retirée.', en: 'Invitation withdrawn.' },

  invitation: (company: string, who: string | null): Text => ({
    fr: `${who ?? 'Une personne'} vous invite à recruter pour **${company}**.`,
    en: `${who ?? 'Somebody'} invites you to recruit for **${company}**.`,
  }),
  invitationHelp: {
    fr: 'Si vous acceptez, vous préparez ses offres et répondez aux candidatures avec vos collègues. Chaque personne recrute pour une seule entreprise, et peut la quitter quand elle veut.',
    en: 'If you accept, you prepare its offers and answer applications with your colleagues. Each person recruits for one company, and can leave it at any time.',
  },
  accept: { fr: 'Accepter', en: 'Accept' },
  decline: { fr: 'Décliner', en: 'Decline' },
  see: { fr: 'Voir l’invitation', en: 'See the invitation' },
  homeInvited: (company: string): Text => ({
    fr: `On vous invite à recruter pour ${company}.`,
    en: `You are invited to recruit for ${company}.`,
  }),
  joined: (company: string): Text => ({ fr: `Vous recrutez maintenant pour ${company}.`, en: `You now recruit for ${company}.` }),
  declined: { fr: 'Invitation déclinée.', en: 'Invitation declined.' },
};

export const notLead = () =>
  new UserError('companies.not_lead', {
    fr: 'Seule la personne responsable de l’entreprise, ou l’équipe, peut le faire. `/entreprise voir` dit qui c’est.',
    en: 'Only whoever leads the company, or the staff, can do that. `/company show` says who that is.',
  });

export const notOfCompany = (who: string) =>
  new UserError('companies.not_of_company', {
    fr: `<@${who}> ne recrute pas pour cette entreprise. Rien n’a changé.`,
    en: `<@${who}> does not recruit for this company. Nothing has changed.`,
  });

export const alreadyOfCompany = (who: string) =>
  new UserError('companies.already_of_company', {
    fr: `<@${who}> recrute déjà pour cette entreprise.`,
    en: `<@${who}> already recruits for this company.`,
  });

export const alreadyInvited = (who: string) =>
  new UserError('companies.already_invited', {
    fr: `<@${who}> a déjà une invitation. Elle l’attend dans *Mon espace*.`,
    en: `<@${who}> has an invitation already. It waits in *My space*.`,
  });

export const tooManyPeople = (max: number) =>
  new UserError('companies.too_many_people', {
    fr: `${max} personnes au plus recrutent pour une entreprise. Retirez d’abord quelqu’un avec *Personnes et invitations*.`,
    en: `At most ${max} people recruit for a company. Remove somebody first with *People and invitations*.`,
  });

export const tooManyInvitations = (max: number) =>
  new UserError('companies.too_many_invitations', {
    fr: `${max} invitations attendent déjà une réponse. Retirez-en une avec *Personnes et invitations*.`,
    en: `${max} invitations wait for an answer already. Withdraw one with *People and invitations*.`,
  });

export const tooManyToday = (max: number) =>
  new UserError('companies.too_many_today', {
    fr: `${max} invitations sont parties depuis hier. Continuez demain, ou demandez à l’équipe d’ajouter vos collègues.`,
    en: `${max} invitations were sent since yesterday. Go on tomorrow, or ask the staff to add your colleagues.`,
  });

export const declinedRecently = (who: string) =>
  new UserError('companies.declined_recently', {
    fr: `<@${who}> a décliné il y a moins d’un mois. Parlez-vous d’abord ; l’équipe peut aussi ajouter cette personne.`,
    en: `<@${who}> declined less than a month ago. Talk to each other first; the staff can add them as well.`,
  });

export const notMember = (who: string) =>
  new UserError('companies.not_member', {
    fr: `<@${who}> n’est pas sur ce serveur, ou c’est un bot. Envoyez d’abord une invitation au serveur.`,
    en: `<@${who}> is not on this server, or is a bot. Send them an invite to the server first.`,
  });

export const invitationOver = () =>
  new UserError('companies.invitation_over', {
    fr: 'Cette invitation n’est plus ouverte : on y a répondu, elle a été retirée, ou ses 14 jours sont passés. Demandez-en une autre.',
    en: 'This invitation is no longer open: it was answered, withdrawn, or its 14 days are over. Ask for another one.',
  });

export const leaveFirst = (company: string) =>
  new UserError('companies.leave_first', {
    fr: `Vous recrutez déjà pour ${bold(company)}. Quittez-la d’abord avec \`/entreprise voir\` ; l’invitation reste ouverte.`,
    en: `You already recruit for ${bold(company)}. Leave it first with \`/company show\`; the invitation stays open.`,
  });
