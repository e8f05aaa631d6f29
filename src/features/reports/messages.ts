export const text = {
  feature: { fr: 'Les signalements', en: 'Reports' },
  purpose: {
    fr: 'Signaler ce qui pose problème, et le traiter vite.',
    en: 'To report what is wrong, and to handle it fast.',
  },
  retention: {
    fr: 'Les signalements : un an après la réponse.',
    en: 'Reports: a year after the answer.',
  },
};
