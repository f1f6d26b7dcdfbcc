import type { EntryFile } from '../sources/index.ts';
import { isUntranslated } from '../translation/index.ts';
import type { TextSurvey } from './survey-text.ts';

/**
 * Returns whether readers may see a text when its article is published. A translation that is a draft, empty or not yet
 * translated as a whole is kept back: readers of its language get the source.
 */
export function isPublic({
  file: { entry },
  survey,
}: {
  file: Pick<EntryFile, 'entry'>;
  survey: Pick<TextSurvey, 'comments' | 'isEmpty'>;
}): boolean {
  if (entry.role.type === 'source') return true;
  const isBegun =
    isUntranslated(entry.title) ||
    isUntranslated(entry.description) ||
    survey.comments.some(({ key }) => key === 'translate');
  return !entry.role.draft && !survey.isEmpty && !isBegun;
}
