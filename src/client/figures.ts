import { arriveAtFigures } from './arrive-at-figures.ts';
import { loadFigures } from './load-figures.ts';

arriveAtFigures(document);
loadFigures(document);
