import { addCopyButtons } from './copy-code.ts';
import { markSection } from './mark-section.ts';
import { rememberLocale } from './remember-locale.ts';
import { placeSideNotes } from './side-notes.ts';
import { switchTheme } from './switch-theme.ts';

switchTheme(document);
addCopyButtons(document);
rememberLocale(document);
markSection(document);
placeSideNotes(document);
