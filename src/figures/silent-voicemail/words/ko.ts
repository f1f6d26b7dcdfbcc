import type { VoicemailWords } from '../words.ts';

const words: VoicemailWords = {
  title: '목소리를 잃은 통화',
};

export default words;
