import { views } from '../figures/catalogue/views.ts';
import { findPairs } from '../figures/stage/live/fragment.ts';
import { hideUntilLive, reveal } from '../figures/stage/live/hide-until-live.ts';

/** What makes each figure of the page live, loaded when its reader comes near, or an address names it. */
export function loadFigures(page: Document): void {
  const hosts = Object.keys(views).flatMap((name) => [
    ...page.querySelectorAll<HTMLElement>(`.figure > narani-${name}`),
  ]);
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
  for (const host of hosts) observer.observe(host);
  const loadNamed = (): void => {
    for (const host of hosts) {
      if (findPairs(location.hash, host.parentElement?.id ?? '') === undefined) continue;
      hideUntilLive(host);
      load(host);
    }
  };
  loadNamed();
  addEventListener('hashchange', loadNamed);
}

function load(host: HTMLElement): void {
  // Without it the figure stands as it does where no script runs.
  views[host.localName.replace('narani-', '')]?.().catch(() => {
    reveal(host);
  });
}
