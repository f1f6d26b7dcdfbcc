import { josa } from 'es-hangul';
import type { Random } from './random.ts';
import { adverb, compound, name, noun, verb, type Both } from './words.ts';

/** Writers of a sentence in both languages, with the same facts in each: numbers, names, code. */
const sentences: readonly ((random: Random) => Both)[] = [
  (random) => {
    const [subject, object, does] = [compound(random), noun(random), verb(random)];
    return {
      ko: `${josa(subject.ko, '은/는')} ${josa(object.ko, '을/를')} ${does.ko}.`,
      en: `The ${subject.en} ${does.en} the ${object.en}.`,
    };
  },
  (random) => {
    const [subject, object, does, how] = [noun(random), compound(random), verb(random), adverb(random)];
    return {
      ko: `${josa(subject.ko, '이/가')} ${josa(object.ko, '을/를')} ${how.ko} ${does.ko}.`,
      en: `A ${subject.en} ${how.en} ${does.en} the ${object.en}.`,
    };
  },
  (random) => {
    const [subject, count, percent] = [compound(random), 2 + random.below(998), random.below(100)];
    return {
      ko: `${subject.ko} ${count}개를 재어 보니 ${percent}%가 기준을 넘었다.`,
      en: `Of ${count} measured ${subject.en} values, ${percent}% exceeded the threshold.`,
    };
  },
  (random) => {
    const [tool, object, does] = [name(random), noun(random), verb(random)];
    return {
      ko: `${josa(tool.ko, '은/는')} 예전부터 ${josa(object.ko, '을/를')} ${does.ko}.`,
      en: `${tool.en} has a part that ${does.en} the ${object.en}, and had it before.`,
    };
  },
  (random) => {
    const [code, object] = [noun(random).en, compound(random)];
    return {
      ko: `이때 \`${code}\` 값이 0이면 ${josa(object.ko, '을/를')} 쓰지 않는다.`,
      en: `If \`${code}\` is 0, the ${object.en} is not used.`,
    };
  },
  (random) => {
    const [subject, reason, does] = [noun(random), compound(random), verb(random)];
    return {
      ko: `**${subject.ko}**에서 문제가 생기는 까닭은 ${josa(reason.ko, '이/가')} 늦게 끝나기 때문이며, 그 차이를 누구나 ${does.ko}.`,
      en: `Problems of the **${subject.en}** arise because the ${reason.en} finishes late, and everyone ${does.en} the difference.`,
    };
  },
];

/** Returns a paragraph of a few sentences. */
export function paragraph(random: Random): Both {
  return join(
    Array.from({ length: 1 + random.below(4) }, () => random.pick(sentences)(random)),
    ' ',
  );
}

/** Returns a list of one-sentence items. */
export function list(random: Random): Both {
  const items = Array.from({ length: 2 + random.below(5) }, () => {
    const { ko, en } = random.pick(sentences)(random);
    return { ko: `- ${ko}`, en: `- ${en}` };
  });
  return join(items, '\n');
}

/** Returns a table of numbers. */
export function table(random: Random): Both {
  const [first, second] = [noun(random), noun(random)];
  const rows = Array.from({ length: 2 + random.below(6) }, () => {
    const [row, values] = [compound(random), `${random.below(1000)} | ${random.below(100)} ms`];
    return { ko: `| ${row.ko} | ${values} |`, en: `| ${row.en} | ${values} |` };
  });
  const head = {
    ko: `| 이름 | ${first.ko} | ${second.ko} |\n| :-- | --: | --: |`,
    en: `| name | ${first.en} | ${second.en} |\n| :-- | --: | --: |`,
  };
  return join([head, ...rows], '\n');
}

/** Returns a callout with a paragraph. */
export function callout(random: Random): Both {
  const kind = random.pick(['note', 'tip', 'caution']);
  const { ko, en } = paragraph(random);
  return { ko: `:::${kind}\n${ko}\n:::`, en: `:::${kind}\n${en}\n:::` };
}

/** Joins texts in both languages. */
export function join(texts: readonly Both[], separator: string): Both {
  return {
    ko: texts.map(({ ko }) => ko).join(separator),
    en: texts.map(({ en }) => en).join(separator),
  };
}
