import { loadSheet } from '../../styles/load-sheet.ts';
import sheet from '../../styles/peek.css?url';
import { endOf, findBlocks, wordsOf } from './blocks.ts';
import { loadBothLanguages, type FindCounterpart } from './both-languages.ts';
import { createStops } from './stops.ts';

/** A block, what opens and closes its other language, and that while it is open. */
interface Peek {
  block: Element;
  control: HTMLButtonElement;
  panel: HTMLElement;
}

let isOffered = false;

/**
 * Give each block of a text a control that shows it in the other language, below it. All are one stop for the keyboard.
 *
 * @param link leads to the page that shows both languages, and bears the words of all this
 */
export async function offer(link: HTMLAnchorElement, prose: HTMLElement): Promise<void> {
  if (isOffered) return;
  isOffered = true;
  await loadSheet(sheet);
  const blocks = findBlocks(prose);
  const words = blocks.map(wordsOf);
  const peeks = blocks.map((block) => makePeek(block, link));
  let loading: Promise<FindCounterpart> | undefined;
  const show = async ({ panel, control }: Peek, index: number): Promise<void> => {
    panel.ariaBusy = 'true';
    try {
      const counterpart = (await (loading ??= loadBothLanguages(link.href, words)))(index, panel);
      if (counterpart?.lang) panel.lang = counterpart.lang;
      panel.replaceChildren(counterpart?.content ?? paragraph(link.dataset.peekSame));
    } catch {
      // Another time it may come.
      loading = undefined;
      const way = document.createElement('a');
      way.href = link.href;
      way.textContent = link.textContent;
      panel.replaceChildren(paragraph(link.dataset.peekFailed, ' ', way));
    }
    panel.ariaBusy = null;
    const { activeElement } = document;
    // Safari gives no focus to a button that is clicked.
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
        // What else Escape ends, such as the marks of search, is not meant.
        event.stopPropagation();
        close(peek);
      });
  });
  createStops(peeks.map(({ control }) => control));
}

function makePeek(block: Element, { dataset: { peek = '' } }: HTMLAnchorElement): Peek {
  const control = document.createElement('button');
  control.type = 'button';
  control.className = 'peek';
  // It holds no text: none gets into what is copied.
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
