// A module of its own.
export {};

const [form, output, outcome, ways] = ['search', 'hits', 'outcome', 'ways'].map((name) =>
  document.getElementById(`page:${name}`),
);
const field = form?.querySelector('input');

if (form instanceof HTMLFormElement && field && output && outcome && ways) {
  const run = async (): Promise<void> => {
    try {
      const search = await import('../search/interface/start.ts');
      await search.runPage({ form, field, output, status: outcome, ways });
    } catch {
      output.ariaBusy = 'false';
      output.textContent = output.dataset.unreachable ?? '';
    }
  };
  // Who comes with nothing to ask may have come for the lists below.
  if (new URLSearchParams(location.search).get('q')) {
    output.ariaBusy = 'true';
    void run();
  } else {
    form.addEventListener('focusin', () => void run(), { once: true });
  }
}
