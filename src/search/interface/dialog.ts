import { langToLocale, loadSearchStrings, type SearchStrings } from '../../locale/index.ts';
import sheet from '../../styles/search.css?url';
import { resolveSiteUrls } from './address.ts';
import { listId } from './draw-hits.ts';
import { h } from './element.ts';
import { createEngine } from './engine.ts';
import { storeWords } from './stored-words.ts';
import { isComposingKey, keyToAction } from './keys.ts';
import { loadSheet } from '../../styles/load-sheet.ts';
import { markWords, unmark } from './marks.ts';
import { runSearch, type SearchController } from './run-search.ts';
import { activeIn } from './screen.ts';

/** Opens the dialog. It is created on first use. */
let dialogOpener: Promise<() => void> | undefined;

/** Opens the search dialog, or focuses the field if the page itself is the search page. */
export async function openSearch(opener: HTMLAnchorElement, manifest: Promise<Response>): Promise<void> {
  unmark();
  const own = document.querySelector<HTMLInputElement>('[id="page:search"] input');
  if (own === null) (await (dialogOpener ??= createDialog(opener, manifest)))();
  else own.select();
}

/** Creates the dialog and returns a function that opens it. */
async function createDialog(opener: HTMLAnchorElement, manifest: Promise<Response>): Promise<() => void> {
  const locale = langToLocale(document.documentElement.lang);
  const urls = resolveSiteUrls(opener.href);
  const engine = createEngine(urls.index, manifest);
  engine.preload(locale, '');
  const [words] = await Promise.all([loadSearchStrings(locale), loadSheet(sheet)]);
  const parts = createParts(words, opener);
  const { dialog, field, output, status } = parts;
  const search = runSearch({
    kind: 'options',
    locale,
    words,
    urls,
    engine,
    field,
    output,
    status,
    onRequest: (_, how) => {
      output.scrollTop = 0;
      if (how === 'chosen') field.focus();
    },
    onOpen: (href, found) => {
      const { pathname, search: query, hash } = new URL(href, location.href);
      const isHere = hash !== '' && pathname === location.pathname && query === location.search;
      if (!isHere) {
        storeWords(href, found);
        return;
      }
      // The dialog would cover the target of the link.
      dialog.close();
      markWords(document, found);
    },
    onUpdate: () => {
      const option = activeIn(output);
      field.ariaExpanded = String(output.querySelector('[role=option]') !== null);
      if (option === null) field.removeAttribute('aria-activedescendant');
      else field.setAttribute('aria-activedescendant', option.id);
    },
  });
  listen(parts, search);
  document.body.append(dialog);
  return () => {
    if (!dialog.open) {
      // Safari doesn't focus a link on click, but the dialog returns the focus to the active element when it closes.
      if (document.activeElement === document.body) opener.focus({ preventScroll: true });
      dialog.showModal();
    }
    field.select();
  };
}

interface Parts {
  dialog: HTMLDialogElement;
  form: HTMLFormElement;
  field: HTMLInputElement;
  close: HTMLButtonElement;
  status: HTMLElement;
  output: HTMLElement;
}

function createParts(words: SearchStrings, { href }: HTMLAnchorElement): Parts {
  const field = h('input', {
    name: 'q',
    type: 'search',
    role: 'combobox',
    'aria-label': words.field,
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    placeholder: words.field,
    dir: 'auto',
    autocomplete: 'off',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
  });
  const close = h('button', { type: 'button' }, words.close);
  const form = h('form', { class: 'search-form', role: 'search', action: href }, field, close);
  const status = h('p', { class: 'visually-hidden', role: 'status' });
  const output = h('div', { class: 'search-output' });
  const dialog = h('dialog', { class: 'search-dialog', 'aria-label': words.search }, form, status, output);
  return { dialog, form, field, close, status, output };
}

function listen({ dialog, form, field, close }: Parts, search: SearchController): void {
  let isComposing = false;
  field.addEventListener('compositionstart', () => (isComposing = true));
  field.addEventListener('compositionend', () => (isComposing = false));
  field.addEventListener('keydown', (event) => {
    const meaning = keyToAction(event);
    if (meaning === undefined) return;
    event.preventDefault();
    if (meaning === 'next') search.move(1);
    else if (meaning === 'previous') search.move(-1);
    else if (meaning === 'select') field.select();
    else if (meaning === 'close') dialog.close();
    else search.open(event);
  });
  dialog.addEventListener('keydown', (event) => {
    // This Escape cancels an IME composition and must not close the dialog, too.
    if (event.key === 'Escape' && isComposingKey(event)) event.preventDefault();
  });
  dialog.addEventListener('cancel', (event) => {
    if (isComposing) event.preventDefault();
  });
  dialog.addEventListener('click', ({ target }) => {
    // A click on the backdrop targets the dialog itself.
    if (target === dialog) dialog.close();
  });
  close.addEventListener('click', () => {
    dialog.close();
  });
  dialog.addEventListener('close', search.close);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search.finish();
  });
}
