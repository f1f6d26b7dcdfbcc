import type { StageWords } from '../words.ts';

const words: StageWords = {
  play: 'Play',
  pause: 'Pause',
  stepForward: 'Next',
  stepBack: 'Back',
  rewind: 'To the start',
  reset: 'Reset',
  copyLink: 'Copy link',
  copied: 'Copied a link to this state.',
  notCopied: 'Could not copy. The address bar now holds a link to this state.',
  data: 'Show as a table',
  settings: 'Settings',
  player: 'Playback',
  position: 'Playback position',
};

export default words;
