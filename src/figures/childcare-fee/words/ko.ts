import type { ChildcareFeeWords } from '../words.ts';

const municipalities = {
  kalundborg: '칼룬보르',
  odense: '오덴세',
  median: '97곳의 중앙값',
  aalborg: '올보르',
  aarhus: '오르후스',
  copenhagen: '코펜하겐',
  skive: '스키베',
};

const words: ChildcareFeeWords = {
  title: '보육료는 얼마일까',
  picture: {
    label: '가구 소득에 따른 보육료',
    kroner,
    amount,
    free: '무료',
    ofFull: (fullFee) => `전액은 월 ${kroner(fullFee)}`,
    slope: (ore) => `1크로네 더 벌 때마다 ${ore}외레`,
    flat: '더 벌어도 그대로다',
    jump: (fee) => `1크로네 더 벌면 월 ${kroner(fee)}를 낸다`,
    unconfirmed: (year) => `${year}년: 미확인`,
    ghosts: {
      believed: '이 부모가 말한 규칙',
      account: (fee) => `이 집이 낸 ${kroner(fee)}`,
      accountTime: '2017년 무렵, 점심 포함',
      korea: '한국, 2013년 3월부터: 소득과 상관없이 0',
    },
    income: '소득',
    incomes: (yearly, monthly) => `연 ${kroner(yearly)} · 월 ${amount(monthly)}`,
    costs: {
      title: (maxParentShare) => `운영비: 부모 몫은 ${maxParentShare}%까지`,
      family: (atMost) => (atMost === 0 ? '이 소득이면 0%' : `이 소득이면 ${atMost}% 이하`),
      municipality: (atLeast) => (atLeast === 100 ? '코무네 100%' : `코무네 ${atLeast}% 이상`),
    },
  },
  description: {
    bill: ({ income, parents, children, nursery, municipality }, { percent, fullFee, fees, total }) => {
      const family = `아이 ${counts[children] ?? children} 둔 ${parents === 'one' ? '한부모' : '부부'}`;
      const place = municipality === 'median' ? '요금이 중앙값인 코무네' : municipalities[municipality];
      const start = `연 소득이 ${kroner(income)}일 때 ${place}에서 ${family}는`;
      if (percent === 0) return `${start} 보육료를 내지 않는다.`;
      const share =
        percent === 100
          ? `전액 ${kroner(fullFee)}`
          : `전액 ${kroner(fullFee)}의 ${percent}%인 ${kroner(fees[0] ?? 0)}`;
      if (nursery === 1) return `${start} 한 달에 ${share}를 낸다.`;
      return `${start} 한 아이는 ${share}, 다른 아이는 그 절반으로 쳐서 한 달에 모두 ${kroner(total)}를 낸다.`;
    },
    slope: (ore) => `1크로네를 더 벌 때마다 평균 ${ore}외레가 보육료로 나간다.`,
    nextKrone: (fee) => `여기서 1크로네만 더 벌면 한 달에 ${kroner(fee)}를 낸다.`,
    firstKrone: '1크로네만 덜 벌면 무료다.',
    free: (limit) => `소득이 0일 때만이 아니라 ${kroner(limit - 1)}까지 무료다.`,
    full: (limit) =>
      `소득이 ${kroner(limit)}를 넘어도 요금은 더 오르지 않는다. 누구도 전액보다 더 내지 않는다.`,
    unconfirmed: (year) => `${year}년 기준은 확인되지 않았고, 전액은 2025년 요금이다.`,
  },
  rule: {
    title: '요금을 매기는 법',
    paragraphs: ({
      year,
      isConfirmed,
      lower,
      upper,
      step,
      perFurtherChild,
      singleParent,
      reassessed,
      costs,
    }) => [
      `${year}년 기준${isConfirmed ? '' : '(미확인)'}으로 아이가 하나인 부부는 연 소득이 ${kroner(lower)}보다 적으면 무료다. 거기서부터 전액의 5%를 내고, ${kroner(step)}마다 1%포인트씩 더 내며, ${kroner(upper)}부터 전액을 낸다. 18세 미만 아이가 하나 늘 때마다 두 경계가 ${kroner(perFurtherChild)}씩, 한부모는 ${kroner(singleParent)} 높아진다.`,
      `소득은 세금을 떼기 전, 8% 노동시장 기여금을 뗀 뒤의 금액이다. 소득이 다섯 계단, 곧 연 ${kroner(reassessed)} 이상 달라지면 요금을 다시 매긴다. 둘째 아이의 자리는 절반만 낸다. 1크로네는 100외레다.`,
      `전액은 덴마크 통계청의 2025년 요금이며, 점심값은 따로 받을 수 있다. 부모는 운영비의 4분의 1까지만 낸다. 2020년 겐토프테에서는 월 ${kroner(costs.all)} 가운데 ${kroner(costs.parents)}였다.`,
    ],
  },
  table: { income: '연 소득(크로네)', percent: '비율', fee: '월 보육료(크로네)' },
  controls: {
    income: '가구의 연 소득',
    children: '자녀 수',
    nursery: '그중 어린이집',
    parents: '가정',
    parentsOptions: { one: '한부모', two: '부부' },
    municipality: '코무네',
    municipalities,
    year: '기준 연도',
    yearOption: (year, isConfirmed) => (isConfirmed ? `${year}년` : `${year}년(미확인)`),
  },
};

const counts: Readonly<Record<number, string>> = { 1: '하나를', 2: '둘을', 3: '셋을', 4: '넷을' };

function amount(value: number): string {
  return value.toLocaleString('ko');
}

function kroner(value: number): string {
  return `${amount(value)}크로네`;
}

export default words;
