// The script of the search page. The export makes it a module.
export {};

const [form, output, outcome, links] = ['search', 'hits', 'outcome', 'ways'].map((name) =>
  document.getElementById(`page:${name}`),
);
const field = form?.querySelector('input');

if (form instanceof HTMLFormElement && field && output && outcome && links) {
  const run = async (): Promise<void> => {
    try {
      // All at once. Each would otherwise wait for the one before.
      const manifest = fetch(new URL('../../search/index.json', form.action), { cache: 'no-cache' });
      manifest.catch(() => undefined);
      void import('../search/interface/load-engine.ts').catch(() => undefined);
      const start = import('../search/interface/start.ts');
      const search = await start;
      await search.runPage({ form, field, manifest, output, status: outcome, links });
    } catch {
      output.ariaBusy = 'false';
      reportFailure(output, form);
    }
  };
  // Without a query the reader may have come for the links below, so search is loaded only when the field gets the focus.
  if (new URLSearchParams(location.search).get('q')) {
    output.ariaBusy = 'true';
    void run();
  } else {
    form.addEventListener('focusin', () => void run(), { once: true });
  }
}

/** Says that search could not be loaded. Trying again submits the form, which opens this page with the query. */
function reportFailure(output: HTMLElement, { id }: HTMLFormElement): void {
  const note = document.createElement('p');
  note.className = 'search-note';
  const retry = document.createElement('button');
  retry.setAttribute('form', id);
  retry.textContent = output.dataset.retry ?? '';
  note.append(output.dataset.unreachable ?? '', ' ', retry);
  output.replaceChildren(note);
}
