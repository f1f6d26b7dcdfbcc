import type { Element } from 'hast';
import { drawSign as drawChildcareFee } from '../childcare-fee/sign.ts';
import { drawSign as drawPsVsTop } from '../ps-vs-top/sign.ts';
import { drawSign as drawSilentVoicemail } from '../silent-voicemail/sign.ts';

/** Functions that draw the signs of figures, by the figure’s name. Not every figure has one. */
export const signs: ReadonlyMap<string, () => Element> = new Map([
  ['childcare-fee', drawChildcareFee],
  ['ps-vs-top', drawPsVsTop],
  ['silent-voicemail', drawSilentVoicemail],
]);
