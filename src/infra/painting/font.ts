import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Of the project itself: what is drawn looks the same on every machine, accents included. */
export const fontFiles = {
  regular: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
};
