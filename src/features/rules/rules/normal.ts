export const normalWord = (typed: string): string => typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
