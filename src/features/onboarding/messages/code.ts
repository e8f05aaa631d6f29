import { bold, type Text, UserError } from '../../../kernel/text.ts';

export const text = {
  have: { fr: 'J’ai un code', en: 'I have a code' },
  formTitle: { fr: 'Votre code', en: 'Your code' },
  code: { fr: 'Code', en: 'Code' },
  codeHelp: {
    fr: 'Celui que votre centre vous a envoyé. Espaces, tirets et majuscules n’importent pas.',
    en: 'The one that your centre sent you. Spaces, hyphens and capitals do not matter.',
  },
  entered: (name: string, promo: string): Text => ({
    fr: `Bienvenue, ${name} ! Votre code est bon : vous êtes dans la promo **${promo}**. Vos espaces suivent dans un instant.`,
    en: `Welcome, ${name}! Your code is right: you are in the promo **${promo}**. Your spaces follow in a moment.`,
  }),
  joined: (promo: string): Text => ({
    fr: `Votre code est bon : vous êtes dans la promo **${promo}**. Vos espaces suivent dans un instant.`,
    en: `Your code is right: you are in the promo **${promo}**. Your spaces follow in a moment.`,
  }),
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
