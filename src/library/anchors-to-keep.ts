import type { PublishedAnchor } from '../model/index.ts';
import type { Text } from './library.ts';

/**
 * The anchors under which a text is published now, to be written into its sync file: of headings, figures, tables and
 * footnotes, in the order of the text. Each has what it is known again by, and what was recorded before keeps its id.
 */
export function anchorsToKeep({ survey, placeIds }: Pick<Text, 'survey' | 'placeIds'>): PublishedAnchor[] {
  return survey.places.map(({ digest }, index) => ({ id: placeIds[index] ?? '', digest }));
}
