import type { Element } from 'hast';
import { drawSign as drawChildcareFee } from '../childcare-fee/sign.ts';
import { drawSign as drawPsVsTop } from '../ps-vs-top/sign.ts';
import { drawSign as drawSilentVoicemail } from '../silent-voicemail/sign.ts';

/** Draws the sign of a figure, by the figure’s name. Not every figure has one. */
export const signs: Readonly<Record<string, () => Element>> = {
  'childcare-fee': drawChildcareFee,
  'ps-vs-top': drawPsVsTop,
  'silent-voicemail': drawSilentVoicemail,
};
