import type { Text } from '../../../kernel/text.ts';

/** What people of a company are told. `name` is safe to show; `note` is quoted already. */
type Told = { name: string; note: string; until: string };

export const told = {
  asked: ({ name, note }: Told): Text => ({
    fr: `L’équipe a besoin d’une précision pour **${name}** :\n${note}`,
    en: `The staff need details about **${name}**:\n${note}`,
  }),
  verified: ({ name, until }: Told): Text => ({
    fr: `**${name}** est vérifiée jusqu’au ${until}. Vous pouvez maintenant publier des offres.`,
    en: `**${name}** is verified until ${until}. You can now post offers.`,
  }),
  refused: ({ name, note }: Told): Text => ({
    fr: `L’équipe n’a pas pu vérifier **${name}** :\n${note}\nCorrigez ce qui manque et renvoyez : rien n’est perdu.`,
    en: `The staff could not verify **${name}**:\n${note}\nCorrect what is missing and send it again: nothing is lost.`,
  }),
  changed: ({ name }: Told): Text => ({
    fr: `Vos modifications de **${name}** sont acceptées et visibles.`,
    en: `Your changes to **${name}** are accepted and visible.`,
  }),
  kept: ({ name, note }: Told): Text => ({
    fr: `L’équipe n’a pas accepté les modifications de **${name}** :\n${note}\nL’entreprise reste vérifiée avec ses informations précédentes.`,
    en: `The staff did not accept the changes to **${name}**:\n${note}\nThe company stays verified with its former facts.`,
  }),
  renewed: ({ name, until }: Told): Text => ({
    fr: `La vérification de **${name}** est renouvelée jusqu’au ${until}.`,
    en: `The verification of **${name}** is renewed until ${until}.`,
  }),
  not_renewed: ({ name, note }: Told): Text => ({
    fr: `L’équipe n’a pas pu renouveler la vérification de **${name}** :\n${note}\nCorrigez vos informations, et elle la relira.`,
    en: `The staff could not renew the verification of **${name}**:\n${note}\nCorrect your facts, and they will read it again.`,
  }),
  suspended: ({ name, note }: Told): Text => ({
    fr: `L’équipe a suspendu **${name}** : ses offres ne sont plus visibles. Voici pourquoi :\n${note}\nRépondez-lui pour que ce soit levé.`,
    en: `The staff suspended **${name}**: its offers are no longer visible. This is why:\n${note}\nAnswer them to have it lifted.`,
  }),
  lifted: ({ name }: Told): Text => ({
    fr: `La suspension de **${name}** est levée. Vos offres ouvertes reviennent.`,
    en: `The suspension of **${name}** is lifted. Your open offers come back.`,
  }),
  liftedLapsed: ({ name }: Told): Text => ({
    fr: `La suspension de **${name}** est levée. Sa vérification a expiré entre-temps : confirmez que vos informations sont à jour pour que vos offres reviennent.`,
    en: `The suspension of **${name}** is lifted. Its verification expired meanwhile: confirm that your facts are up to date, and your offers come back.`,
  }),
  expiring: ({ name, until }: Told): Text => ({
    fr: `La vérification de **${name}** se termine le ${until}. Si vos informations sont toujours justes, confirmez-le d’un clic : vos offres resteront visibles.`,
    en: `The verification of **${name}** ends on ${until}. If your facts are still right, confirm it with one click: your offers will stay visible.`,
  }),
  lapsed: ({ name }: Told): Text => ({
    fr: `La vérification de **${name}** a expiré : ses offres sont masquées. Confirmez que vos informations sont à jour, et l’équipe les rendra visibles.`,
    en: `The verification of **${name}** expired: its offers are hidden. Confirm that your facts are up to date, and the staff will show them again.`,
  }),
  joined: ({ name }: Told, who: string): Text => ({
    fr: `${who} recrute maintenant avec vous pour **${name}**.`,
    en: `${who} now recruits with you for **${name}**.`,
  }),
  declined: ({ name }: Told, who: string): Text => ({
    fr: `${who} a décliné l’invitation à recruter pour **${name}**.`,
    en: `${who} declined the invitation to recruit for **${name}**.`,
  }),
  brought: ({ name }: Told): Text => ({
    fr: `L’équipe vous confie le recrutement de **${name}** : vous pouvez préparer et publier ses offres.`,
    en: `The staff added you to **${name}**: you can recruit for it.`,
  }),
  removed: ({ name }: Told): Text => ({
    fr: `Vous ne recrutez plus pour **${name}**. Si c’est une erreur, écrivez à la personne responsable de l’entreprise ou à l’équipe.`,
    en: `You no longer recruit for **${name}**. If that is a mistake, write to whoever leads the company or to the staff.`,
  }),
  handed: ({ name }: Told): Text => ({
    fr: `Vous êtes maintenant responsable de **${name}** : vous pouvez inviter des collègues et gérer les personnes.`,
    en: `You now lead **${name}**: you can invite colleagues and manage the people.`,
  }),
};
