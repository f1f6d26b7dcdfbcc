// Types of what is known of a directive while it is read.
/// <reference types="mdast-util-directive" />
import type { Processor } from 'unified';

declare module 'mdast-util-directive' {
  interface LeafDirectiveData {
    /** The key of each attribute, as often as its author has written it. */
    writtenKeys?: readonly string[];
  }
}

/** Keep in `data.writtenKeys` what a leaf directive says: where it says something twice, `attributes` have the last alone. */
export function remarkWrittenKeys(this: Processor): void {
  const { fromMarkdownExtensions = [] } = this.data();
  fromMarkdownExtensions.push({
    exit: {
      directiveLeafAttribute() {
        const node = this.stack.findLast(({ type }) => type === 'leafDirective');
        const writtenKeys = this.data.directiveAttributes?.map(([key]) => key) ?? [];
        if (node?.type === 'leafDirective') node.data = { ...node.data, writtenKeys };
      },
    },
  });
}
