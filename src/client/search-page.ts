// The script of the search page. The export makes it a module.
export {};

const [form, output, outcome, links] = ['search', 'hits', 'outcome', 'ways'].map((name) =>
  document.getElementById(`page:${name}`),
);
const field = form?.querySelector('input');

if (form instanceof HTMLFormElement && field && output && outcome && links) {
  const run = async (): Promise<void> => {
    try {
      const search = await import('../search/interface/start.ts');
      await search.runPage({ form, field, output, status: outcome, links });
    } catch {
      output.ariaBusy = 'false';
      output.textContent = output.dataset.unreachable ?? '';
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
