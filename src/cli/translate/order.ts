import { parseArgs } from 'node:util';
import type { Locale } from '../../locale/index.ts';

/** What is asked of translations. */
export interface TranslateOrder {
  /** Names of articles and pages; none where all are meant. */
  slugs: readonly string[];
  to: Locale | undefined;
  all: boolean;
  /** Whether they are done: what they render is to be recorded. */
  done: boolean;
  /** Whether they are right although nothing in them has been touched since their sources changed. */
  sameMeaning: boolean;
}

/** How the command is called. */
export const usage = `npm run translate -- SLUG… [--to en] [--done] [--same-meaning]
npm run translate -- --all [--to en] [--done] [--same-meaning]

  SLUG            the folder of an article or a page (articles/SLUG or pages/SLUG where both are there)
  --to            the language of the translation; all of the site’s, if nothing is said
  --done          record that it renders the source as both are now
  --same-meaning  record it although blocks were left as they were: the change of the source leaves them right
  --all           every article and page; of these no translation is begun, since that is one person’s work at a time`;

/** What the words after the command ask for, or everything that is wrong with them. */
export function readOrder(words: string[]): TranslateOrder | string[] {
  let given;
  try {
    given = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        all: { type: 'boolean', default: false },
        done: { type: 'boolean', default: false },
        'same-meaning': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const { positionals, values } = given;
  const { to, all } = values;
  if (positionals.length === 0 && !all) return ['Missing the name of an article, or `--all`'];
  if (positionals.length > 0 && all)
    return [`Unexpected \`${positionals[0] ?? ''}\` beside \`--all\`, expected one of the two`];
  const sameMeaning = values['same-meaning'];
  return { slugs: positionals.map(toName), to, all, done: values.done || sameMeaning, sameMeaning };
}

/** The name of an article or a page, also where a shell has completed the path of its folder or of a text in it. */
function toName(word: string): string {
  const [, name] = /(?:^|[\\/])((?:articles|pages)[\\/][^\\/]+)/.exec(word) ?? [];
  return (name ?? word).replaceAll('\\', '/').replace(/\/$/, '');
}
