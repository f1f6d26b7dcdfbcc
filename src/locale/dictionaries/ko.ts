import type { Dictionary } from '../dictionary.ts';

export default {
  skipToContent: '본문으로 건너뛰기',
  siteNavigation: '사이트 메뉴',
  articles: '글',
  topics: '주제',
  languages: '언어',
  theme: { system: '화면 색: 시스템 설정', light: '화면 색: 밝게', dark: '화면 색: 어둡게' },
  newestArticles: '새 글',
  allArticles: '모든 글',
  noArticles: '아직 글이 없다.',
  noTopics: '아직 주제가 없다.',
  noArticlesOnTopic: '이 주제에는 아직 글이 없다.',
  articleCount: (count) => `글 ${count}편`,
  published: '발행',
  updated: '수정',
  articleTopics: '이 글의 주제',
  readingTime: (minutes) => `읽는 데 ${minutes}분`,
  contents: '차례',
  draft: '초안',
  scheduledFor: (day) => `${day} 발행 예정`,
  fallbackNotice: (language) => `이 글은 아직 한국어로 옮기지 않았다. 아래는 ${language} 원문이다.`,
  readOriginal: (language) => `${language} 페이지로 가기`,
  onlyIn: (language) => `${language}${ro(language)}만 있음`,
  readMarkdown: '마크다운으로 보기',
  editThisPage: '이 글 고치기',
  relatedArticles: '관련 글',
  neighbours: '이전 글과 다음 글',
  newerArticle: '다음 글',
  olderArticle: '이전 글',
  feed: '새 글 피드',
  feedExplanation:
    '이 페이지는 새 글을 알려 주는 피드다. 주소창의 주소를 피드 리더에 넣으면, 새 글이 나올 때마다 리더에서 받아 볼 수 있다.',
  footnotes: '각주',
  backToReference: (number, reference) =>
    reference > 1
      ? `각주 ${number}번이 ${reference}번째로 달린 곳으로 돌아가기`
      : `각주 ${number}번이 달린 곳으로 돌아가기`,
  permalink: (heading) => `“${heading}” 부분으로 가는 링크`,
  tableScroll: '가로로 밀어 보는 표',
  diagramScroll: '가로로 밀어 보는 그림',
  diagram: {
    flowchart: '순서도',
    state: '상태도',
    class: '클래스 다이어그램',
    er: '개체 관계도',
    sequence: '시퀀스 다이어그램',
    start: '시작',
    end: '끝',
    message: (from, to, label) => withLabel(`${from}에서 ${to}${ro(to)}`, label),
    link: (one, other, label) => withLabel(`${one}, ${other} 사이`, label),
    lost: (message) => `${message} (도중에 사라짐)`,
    note: (beside, text) => `${beside.join(', ')} 옆의 메모: ${text}`,
    group: (name, members) => `${name} 안: ${members.join(', ')}`,
    block: {
      alt: '갈림길',
      else: '그 밖의 경우',
      break: '중단',
      critical: '끊을 수 없는 구간',
      option: '이런 경우',
      loop: '반복',
      opt: '경우에 따라',
      par: '동시에',
      and: '또한 동시에',
    },
    blockEnd: (block) => `“${block}” 끝`,
    relation: { inheritance: '상속', composition: '합성', aggregation: '집약' },
    count: { one: '하나', 'zero-one': '없거나 하나', many: '하나 이상', 'zero-many': '없거나 여럿' },
  },
  taskDone: '끝난 일',
  taskOpen: '남은 일',
  copy: '복사',
  copied: '복사했다',
  copyFailed: '복사하지 못했다',
  callout: { note: '참고', tip: '요령', caution: '주의' },
  insertedLine: '추가한 줄:',
  deletedLine: '지운 줄:',
  notFoundTitle: '없는 페이지',
  notFoundText: '찾는 페이지가 없다. 주소가 바뀌었거나 처음부터 없던 페이지다.',
  toHome: '첫 화면으로',
  problems: '이 글에서 고칠 곳',
} satisfies Dictionary;

function withLabel(text: string, label: string): string {
  return label === '' ? text : `${text}: ${label}`;
}

/**
 * The josa “로” or, after a batchim other than ㄹ, “으로”, as a name is read: digits in Sino-Korean, capitals by their names,
 * other Latin words by their last sound as far as the last letter tells. What a name adds in parentheses doesn’t count.
 */
function ro(name: string): string {
  const word = name.replace(/\s*[([][^)\]]*[)\]]$/, '').trim();
  if (/[0-9]$/.test(word)) return /[036]$/.test(word) ? '으로' : '로';
  if (/[A-Za-z]$/.test(word)) return /[mnMN]$/.test(word) || /ng$/i.test(word) ? '으로' : '로';
  return /[\u11a8-\u11ae\u11b0-\u11c2]$/.test(word.normalize('NFD')) ? '으로' : '로';
}
