import { langToLocale, loadSearchStrings, type SearchStrings } from '../../locale/index.ts';
import sheet from '../../styles/search.css?url';
import { placesAround } from './address.ts';
import { listId } from './draw-hits.ts';
import { make } from './element.ts';
import { handOver } from './handover.ts';
import { isOfComposition, meaningOf } from './keys.ts';
import { loadSheet } from '../../styles/load-sheet.ts';
import { markWords, unmark } from './marks.ts';
import { activeIn, runSearch, type RunningSearch } from './run-search.ts';

/** The dialog of this page, once it has been wanted. */
let made: Promise<() => void> | undefined;

/** Open search over the page, or go to its field where the page itself is the search. */
export async function openSearch(opener: HTMLAnchorElement): Promise<void> {
  unmark();
  const own = document.querySelector<HTMLInputElement>('[id="page:search"] input');
  if (own === null) (await (made ??= makeDialog(opener)))();
  else own.select();
}

/** The dialog, as what opens it. */
async function makeDialog(opener: HTMLAnchorElement): Promise<() => void> {
  const locale = langToLocale(document.documentElement.lang);
  const [words] = await Promise.all([loadSearchStrings(locale), loadSheet(sheet)]);
  const parts = makeParts(words, opener);
  const { dialog, field, output, status } = parts;
  const search = runSearch({
    kind: 'options',
    locale,
    words,
    places: placesAround(opener.href),
    field,
    output,
    status,
    onAsk: (_, how) => {
      output.scrollTop = 0;
      if (how === 'chosen') field.focus();
    },
    onOpen: (href, found) => {
      const { pathname, search: query, hash } = new URL(href, location.href);
      const isHere = hash !== '' && pathname === location.pathname && query === location.search;
      if (!isHere) {
        handOver(href, found);
        return;
      }
      // What lies over the place goes away first.
      dialog.close();
      markWords(document, found);
    },
    onShow: () => {
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
      // Safari gives no focus to a link that is clicked; closing gives it back to what had it.
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

function makeParts(words: SearchStrings, { href }: HTMLAnchorElement): Parts {
  const field = make('input', {
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
  const close = make('button', { type: 'button' }, words.close);
  const form = make('form', { class: 'search-form', role: 'search', action: href }, field, close);
  const status = make('p', { class: 'visually-hidden', role: 'status' });
  const output = make('div', { class: 'search-output' });
  const dialog = make('dialog', { class: 'search-dialog', 'aria-label': words.search }, form, status, output);
  return { dialog, form, field, close, status, output };
}

function listen({ dialog, form, field, close }: Parts, search: RunningSearch): void {
  let isComposing = false;
  field.addEventListener('compositionstart', () => (isComposing = true));
  field.addEventListener('compositionend', () => (isComposing = false));
  field.addEventListener('keydown', (event) => {
    const meaning = meaningOf(event);
    if (meaning === undefined) return;
    event.preventDefault();
    if (meaning === 'next') search.move(1);
    else if (meaning === 'previous') search.move(-1);
    else if (meaning === 'select') field.select();
    else if (meaning === 'leave') dialog.close();
    else if (!search.open(event)) search.finish();
  });
  dialog.addEventListener('keydown', (event) => {
    // The Escape that ends a composition ends no more than that.
    if (event.key === 'Escape' && isOfComposition(event)) event.preventDefault();
  });
  dialog.addEventListener('cancel', (event) => {
    if (isComposing) event.preventDefault();
  });
  dialog.addEventListener('click', ({ target }) => {
    // What is not in any part of it is around it.
    if (target === dialog) dialog.close();
  });
  close.addEventListener('click', () => {
    dialog.close();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search.finish();
  });
}
