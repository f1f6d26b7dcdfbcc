import { langToLocale, loadSearchStrings } from '../../locale/index.ts';
import { requestToHref, isBlank, resolveSiteUrls, parseRequest, type SearchRequest } from './address.ts';
import { createEngine } from './engine.ts';
import { storeWords } from './stored-words.ts';
import { runSearch } from './run-search.ts';

/** Elements of the search page. */
interface PageParts {
  form: HTMLFormElement;
  field: HTMLInputElement;
  output: HTMLElement;
  status: HTMLElement;
  /** The request for the manifest of the index. */
  manifest: Promise<Response>;
  /** Links to other lists, shown while there is no query. */
  links: HTMLElement;
}

/** Runs the search page: answers the query in its address, then what is typed, and keeps the address up to date. */
export async function runPage({ form, field, manifest, output, status, links }: PageParts): Promise<void> {
  const locale = langToLocale(document.documentElement.lang);
  const urls = resolveSiteUrls(form.action);
  const engine = createEngine(urls.index, manifest);
  engine.preload(locale, field.value === '' ? parseRequest(location.search).query : field.value);
  const words = await loadSearchStrings(locale);
  const { title } = document;
  /** Whether the current history entry is a finished query, so that the next one must push a new entry. */
  let keepsEntry = !isBlank(parseRequest(location.search));
  const show = (request: SearchRequest): void => {
    document.title = isBlank(request) ? title : `${request.query.trim().slice(0, 60)} · ${title}`;
    links.hidden = !isBlank(request);
  };
  const search = runSearch({
    kind: 'links',
    locale,
    words,
    urls,
    engine,
    field,
    output,
    status,
    onRequest: (request, how) => {
      writeAddress(requestToHref(request, urls.search), keepsEntry);
      keepsEntry = how === 'chosen';
      show(request);
    },
    onOpen: storeWords,
    onUpdate: () => undefined,
  });
  const askAddress = (): void => {
    const request = parseRequest(location.search);
    search.ask(request);
    show(request);
    keepsEntry = !isBlank(request);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search.finish();
    // Going back should lead to the submitted query, not to part of the next one.
    keepsEntry = !isBlank(parseRequest(location.search));
  });
  addEventListener('popstate', askAddress);
  // Handles what was typed before this script was loaded.
  const typed = field.value;
  if (typed !== '' && isBlank(parseRequest(location.search))) field.dispatchEvent(new Event('input'));
  else askAddress();
}

/** Changes the address of the page, as a new entry of the history or not. */
function writeAddress(href: string, isNewEntry: boolean): void {
  try {
    if (isNewEntry) history.pushState(null, '', href);
    else history.replaceState(null, '', href);
  } catch {
    // WebKit limits how often a page may change its address. The next change is written again.
  }
}
