// The script of pages with figures.
import { loadFigures } from './load-figures.ts';
import { scrollToFigure } from './scroll-to-figure.ts';

scrollToFigure(document);
loadFigures(document);
