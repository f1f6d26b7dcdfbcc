import { loadFigures } from './load-figures.ts';

loadFigures(document);
