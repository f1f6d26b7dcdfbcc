import { errorsIn, suggest } from '../../diagnostics/index.ts';
import type { Rule } from '../rule.ts';
import { toSlug } from '../../model/index.ts';

/** Reports series of articles that `series.yaml` does not define. */
export const checkSeries: Rule = ({ content }) => {
  const { series, site, files } = content;
  // If series.yaml itself has errors, every series would seem unknown.
  if (errorsIn(content.diagnostics).some(({ file }) => file === files.series.name)) return [];
  return content.entries.flatMap(({ entry: { role }, file, places }) => {
    const id = role.type === 'source' ? role.series : undefined;
    if (id === undefined || Object.hasOwn(series, id)) return [];
    const key = toSlug(id);
    const title = `{ ${site.locales.map((locale) => `${locale}: ${JSON.stringify(id)}`).join(', ')} }`;
    return [
      {
        file,
        ...(places.get('series') ?? { line: 1, column: 1 }),
        rule: 'article/unknown-series',
        severity: 'error',
        what: `Unknown series \`${id}\`${suggest(id, Object.keys(series))}`,
        why: 'The series has no title, so readers would not see what the article is part of.',
        fix:
          key === ''
            ? 'Correct it, or remove it.'
            : `${key === id ? 'Correct it, or add' : `Write \`${key}\`, and add`} this line to series.yaml, with words for readers: \`${JSON.stringify(key)}: { title: ${title} }\`.`,
      },
    ];
  });
};
