import { views } from '../figures/registry/views.ts';
import { elementName } from '../figures/stage/figure.ts';
import { findPairs } from '../figures/stage/live/fragment.ts';
import { hideUntilHydrated, reveal } from '../figures/stage/live/hide-until-hydrated.ts';

/** What makes each figure of the page live, loaded when its reader comes near, or an address names it. */
export function loadFigures(page: Document): void {
  const loads = new Map<HTMLElement, () => Promise<unknown>>();
  for (const [name, load] of Object.entries(views))
    for (const host of page.querySelectorAll<HTMLElement>(`.figure > ${elementName(name)}`))
      loads.set(host, load);
  const load = (host: HTMLElement): void => {
    // Without it the figure stands as it does where no script runs.
    loads
      .get(host)?.()
      .catch(() => {
        reveal(host);
      });
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        load(target as HTMLElement);
      }
    },
    // A screen ahead.
    { rootMargin: '100% 0%' },
  );
  for (const host of loads.keys()) observer.observe(host);
  const loadNamed = (): void => {
    for (const host of loads.keys()) {
      if (findPairs(location.hash, host.parentElement?.id ?? '') === undefined) continue;
      hideUntilHydrated(host);
      load(host);
    }
  };
  loadNamed();
  addEventListener('hashchange', loadNamed);
}
