import { render } from 'preact';
import { createScale } from '../scale.ts';
import type { StageWords } from '../words.ts';
import { drawFigure, type ViewState } from './draw-figure.ts';
import { toFragment, type FigureFragment } from './fragment.ts';
import { isHydrated } from './hide-until-hydrated.ts';
import type { LiveFigure } from './live-figure.ts';
import { onFragment, onLeave, onPrint } from './page-events.ts';
import { createPlayback, timeless } from './playback.ts';

interface Hydration<State, Words> {
  /** The custom element, which contains the static figure at first. */
  host: HTMLElement;
  figure: LiveFigure<State, Words>;
  words: Words;
  stageWords: StageWords;
}

/** Hydrates a figure in its custom element until the signal aborts: connects state, playback, URL fragment and live region. */
export function hydrateFigure<State, Words>(
  { host, figure, words, stageWords }: Hydration<State, Words>,
  signal: AbortSignal,
): void {
  const { id, isNamed } = identify(host);
  const initial = figure.parse(host.dataset.pairs ?? '');
  let viewState: ViewState = {
    announcement: '',
    notice: '',
    isTableOpen: isTableOpenIn(host),
    isPrinting: false,
  };
  const update = (change: Partial<ViewState>): void => {
    viewState = { ...viewState, ...change };
    show();
  };
  const announcer = createAnnouncer(() => {
    update({ announcement: figure.describe(playback.scene().state, words) });
  });
  const playback = createPlayback(figure.time ?? timeless<State>(), initial, () => {
    if (playback.scene().run === undefined) announcer.schedule();
    else announcer.cancel();
    update({ notice: '' });
  });
  const keepHeight = createHeightKeeper();
  const copy = async (): Promise<void> => {
    playback.stop();
    const isCopied = await copyLink({ id, pairs: figure.serialize(playback.scene().state) });
    update({ notice: isCopied ? stageWords.copied : stageWords.notCopied });
  };
  const actions = {
    ...playback,
    reset: () => {
      playback.set(initial);
    },
    copyLink: isNamed ? copy : undefined,
    toggleTable: (isTableOpen: boolean) => {
      update({ isTableOpen });
    },
  };
  const show = (): void => {
    if (signal.aborted) return;
    const { state, run } = playback.scene();
    const isPlaying = run !== undefined;
    const context = { id, words, stageWords, createScale, isPlaying, change: playback.set };
    render(drawFigure({ figure, state, context, actions, ...viewState }), host);
    keepHeight(host.querySelector('.figure-description'));
  };

  const opened = listPanels(host).flatMap(({ panel, title }) => (panel.open ? [title] : []));
  removeReplaced(host);
  show();
  for (const { panel, title } of listPanels(host)) panel.open = opened.includes(title);
  onLeave(host, playback.stop, signal);
  onPrint((isPrinting) => {
    update({ isPrinting });
  }, signal);
  const restore = (pairs: string): void => {
    playback.set(figure.parse(pairs));
  };
  if (isNamed) onFragment(id, restore, signal);
  signal.addEventListener('abort', () => {
    playback.stop();
    announcer.cancel();
  });
}

/** Returns the figure’s id, and whether it is in the page’s HTML (`isNamed`), so that a URL fragment can refer to it. */
function identify(host: HTMLElement): { id: string; isNamed: boolean } {
  const { id } = host.closest('figure') ?? host;
  return id === '' ? { id: createId(), isNamed: false } : { id, isNamed: true };
}

let count = 0;

/** Creates an id for a figure without one. The colon keeps it apart from the ids that texts can define. */
function createId(): string {
  count += 1;
  return `page:figure-${count}`;
}

function isTableOpenIn(host: HTMLElement): boolean {
  return host.querySelector<HTMLDetailsElement>('details.figure-data')?.open === true;
}

/** Lists the folded panels, which have the same titles before and after hydration. */
function listPanels(host: HTMLElement): { panel: HTMLDetailsElement; title: string }[] {
  return [...host.querySelectorAll<HTMLDetailsElement>('details.figure-panel')].map((panel) => ({
    panel,
    title: panel.querySelector('summary')?.textContent ?? '',
  }));
}

/**
 * Removes the parts of the static figure that Preact does not reuse; they would remain beside the hydrated ones. A custom element
 * that was moved within the page is hydrated already and has none of them.
 */
function removeReplaced(host: HTMLElement): void {
  if (isHydrated(host)) return;
  for (const child of [...host.children])
    if (!child.matches('.figure-picture, .figure-description, .figure-data')) child.remove();
}

/** Puts a link to a figure’s state into the address bar and onto the clipboard. Returns whether the clipboard accepted it. */
async function copyLink(fragment: FigureFragment): Promise<boolean> {
  history.replaceState(history.state, '', toFragment(fragment));
  try {
    // Pages served over plain HTTP have no `navigator.clipboard`; the TypeError is caught below.
    await navigator.clipboard.writeText(location.href);
    return true;
  } catch {
    return false;
  }
}

/** Debounce delay of announcements: readers who hold down an arrow key or type a number have not finished yet. */
const announcementDelayMs = 700;

/** Debounces announcements in the live region: `announce` runs once nothing has changed for a while. */
function createAnnouncer(announce: () => void): { schedule: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    clearTimeout(timer);
  };
  const schedule = (): void => {
    cancel();
    timer = setTimeout(announce, announcementDelayMs);
  };
  return { schedule, cancel };
}

/** Keeps an element at its greatest height so far, so that text of changing length below the picture causes no layout shift. */
function createHeightKeeper(): (element: HTMLElement | null) => void {
  let [lastWidth, lastHeight] = [0, 0];
  return (element) => {
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    if (width === lastWidth && height <= lastHeight) return;
    // At another width the text wraps differently, so start over with its natural height.
    if (width !== lastWidth) element.style.minHeight = '';
    [lastWidth, lastHeight] = [width, element.getBoundingClientRect().height];
    element.style.minHeight = `${lastHeight}px`;
  };
}
