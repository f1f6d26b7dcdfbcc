import { el } from '../stage/element.ts';
import type { Figure } from '../stage/figure.ts';
import type { CreateScale } from '../stage/scale.ts';
import { presetNames } from './model/index.ts';
import type { PsVsTopWords } from './words.ts';

/** The figure, for texts in the language of these words. */
export function createPsVsTop(words: PsVsTopWords, createScale: CreateScale): Figure {
  return {
    settings: {
      preset: { kind: 'choice', options: presetNames },
    },
    draw: (pairs) => ({
      title: words.title,
      picture: el('svg', {
        role: 'img',
        'aria-label': pairs,
        width: '100%',
        height: createScale([0, 1], [0, 240])(1),
      }),
      description: pairs,
      others: [],
    }),
  };
}
