import { addCopyButtons } from './copy-code.ts';
import { rememberLocale } from './remember-locale.ts';

addCopyButtons(document);
rememberLocale(document);
