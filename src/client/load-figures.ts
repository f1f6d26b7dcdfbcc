import { views } from '../figures/registry/views.ts';
import { elementName } from '../figures/stage/figure.ts';
import { findFigureState } from '../figures/stage/live/fragment.ts';
import { hideUntilHydrated, reveal } from '../figures/stage/live/hide-until-hydrated.ts';

/**
 * Lazy-loads the code of each figure: when it is in view, one viewport earlier once the reader has begun to scroll, or at once if the
 * address names its state. A page that nobody scrolls loads no code for a figure below its first screen.
 */
export function loadFigures(page: Document): void {
  const loads = new Map<HTMLElement, () => Promise<unknown>>();
  for (const [name, load] of Object.entries(views))
    for (const host of page.querySelectorAll<HTMLElement>(`.figure > ${elementName(name)}`))
      loads.set(host, load);
  const load = (host: HTMLElement): void => {
    // If loading fails, the static picture stays, as on a page without scripts.
    loads
      .get(host)?.()
      .catch(() => {
        reveal(host);
      });
  };
  const observe = (rootMargin: string): IntersectionObserver => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) continue;
          observer.unobserve(target);
          load(target as HTMLElement);
        }
      },
      { rootMargin },
    );
    for (const host of loads.keys()) observer.observe(host);
    return observer;
  };
  const first = observe('0%');
  const approach = (): void => {
    first.disconnect();
    observe('100% 0%');
  };
  addEventListener('scroll', approach, { once: true, passive: true });
  const loadNamed = (): void => {
    for (const host of loads.keys()) {
      if (findFigureState(location.hash, host.parentElement?.id ?? '') === undefined) continue;
      hideUntilHydrated(host);
      load(host);
    }
  };
  loadNamed();
  addEventListener('hashchange', loadNamed);
}
