import { errorsIn, suggest } from '../../diagnostics/index.ts';
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
          fix: 'Correct the topic, or define it in topics.yaml.',
        },
      ];
    });
  });
};
