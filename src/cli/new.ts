import { parseArguments, UsageError } from '../environment/index.ts';
import { newArticle } from './new/article.ts';
import { Cancelled } from './new/prompts.ts';
import { newSite } from './new/site.ts';

/** Help text of `npm run new`. */
export const usage = `npm run new -- site [options]
npm run new -- article [options]

Begins a site of your own, or an article. Asks on a terminal for what the options leave open; elsewhere, missing options are
listed. Nothing is overwritten, and either all files are written or none.

Options of \`site\`, which is written to the folder site:
  --name TEXT          the name of the site; LANG=TEXT for each language: --name ko=서랍 --name en=Drawer
  --description TEXT   one sentence about the site, likewise
  --locales LIST       the languages, the default first: ko, or ko,en
  --origin ADDRESS     the address at which the site will be: https://example.org, or with a folder https://example.org/kb/
  --author NAME        who writes the site
  --timezone NAME      the time zone in which days begin: Asia/Seoul (default: that of this computer)
  --yes                ask nothing; without an option, take what a question would suggest

Options of \`article\`:
  --title TEXT         the title
  --from LANG          the language that the article is written in first (default: that of the title)
  --slug NAME          the name of its folder and the end of its address (default: the title in Latin letters)
  --topic ID           a topic of topics.yaml; may be repeated
  --new-topic TOPIC    a topic to add to topics.yaml: "coffee:ko=커피,en=Coffee"; may be repeated
  --to LANG            also begin the translation into this language; may be repeated
  --draft              keep the article from readers until this is removed from its front matter
  --yes                ask nothing; without an option, take what a question would suggest

Environment:
  CONTENT_DIR          the content folder (default: site, else content)`;

const subcommands = { site: newSite, article: newArticle };

/** Runs `npm run new`. Returns 130 if a question was left with Ctrl+C. */
export async function create(args: string[]): Promise<number> {
  const [kind = '', ...rest] = args;
  if (kind.startsWith('-')) parseArguments({ args, options: {} });
  if (!Object.hasOwn(subcommands, kind))
    throw new UsageError([
      `${kind === '' ? 'Missing what to begin' : `Unknown \`${kind}\``}, expected \`site\` or \`article\``,
    ]);
  try {
    await subcommands[kind as keyof typeof subcommands](rest);
    return 0;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    console.error(error.message);
    return 130;
  }
}
