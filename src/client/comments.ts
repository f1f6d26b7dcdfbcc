// The script of articles with comments.
import { loadOnClick } from './load-comments.ts';

loadOnClick(document);
