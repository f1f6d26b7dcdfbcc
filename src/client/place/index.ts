// Entry of one chunk: a reader who stores a place on one page has cached the code that restores it on the next.
export { follow } from './follow.ts';
export { trackPosition } from './reading-position.ts';
export { restore } from './restore.ts';
