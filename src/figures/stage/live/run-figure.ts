import { render } from 'preact';
import { copyLink } from './copy-link.ts';
import { createScale } from './create-scale.ts';
import { followAddress } from './follow-address.ts';
import { isLive } from './hide-until-live.ts';
import { createHeightKeeper } from './keep-height.ts';
import { layOut } from './lay-out.ts';
import type { LiveFigure } from './live-figure.ts';
import type { Parts } from './load-parts.ts';
import { createPlayback } from './playback.ts';
import { createSpeech } from './speech.ts';
import { watchPrinter } from './watch-printer.ts';
import { watchReader } from './watch-reader.ts';

/** A figure, and where it comes to life. */
export interface Running<State, Words> extends Parts<Words> {
  /** The custom element, which holds the still figure until then. */
  host: HTMLElement;
  figure: LiveFigure<State, Words>;
}

/** Have a figure live in its element until the signal: state, time, address and speech come together here. */
export function runFigure<State, Words>(
  { host, figure, words, stageWords }: Running<State, Words>,
  signal: AbortSignal,
): void {
  const frame = host.closest('figure') ?? host;
  const isNamed = frame.id !== '';
  const id = isNamed ? frame.id : nextId();
  const asInText = figure.read(host.dataset.pairs ?? '');
  const playback = createPlayback(figure.time, asInText, () => {
    notice = '';
    if (playback.scene().run === undefined) speech.later();
    else speech.hush();
    show();
  });
  const speech = createSpeech(() => {
    said = figure.describe(playback.scene().state, words);
    show();
  });
  let said = '';
  let notice = '';
  let isTableOpen = host.querySelector<HTMLDetailsElement>('details.figure-data')?.open === true;
  let isPrinted = false;
  const keepHeight = createHeightKeeper();

  const copy = async (): Promise<void> => {
    playback.stop();
    const isCopied = await copyLink({ id, pairs: figure.write(playback.scene().state) });
    notice = isCopied ? stageWords.copied : stageWords.notCopied;
    show();
  };
  const acts = {
    ...playback,
    reset: () => {
      playback.set(asInText);
    },
    copyLink: isNamed ? copy : undefined,
    toggleTable: (isOpen: boolean) => {
      isTableOpen = isOpen;
      show();
    },
  };
  const show = (): void => {
    if (signal.aborted) return;
    const { state, run } = playback.scene();
    const isPlaying = run !== undefined;
    const stage = { id, words, stageWords, createScale, isPlaying, change: playback.set };
    render(layOut({ figure, state, stage, said, notice, isTableOpen, isPrinted, acts }), host);
    keepHeight(host.querySelector('.figure-description'));
  };

  clearFor(host);
  show();
  watchReader(host, playback.stop, signal);
  watchPrinter((isPrinting) => {
    isPrinted = isPrinting;
    show();
  }, signal);
  const restore = (pairs: string): void => {
    playback.set(figure.read(pairs));
  };
  if (isNamed) followAddress(id, restore, signal);
  signal.addEventListener('abort', () => {
    playback.stop();
    speech.hush();
  });
}

/**
 * Leave of the still form what goes on to live; what is drawn otherwise from now on would stay behind. An element that comes back
 * to a page has nothing of it any more.
 */
function clearFor(host: HTMLElement): void {
  if (isLive(host)) return;
  for (const child of [...host.children])
    if (!child.matches('.figure-picture, .figure-description, .figure-data')) child.remove();
}

let count = 0;

/** An id for a figure that no address names. No text has a colon in one of its own. */
function nextId(): string {
  count += 1;
  return `page:figure-${count}`;
}
