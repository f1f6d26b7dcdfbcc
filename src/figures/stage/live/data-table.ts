import { h, type ComponentChild, type TargetedToggleEvent } from 'preact';
import type { Element } from 'hast';
import type { StageWords } from '../words.ts';
import { toNode } from './to-node.ts';

interface DataTable {
  words: StageWords;
  isOpen: boolean;
  /** Whether the page is being printed: on paper it is seen without being opened. */
  isPrinted: boolean;
  toggle: (isOpen: boolean) => void;
  /** Made only for those who look at it. */
  table: () => Element;
}

/** What is drawn as a table that a reader can open; a wide one scrolls by itself. */
export function drawDataTable({ words, isOpen, isPrinted, toggle, table }: DataTable): ComponentChild {
  return h(
    'details',
    {
      class: 'figure-data',
      open: isOpen,
      onToggle: ({ currentTarget }: TargetedToggleEvent<HTMLDetailsElement>) => {
        if (currentTarget.open !== isOpen) toggle(currentTarget.open);
      },
    },
    h('summary', {}, words.data),
    (isOpen || isPrinted) &&
      h('div', { class: 'scroll', role: 'group', tabIndex: 0, 'aria-label': words.data }, toNode(table())),
  );
}
