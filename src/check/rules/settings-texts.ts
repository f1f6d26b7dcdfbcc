import { errorsIn, suggest, type Diagnostic, type Place } from '../../diagnostics/index.ts';
import type { Locale, LocalizedText } from '../../locale/index.ts';
import { termIn } from '../../model/index.ts';
import type { Content, SettingsFile } from '../../sources/index.ts';
import type { Rule } from '../rule.ts';

/** Reports texts in settings files that lack a language of the site or have one that the site does not have. */
export const checkSettingsTexts: Rule = ({ content }) =>
  listTexts(content)
    .filter(({ file }) => !errorsIn(content.diagnostics).some((error) => error.file === file.name))
    .flatMap(({ file, path, text }) => [
      ...content.site.locales
        .filter((locale) => text[locale] === undefined)
        .map((locale) => missing(file, path, locale)),
      ...Object.keys(text)
        .filter((locale) => !content.site.locales.includes(locale))
        .map((locale) => unknown(file, path, locale, content.site.locales)),
    ]);

/** A text with one value per language, at a path in a settings file. */
interface SettingsText {
  file: SettingsFile;
  path: string;
  text: Readonly<Record<Locale, string | undefined>>;
}

function listTexts({ site, topics, series, glossary, files }: Content): SettingsText[] {
  const inSite = (path: string, text: LocalizedText): SettingsText => ({ file: files.site, path, text });
  return [
    inSite('name', site.name),
    inSite('description', site.description),
    ...site.links.map(({ label }, index) => inSite(`links.${index}.label`, label)),
    ...Object.entries(topics).flatMap(([id, { label, description }]) => [
      { file: files.topics, path: `${id}.label`, text: label },
      { file: files.topics, path: `${id}.description`, text: description },
    ]),
    ...Object.entries(series).flatMap(([id, { title, description }]) => [
      { file: files.series, path: `${id}.title`, text: title },
      ...(description === undefined
        ? []
        : [{ file: files.series, path: `${id}.description`, text: description }]),
    ]),
    ...Object.entries(glossary).flatMap(([id, term]) => [
      {
        file: files.glossary,
        path: id,
        text: Object.fromEntries(site.locales.map((locale) => [locale, termIn(term, locale)])),
      },
      { file: files.glossary, path: `${id}.definition`, text: term.definition },
    ]),
  ];
}

function placeOf({ places }: SettingsFile, path: string): Place {
  return places.get(path) ?? { line: 1, column: 1 };
}

function missing(file: SettingsFile, path: string, locale: Locale): Diagnostic {
  return {
    file: file.name,
    ...placeOf(file, path),
    rule: 'translation/missing-text',
    severity: 'warning',
    what: `Missing \`${path}.${locale}\``,
    why: 'Readers of that language see the text in another language, or none.',
    fix: `Add a line \`${locale}: …\` here.`,
  };
}

function unknown(file: SettingsFile, path: string, locale: Locale, locales: readonly Locale[]): Diagnostic {
  return {
    file: file.name,
    ...placeOf(file, `${path}.${locale}`),
    rule: 'translation/unknown-locale',
    severity: 'error',
    what: `Unknown language \`${locale}\` of \`${path}\`${suggest(locale, locales)}`,
    why: 'The site has no such language, so nobody would see this text.',
    fix: 'Correct or remove it, or add the language to `locales` in site.yaml.',
  };
}
