export { family } from './font-face.ts';
export { glyphsIn, glyphsInScript, glyphsInSheet, uniteGlyphs, type Glyphs } from './glyphs.ts';
export { addRules, createRewriter, makeFonts } from './make-fonts.ts';
