/**
 * The mark of the name: 나, the first syllable of 나란히, drawn from two uprights of one height that stand side by side.
 * ㄴ puts its foot out towards its neighbour, ㅏ its arm away from it; neither leans on the other.
 *
 * Strokes within `size` × `size`, to be drawn `width` wide with butt caps and mitred joins.
 */
export const mark = {
  size: 32,
  width: 4,
  /** ㄴ, in the accent. */
  first: 'M5 4v22h10.5',
  /** ㅏ, in the ink. */
  second: 'M21.5 4v24M21.5 15h8',
} as const;
