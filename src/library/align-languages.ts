import { alignTexts, flipAlignment, type Alignment } from '../alignment/index.ts';
import type { Locale } from '../locale/index.ts';
import type { Survey } from '../markdown/index.ts';
import type { EntryFile } from '../sources/index.ts';

/** A text of an article, of which its blocks count. */
interface Language {
  file: EntryFile;
  survey: Survey;
}

/** A text's alignment with each other language of its article, the text itself as the source. */
export type AlignedWith = Readonly<Record<Locale, Alignment>>;

/** Align every two languages of an article. A translation's record tells what it renders of its own source. */
export function alignLanguages(languages: readonly Language[]): ReadonlyMap<Locale, AlignedWith> {
  const found = new Map<Locale, Record<Locale, Alignment>>(languages.map(({ file }) => [file.locale, {}]));
  for (const [index, one] of languages.entries()) {
    for (const other of languages.slice(index + 1)) {
      const alignment = alignPair(one, other);
      const [a, b] = [one.file.locale, other.file.locale];
      Object.assign(found.get(a) ?? {}, { [b]: alignment });
      Object.assign(found.get(b) ?? {}, { [a]: flipAlignment(alignment) });
    }
  }
  return found;
}

function alignPair(one: Language, other: Language): Alignment {
  if (one.file.sync?.from === other.file.locale) return flipAlignment(alignPair(other, one));
  const recorded = other.file.sync?.from === one.file.locale ? other.file.sync.segments : [];
  return alignTexts(toAlignable(one), toAlignable(other), recorded);
}

function toAlignable({ file, survey }: Language) {
  return { locale: file.locale, blocks: survey.blocks };
}
