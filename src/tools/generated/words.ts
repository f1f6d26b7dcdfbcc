import type { Random } from './random.ts';

/** The same text in both languages. */
export interface Both {
  ko: string;
  en: string;
}

/** Nouns in Korean and English, which take any particle and no article. */
const nouns: readonly Both[] = pairs(
  `캐시 cache, 대기열 queue, 서버 server, 요청 request, 응답 response, 지연 latency, 부하 load, 색인 index, 토큰 token, 문서 document,
  제목 title, 링크 link, 번역 translation, 문단 paragraph, 글꼴 font, 화면 screen, 그림 picture, 표 table, 목록 list, 주제 topic,
  빌드 build, 배포 deployment, 설정 configuration, 환경 environment, 변수 variable, 함수 function, 모듈 module, 패키지 package, 버전 version, 저장소 repository,
  가지 branch, 커밋 commit, 검사 check, 오류 error, 경고 warning, 기록 log, 측정 measurement, 중앙값 median, 표본 sample, 분포 distribution,
  메모리 memory, 디스크 disk, 파일 file, 폴더 folder, 경로 path, 주소 address, 도메인 domain, 인증서 certificate, 암호 password, 세션 session,
  사용자 user, 권한 permission, 역할 role, 규칙 rule, 정책 policy, 한도 limit, 예산 budget, 비용 cost, 일정 schedule, 회의 meeting,
  스레드 thread, 프로세스 process, 잠금 lock, 신호 signal, 소켓 socket, 패킷 packet, 포트 port, 연결 connection, 재시도 retry, 시간제한 timeout,
  백업 backup, 복구 recovery, 복제본 replica, 노드 node, 합의 consensus, 트랜잭션 transaction, 스키마 schema, 열 column, 행 row, 질의 query,
  입력 input, 출력 output, 흐름 stream, 버퍼 buffer, 인코딩 encoding, 문자 character, 음절 syllable, 자모 letter, 어절 word, 조사 particle,
  브라우저 browser, 스크립트 script, 스타일 style, 구성요소 component, 페이지 page, 경계 boundary, 여백 margin, 색 color, 접근성 accessibility, 키보드 keyboard`,
);

/** Verbs in the Korean plain style and the English third person. */
const verbs: readonly Both[] = pairs(
  `줄인다 reduces, 늘린다 increases, 막는다 blocks, 읽는다 reads, 바꾼다 changes, 검사한다 checks, 기다린다 awaits, 저장한다 stores, 지운다 deletes, 복사한다 copies,
  보낸다 sends, 받는다 receives, 나눈다 splits, 합친다 merges, 고친다 fixes, 만든다 creates, 찾는다 finds, 가린다 hides, 드러낸다 reveals, 측정한다 measures,
  제한한다 limits, 허용한다 allows, 재사용한다 reuses, 무시한다 ignores, 설명한다 explains`,
);

const adverbs: readonly Both[] = pairs(
  `천천히 slowly, 바로 immediately, 자주 often, 항상 always, 다시 again, 조용히 silently, 정확히 exactly, 함께 together, 따로 separately, 가끔 sometimes`,
);

/** Syllables of invented names. Names make the vocabulary grow with the number of texts, as in real sites. */
const syllables = (
  '가나다라마바사아자하거너더러머버서어저허고노도로모보소오조호구누두루무부수우주후그느드르므브스으즈흐기니디리미비시이지히' +
  '강난달람말밤산안장한경년덩령명병성영정형공논돌롬몽봉송온종홍굴눈둔룡문북숲운중훈금능들름믈빛슬음즐흠길님딜린민빈실인진힘'
).split('');

const consonants = 'b d f g k l m n p r s t v z'.split(' ');
const vowels = 'a e i o u'.split(' ');

/** Returns a noun. */
export function noun(random: Random): Both {
  return random.pick(nouns);
}

/** Returns two nouns as one compound. */
export function compound(random: Random): Both {
  const [first, second] = [noun(random), noun(random)];
  return { ko: `${first.ko} ${second.ko}`, en: `${first.en} ${second.en}` };
}

/** Returns a verb. */
export function verb(random: Random): Both {
  return random.pick(verbs);
}

/** Returns an adverb. */
export function adverb(random: Random): Both {
  return random.pick(adverbs);
}

/** Returns an invented Korean word of two or three syllables, and an invented English one. */
export function name(random: Random): Both {
  const length = 2 + random.below(2);
  const ko = Array.from({ length }, () => random.pick(syllables)).join('');
  const en = Array.from({ length }, () => random.pick(consonants) + random.pick(vowels)).join('');
  return { ko, en: capitalize(en) };
}

/** Returns an identifier of a program: `cacheQueue42`. */
export function identifier(random: Random): string {
  const [first, second] = [noun(random).en, noun(random).en];
  return `${first}${capitalize(second)}${random.below(100)}`;
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Parses pairs of a Korean and an English word, separated by commas. */
function pairs(text: string): Both[] {
  return text.split(',').map((pair) => {
    const [ko = '', en = ''] = pair.trim().split(' ');
    return { ko, en };
  });
}
