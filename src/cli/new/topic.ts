import { languageName, type Locale } from '../../locale/index.ts';
import { slugPattern, type Topics } from '../../model/index.ts';
import { createTopic } from '../../import/index.ts';
import { askText } from './prompts.ts';
import { suggestSlug } from './suggest-slug.ts';

/** A topic with its id. */
interface NewTopic {
  id: string;
  topic: Topics[string];
}

/** Parses a topic of the command line, such as `coffee:ko=커피,en=Coffee`. Returns what is wrong with it as a message. */
export function parseTopic(text: string, locales: readonly Locale[], known: Topics): NewTopic | string {
  const [, id = '', rest = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  const labels = Object.fromEntries(
    rest.split(/,(?=[a-z]{2,3}(?:-[a-z0-9]+)*=)/).map((each) => {
      const [locale = '', ...label] = each.split('=');
      return [locale.trim(), label.join('=').trim()];
    }),
  );
  const isComplete =
    Object.keys(labels).length === locales.length &&
    locales.every((locale) => Object.hasOwn(labels, locale) && labels[locale] !== '');
  const example = `"coffee:${locales.map((locale) => `${locale}=${locale === 'ko' ? '커피' : 'Coffee'}`).join(',')}"`;
  if (!isComplete) return `\`--new-topic ${text}\`: write a label in each language, such as ${example}`;
  const problem = explainId(id, known);
  if (problem !== undefined) return `\`--new-topic ${text}\`: ${problem}`;
  return { id, topic: createTopic(labels) };
}

/** Asks for the labels of a new topic, and for its id. */
export async function askForTopic(locales: readonly Locale[], known: Topics): Promise<NewTopic> {
  const labels: Record<Locale, string> = {};
  for (const locale of locales)
    labels[locale] = await askText({
      message:
        locales.length === 1
          ? 'Name of the new topic'
          : `Name of the new topic in ${languageName(locale, 'en')}`,
      validate: (answer) => (answer === '' ? 'Write at least one letter.' : undefined),
    });
  const id = await askText({
    message: 'Its id, in front matter and in its address',
    initial: suggestSlug(labels.en ?? Object.values(labels)[0] ?? ''),
    validate: (answer) => explainId(answer, known),
  });
  return { id, topic: createTopic(labels) };
}

function explainId(id: string, known: Topics): string | undefined {
  if (Object.hasOwn(known, id)) return `the topic \`${id}\` exists already`;
  return slugPattern.test(id) ? undefined : `the id \`${id}\` must be lowercase words joined by hyphens`;
}
