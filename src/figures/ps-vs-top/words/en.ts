import type { PsVsTopWords } from '../words.ts';

const words: PsVsTopWords = {
  title: 'One process, seen by ps and top',
};

export default words;
