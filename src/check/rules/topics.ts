import { errorsIn, suggest } from '../../diagnostics/index.ts';
import type { Rule } from '../rule.ts';

/** Articles are about topics that `topics.yaml` knows. */
export const checkTopics: Rule = ({ content }) => {
  // Topics that can't be read are told of themselves; every article would only repeat it.
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
          what: `Unexpected topic \`${topic}\`${suggest(topic, known)}`,
          why: 'It has no name in any language and no page, so readers would not find the article by it.',
          fix: 'Correct it, or add the topic to topics.yaml.',
        },
      ];
    });
  });
};
