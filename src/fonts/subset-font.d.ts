declare module 'subset-font' {
  /** The package carries no types; these are of what `subset.ts` uses of it. */
  interface Options {
    targetFormat?: 'truetype' | 'woff2';
    /** OpenType features to keep; without it, all. */
    keepFeatures?: readonly string[];
    noHinting?: boolean;
    /** Tables to leave out, by their tags. */
    dropTables?: readonly string[];
  }

  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options?: Options,
  ): Promise<Uint8Array>;
}
