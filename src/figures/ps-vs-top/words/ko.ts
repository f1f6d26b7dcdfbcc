import type { PsVsTopWords } from '../words.ts';

const words: PsVsTopWords = {
  title: '한 프로세스를 보는 ps와 top',
};

export default words;
