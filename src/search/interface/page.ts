import { langToLocale, loadSearchStrings } from '../../locale/index.ts';
import { askedToHref, asksNothing, placesAround, readAsked, type Asked } from './address.ts';
import { handOver } from './handover.ts';
import { runSearch } from './run-search.ts';

/** The parts of the search page, which stand in it. */
export interface PageParts {
  form: HTMLFormElement;
  field: HTMLInputElement;
  output: HTMLElement;
  status: HTMLElement;
  /** What leads on where nothing has been asked. */
  ways: HTMLElement;
}

/** Run the search page: what its address asks, then what is typed into it, which the address keeps. */
export async function runPage({ form, field, output, status, ways }: PageParts): Promise<void> {
  const locale = langToLocale(document.documentElement.lang);
  const words = await loadSearchStrings(locale);
  const places = placesAround(form.action);
  const { title } = document;
  /** Whether the address is to stay in the history when something else is asked. */
  let isSettled = !asksNothing(readAsked(location.search));
  const show = (asked: Asked): void => {
    document.title = asksNothing(asked) ? title : `${asked.query.trim().slice(0, 60)} · ${title}`;
    ways.hidden = !asksNothing(asked);
  };
  const search = runSearch({
    kind: 'links',
    locale,
    words,
    places,
    field,
    output,
    status,
    onAsk: (asked, how) => {
      const keep = isSettled ? 'pushState' : 'replaceState';
      history[keep](null, '', askedToHref(asked, places.search));
      isSettled = how === 'chosen';
      show(asked);
    },
    onOpen: handOver,
    onShow: () => undefined,
  });
  const askAddress = (): void => {
    const asked = readAsked(location.search);
    search.ask(asked);
    show(asked);
    isSettled = !asksNothing(asked);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search.finish();
    // One who goes back from here comes to what was asked, and not to half of the next word.
    isSettled = !asksNothing(readAsked(location.search));
  });
  addEventListener('popstate', askAddress);
  // What was typed while this was loading counts as typed now.
  const typed = field.value;
  if (typed !== '' && asksNothing(readAsked(location.search))) field.dispatchEvent(new Event('input'));
  else askAddress();
}
