import { z } from 'zod';
import {
  frontMatterSchema,
  glossarySchema,
  seriesSchema,
  siteSchema,
  topicsSchema,
} from '../../model/index.ts';

/**
 * Returns the JSON schemas of the files that authors write, by file name, from the schemas that `check` uses. Editors complete keys and
 * show mistakes with them; rules that a JSON schema can't express are left to `check`.
 */
export function listEditorSchemas(): Map<string, string> {
  const frontMatter = z.union([
    frontMatterSchema('article', {}),
    frontMatterSchema('article', { translates: {} }),
    frontMatterSchema('page', {}),
  ]);
  const schemas = {
    'front-matter': ['Front matter of a text', frontMatter],
    site: ['Settings of the site', siteSchema],
    topics: ['Topics by id', topicsSchema],
    series: ['Series of articles by id', seriesSchema],
    glossary: ['Terms by id', glossarySchema(['ko', 'en'])],
  } as const;
  return new Map(
    Object.entries(schemas).map(([name, [title, schema]]) => {
      const json = z.toJSONSchema(schema, {
        io: 'input',
        unrepresentable: 'any',
        override: ({ jsonSchema }) => {
          // Says that the parsed value is not to be changed. In a schema, it would say so of the file.
          delete jsonSchema.readOnly;
        },
      });
      return [`${name}.schema.json`, `${JSON.stringify({ title, ...json }, undefined, 2)}\n`];
    }),
  );
}
