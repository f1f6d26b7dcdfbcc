import type { VoicemailWords } from '../words.ts';

const words: VoicemailWords = {
  title: 'The call that lost its voice',
};

export default words;
