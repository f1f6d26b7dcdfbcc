export { addFonts } from './add-fonts.ts';
