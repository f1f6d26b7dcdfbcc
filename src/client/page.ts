import { addCopyButtons } from './copy-code.ts';
import { markFound } from './mark-found.ts';
import { markSection } from './mark-section.ts';
import { offerSearch } from './offer-search.ts';
import { rememberLocale } from './remember-locale.ts';
import { placeSideNotes } from './side-notes.ts';
import { switchTheme } from './switch-theme.ts';

switchTheme(document);
offerSearch(document);
addCopyButtons(document);
rememberLocale(document);
markSection(document);
placeSideNotes(document);
markFound(document);
