// Both ends of a way in one file: who has left a page arrives on the next with all that is needed there.
export { arrive } from './arrive.ts';
export { follow } from './follow.ts';
export { followReading } from './last-read.ts';
