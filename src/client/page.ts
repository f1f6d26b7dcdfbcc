import { addCopyButtons } from './add-copy-buttons.ts';
import { attachPeek } from './attach-peek.ts';
import { attachSearch } from './attach-search.ts';
import { preservePlace } from './preserve-place.ts';
import { restoreState } from './restore-state.ts';
import { placeSideNotes } from './side-notes.ts';
import { switchTheme } from './switch-theme.ts';
import { trackReading } from './track-reading.ts';

switchTheme(document);
attachSearch(document);
addCopyButtons(document);
preservePlace(document);
trackReading(document);
placeSideNotes(document);
attachPeek(document);
restoreState(document);
