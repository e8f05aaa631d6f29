import { bold, type Text, UserError } from '../../../kernel/text.ts';

export const text = {
  have: { fr: 'J’ai un code', en: 'I have a code' },
  formTitle: { fr: 'Votre code', en: 'Your code' },
  code: { fr: 'Code', en: 'Code' },
  codeHelp: {
    fr: 'Celui que votre centre vous a envoyé. Espaces, tirets et majuscules n’importent pas.',
    en: 'The one that your centre sent you. Spaces, hyphens and capitals do not matter.',
  },
  entered: (name: string): Text => ({
    fr: `Bienvenue, ${name} ! Votre code est bon.`,
    en: `Welcome, ${name}! Your code is right.`,
  }),
  joined: { fr: 'Votre code est bon.', en: 'Your code is right.' },
};

/** The same for a wrong, used or dead one. */
export const wrongCode = () =>
  new UserError('onboarding.wrong_code', {
    fr: 'Ce code ne peut pas servir. Vérifiez chaque caractère et réessayez ; sinon, demandez-en un nouveau à votre équipe pédagogique, ou présentez-vous sans code avec `/présentation`.',
    en: 'This code cannot be used. Check each character and try again; otherwise ask your trainers for a new one, or introduce yourself without a code with `/identify`.',
  });

export const tooManyCodes = (when: string) =>
  new UserError('onboarding.too_many_codes', {
    fr: `Trop de codes erronés : vous pourrez réessayer ${when}. Vous pouvez aussi vous présenter sans code avec \`/présentation\`.`,
    en: `Too many wrong codes: you can try again ${when}. You can also introduce yourself without a code with \`/identify\`.`,
  });

export const codeElsewhere = (promo: string) =>
  new UserError('onboarding.code_elsewhere', {
    fr: `Vous êtes déjà en formation dans ${bold(promo)}, et on suit une promo à la fois. Votre code reste bon. Si vous suivez les deux, appuyez sur **Rejoindre une promo** dans **Mon espace** ; pour changer de promo, demandez-le à l’équipe du centre.`,
    en: `You already learn in ${bold(promo)}, and people follow one promo at a time. Your code stays good. If you follow both, press **Join a promo** in **My space**; to change promos, ask the staff.`,
  });

export const codeKind = (kind: Text) =>
  new UserError('onboarding.code_kind', {
    fr: `Ce code fait entrer une personne en formation, et votre identité est confirmée comme « ${kind.fr} ». Il n’a pas servi. Si vous entrez en formation, demandez d’abord à changer de situation avec \`/présentation\` ; sinon, rendez-le à la personne attendue.`,
    en: `This code lets a learner in, and your identity is confirmed as “${kind.en}”. It has not been used. If you are to learn, first ask to change your situation with \`/identify\`; otherwise give it back to who is expected.`,
  });

export const codePlaced = (promo: string) =>
  new UserError('onboarding.code_placed', {
    fr: `Vous avez déjà votre place dans la liste de ${bold(promo)} : ce code n’a pas servi, et reste à la personne attendue. Si vous ne voyez plus les salons de la promo, demandez à l’équipe du centre.`,
    en: `You already have your place in the list of ${bold(promo)}: this code was not used, and stays with who is expected. If you no longer see the promo’s channels, ask the staff.`,
  });
