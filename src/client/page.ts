// The script of every page.
import { attachSearch } from './attach-search.ts';
import { addCopyButtons, attachPeek, preservePlace, restoreState, trackReading } from './lazy-features.ts';
import { placeSideNotes } from './side-notes.ts';
import { switchTheme } from './switch-theme.ts';

switchTheme(document);
attachSearch(document);
addCopyButtons(document);
preservePlace(document);
trackReading(document);
placeSideNotes(document);
attachPeek(document);
restoreState(document);
