import { addCopyButtons } from './copy-code.ts';
import { followReader } from './follow-reader.ts';
import { keepPlace } from './keep-place.ts';
import { offerPeek } from './offer-peek.ts';
import { offerSearch } from './offer-search.ts';
import { placeSideNotes } from './side-notes.ts';
import { switchTheme } from './switch-theme.ts';
import { takeUp } from './take-up.ts';

switchTheme(document);
offerSearch(document);
addCopyButtons(document);
keepPlace(document);
followReader(document);
placeSideNotes(document);
offerPeek(document);
takeUp(document);
