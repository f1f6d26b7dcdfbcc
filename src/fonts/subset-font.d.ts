declare module 'subset-font' {
  /** The options that `subset.ts` uses; the package has no types. */
  interface Options {
    targetFormat?: 'truetype' | 'woff2';
    /** OpenType features to keep (default: all). */
    keepFeatures?: readonly string[];
    noHinting?: boolean;
    /** Tags of tables to drop. */
    dropTables?: readonly string[];
  }

  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options?: Options,
  ): Promise<Uint8Array>;
}
