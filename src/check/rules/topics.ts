import { errorsIn, suggest } from '../../diagnostics/index.ts';
import { toSlug } from '../../model/index.ts';
import type { Locale } from '../../locale/index.ts';
import type { Rule } from '../rule.ts';

/** Reports topics of articles that `topics.yaml` does not define. */
export const checkTopics: Rule = ({ content }) => {
  // If topics.yaml itself has errors, every topic would seem unknown.
  if (errorsIn(content.diagnostics).some(({ file }) => file === content.files.topics.name)) return [];
  const known = Object.keys(content.topics);
  return content.entries.flatMap(({ entry, file, places }) => {
    const topics = entry.role.type === 'source' ? entry.role.topics : [];
    return topics.flatMap((topic, index) => {
      if (known.includes(topic)) return [];
      return [
        {
          file,
          ...(places.get(`topics.${index}`) ?? { line: 1, column: 1 }),
          rule: 'article/unknown-topic',
          severity: 'error',
          what: `Unknown topic \`${topic}\`${suggest(topic, known)}`,
          why: 'The topic has no label and no page, so readers would not find the article by it.',
          fix: fixTopic(topic, content.site.locales),
        },
      ];
    });
  });
};

/** Says how to make a topic known. The entry to add is valid as it is, with the id for its words. */
function fixTopic(topic: string, locales: readonly Locale[]): string {
  const id = toSlug(topic);
  if (id === '') return 'Correct the topic, or remove it.';
  const words = isPlain(topic) ? topic : JSON.stringify(topic);
  const inEach = `{ ${locales.map((locale) => `${locale}: ${words}`).join(', ')} }`;
  const key = isPlain(id) ? id : JSON.stringify(id);
  const entry = `${key}: { label: ${inEach}, description: ${inEach} }`;
  const rename = id === topic ? 'Correct the topic, or add' : `Write \`${id}\`, and add`;
  return `${rename} this line to topics.yaml, with words for readers: \`${entry}\`.`;
}

/** Returns whether YAML reads text without quotes as that text. */
function isPlain(text: string): boolean {
  return /^\p{L}[\p{L}\p{N} -]*$/u.test(text) && !/^(?:true|false|null)$/i.test(text);
}
