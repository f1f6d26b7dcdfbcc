// Entry of one chunk: a reader who stores a place on one page has cached the code that restores it on the next.
export { followLink } from './follow.ts';
export { trackPosition } from './reading-position.ts';
export { restorePlace } from './restore.ts';
