import type { FieldWords } from '../../words.ts';

const words: FieldWords = {
  parts: 'WAV 파일의 필드',
  sound: '소리',
  noSound: '비어 있음',
  names: {
    riff: '청크 식별자',
    'file-size': '파일 크기 − 8',
    wave: '형식 유형',
    'format-chunk': '하위 청크 식별자',
    'format-size': '형식 데이터의 크기',
    'format-code': '형식 코드',
    channels: '채널 수',
    'sample-rate': '초당 표본 수',
    'byte-rate': '초당 바이트 수',
    'block-align': '표본당 바이트 수(전 채널)',
    'bits-per-sample': '표본당 비트 수',
    'data-chunk': '하위 청크 식별자',
    'data-size': '소리 데이터의 크기',
    data: '소리 데이터',
  },
  meanings: {
    riff: '청크로 이루어진 RIFF 파일임을 알린다.',
    'file-size': '이 필드 뒤에 남은 바이트 수다. 헤더의 나머지 36바이트에 소리 데이터를 더한 값이다.',
    wave: 'RIFF 파일 가운데서도 소리를 담은 파일임을 알린다.',
    'format-chunk':
      '소리의 형식을 적은 청크가 여기서 시작된다. 식별자는 네 글자여야 해서 끝에 공백을 하나 넣었다.',
    'format-size': '이어지는 형식 데이터가 몇 바이트인지 알린다. PCM이면 16이다.',
    'format-code': '1은 PCM, 곧 표본을 압축하지 않고 그대로 적었다는 뜻이다.',
    channels: '1은 모노다. 전화 소리는 한 채널이다.',
    'sample-rate': '1초를 표본 몇 개로 나누어 적었는지 알린다. G.711과 같은 8,000개다.',
    'byte-rate': '초당 표본 수 × 표본당 바이트 수(전 채널). 1초를 녹음할 때마다 파일이 이만큼 커진다.',
    'block-align': '한 순간의 표본이 모든 채널을 합쳐 몇 바이트인지 알린다.',
    'bits-per-sample': '표본 하나를 적는 비트 수다. 패킷에서는 A-law 8비트이던 표본을 16비트로 풀어 적는다.',
    'data-chunk': '소리 데이터를 담은 청크가 시작된다.',
    'data-size': '이어지는 소리 데이터의 바이트 수다. 0이면 녹음된 것이 하나도 없다.',
    data: '표본마다 2바이트이고 낮은 바이트가 먼저 온다. 패킷 하나가 표본 160개, 곧 320바이트다.',
  },
  noSoundMeans: '비어 있다. 파일은 헤더에서 끝난다.',
  placed: (name, first, last) => `${name}, ${first}~${last}번 바이트`,
  grows: '녹음이 길어지면 커진다.',
  stays: '녹음이 길어져도 그대로다.',
};

export default words;
