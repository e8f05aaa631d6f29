/** `48 210 937`: eight digits are read out more easily so. */
export const shownNumber = (number: number): string => String(number).replace(/(\d{2})(\d{3})(\d{3})/, '$1 $2 $3');
