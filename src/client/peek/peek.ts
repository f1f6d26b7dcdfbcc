import { loadSheet } from '../../styles/load-sheet.ts';
import sheet from '../../styles/peek.css?url';
import { endOf, findBlocks, wordsOf } from './blocks.ts';
import { loadCounterparts, type FindCounterpart } from './counterparts.ts';
import { createRovingTabindex } from './roving-tabindex.ts';

/** A block with the button that toggles its counterpart and the panel that shows it. */
interface Peek {
  block: Element;
  control: HTMLButtonElement;
  panel: HTMLElement;
}

let isAttached = false;

/**
 * Adds a button to each block of a text that shows the block in the other language below it. All buttons are one tab stop.
 *
 * @param link link to the page with both languages; its data attributes have the interface strings of peek
 */
export async function attach(link: HTMLAnchorElement, prose: HTMLElement): Promise<void> {
  if (isAttached) return;
  isAttached = true;
  await loadSheet(sheet);
  const blocks = findBlocks(prose);
  const words = blocks.map(wordsOf);
  const peeks = blocks.map((block) => makePeek(block, link));
  let loading: Promise<FindCounterpart> | undefined;
  const show = async ({ panel, control }: Peek, index: number): Promise<void> => {
    panel.ariaBusy = 'true';
    try {
      const counterpart = (await (loading ??= loadCounterparts(link.href, words)))(index, panel);
      if (counterpart.lang) panel.lang = counterpart.lang;
      panel.replaceChildren(
        typeof counterpart.content === 'string' ? paragraph(counterpart.content) : counterpart.content,
      );
    } catch {
      // Not cached, so that the next click tries again.
      loading = undefined;
      const fallback = document.createElement('a');
      fallback.href = link.href;
      fallback.textContent = link.textContent;
      panel.replaceChildren(paragraph(link.dataset.peekFailed, ' ', fallback));
    }
    panel.ariaBusy = null;
    const { activeElement } = document;
    // Safari does not focus a button on click, so the focus may still be on the body.
    if (panel.isConnected && (activeElement === control || activeElement === document.body)) {
      panel.focus({ preventScroll: true });
      panel.scrollIntoView({ block: 'nearest' });
    }
  };

  const close = ({ control, panel }: Peek): void => {
    control.ariaExpanded = 'false';
    control.removeAttribute('aria-controls');
    panel.remove();
    control.focus();
  };

  peeks.forEach((peek, index) => {
    const { block, control, panel } = peek;
    panel.id = `page:peek-${index}`;
    control.addEventListener('click', () => {
      if (panel.isConnected) {
        close(peek);
        return;
      }
      control.ariaExpanded = 'true';
      control.setAttribute('aria-controls', panel.id);
      if (block.matches('li')) control.after(panel);
      else block.after(panel);
      void show(peek, index);
    });
    for (const part of [control, panel])
      part.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !panel.isConnected) return;
        // Another listener removes the search highlights on Escape; they must stay.
        event.stopPropagation();
        close(peek);
      });
  });
  createRovingTabindex(peeks.map(({ control }) => control));
}

function makePeek(block: Element, { dataset: { peek = '' } }: HTMLAnchorElement): Peek {
  const control = document.createElement('button');
  control.type = 'button';
  control.className = 'peek';
  // The label is an attribute, because text in the button would be copied together with the block.
  control.title = control.ariaLabel = peek;
  control.ariaExpanded = 'false';
  control.lang = document.documentElement.lang;
  block.insertBefore(control, endOf(block));
  const panel = document.createElement('div');
  panel.className = 'peeked';
  panel.tabIndex = -1;
  return { block, control, panel };
}

function paragraph(words = '', ...more: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement('p');
  element.append(words, ...more);
  return element;
}
