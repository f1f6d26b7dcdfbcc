import type { StageWords } from '../words.ts';

const words: StageWords = {
  play: '재생',
  pause: '멈춤',
  stepForward: '다음',
  stepBack: '이전',
  rewind: '처음으로',
  reset: '설정 되돌리기',
  copyLink: '링크 복사',
  copied: '지금 상태로 이어지는 링크를 복사했다.',
  notCopied: '복사하지 못했다. 주소창의 주소가 지금 상태로 이어진다.',
  data: '표로 보기',
  settings: '설정',
  player: '재생 도구',
  position: '재생 위치',
};

export default words;
