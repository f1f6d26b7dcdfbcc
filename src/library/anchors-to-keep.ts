import type { KeptAnchor } from '../model/index.ts';
import type { Text } from './library.ts';

/** The anchors under which a text is published now, each with what is known again of it when it has been reworded. */
export function anchorsToKeep({ survey, anchors }: Text): KeptAnchor[] {
  return survey.headings.flatMap(({ digest }, index) => {
    const id = anchors[index];
    return id === undefined ? [] : [{ id, digest }];
  });
}
