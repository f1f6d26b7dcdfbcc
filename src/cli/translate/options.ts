import { parseArguments, UsageError } from '../../environment/index.ts';
import type { Locale } from '../../locale/index.ts';
import { toFolderName } from '../find-folders.ts';

/** The options of `npm run translate`. */
export interface TranslateOptions {
  /** Names of articles and pages; empty with `--all`. */
  slugs: readonly string[];
  /** The language of the translation; all languages if undefined. */
  to: Locale | undefined;
  all: boolean;
  /** Whether to record the translations as done. */
  done: boolean;
  /** Whether to record translations even if blocks of outdated passages were not edited. */
  sameMeaning: boolean;
}

/** Help text of `npm run translate`. */
export const usage = `npm run translate -- NAME… [--to en] [--done] [--same-meaning]
npm run translate -- --all [--to en] [--done] [--same-meaning]

Starts a translation that does not exist yet, with the source’s text in comments. If the source of an existing translation has
changed, marks the passages to review. With --done, records that the translation is up to date.

  NAME            the folder of an article or page; write articles/NAME or pages/NAME if both exist
  --to LANG       the language of the translation (default: all languages)
  --done          record that the translation matches the source as both are now
  --same-meaning  like --done, even if blocks were not edited: the changes of the source don’t affect them
  --all           all articles and pages; starts no new translations

Environment:
  CONTENT_DIR     the content folder (default: site, else content)`;

/**
 * Parses the arguments of the command.
 *
 * @throws UsageError
 */
export function parseOptions(args: string[]): TranslateOptions {
  const { positionals, values } = parseArguments({
    args,
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      all: { type: 'boolean', default: false },
      done: { type: 'boolean', default: false },
      'same-meaning': { type: 'boolean', default: false },
    },
  });
  const { to, all } = values;
  if (positionals.length === 0 && !all) throw new UsageError(['Missing the name of an article, or `--all`']);
  if (positionals.length > 0 && all)
    throw new UsageError([`\`${positionals[0] ?? ''}\` and \`--all\` can’t be combined`]);
  const sameMeaning = values['same-meaning'];
  return { slugs: positionals.map(toFolderName), to, all, done: values.done || sameMeaning, sameMeaning };
}
