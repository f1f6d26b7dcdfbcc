import type { VFile } from 'vfile';

/** A feature with a style sheet or script of its own, which only the pages of texts that use it load. */
export type Need = 'diagram' | 'figure' | 'math' | 'media' | 'revision';

declare module 'vfile' {
  interface DataMap {
    /** The features that the text uses: added by their plugins, read by `renderMarkdown`. */
    needs: Set<Need>;
  }
}

/** Records that a text uses a feature. */
export function addNeed(file: VFile, need: Need): void {
  file.data.needs = (file.data.needs ?? new Set<Need>()).add(need);
}
