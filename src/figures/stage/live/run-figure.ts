import { render } from 'preact';
import { copyLink } from './copy-link.ts';
import { createScale } from './create-scale.ts';
import { followAddress } from './follow-address.ts';
import { isLive } from './hide-until-live.ts';
import { createHeightKeeper } from './keep-height.ts';
import { layOut, type Around } from './lay-out.ts';
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
  const { id, isNamed } = nameFigure(host);
  const asInText = figure.read(host.dataset.pairs ?? '');
  let around: Around = { said: '', notice: '', isTableOpen: isTableOpenIn(host), isPrinted: false };
  const turn = (change: Partial<Around>): void => {
    around = { ...around, ...change };
    show();
  };
  const speech = createSpeech(() => {
    turn({ said: figure.describe(playback.scene().state, words) });
  });
  const playback = createPlayback(figure.time, asInText, () => {
    if (playback.scene().run === undefined) speech.later();
    else speech.hush();
    turn({ notice: '' });
  });
  const keepHeight = createHeightKeeper();
  const copy = async (): Promise<void> => {
    playback.stop();
    const isCopied = await copyLink({ id, pairs: figure.write(playback.scene().state) });
    turn({ notice: isCopied ? stageWords.copied : stageWords.notCopied });
  };
  const acts = {
    ...playback,
    reset: () => {
      playback.set(asInText);
    },
    copyLink: isNamed ? copy : undefined,
    toggleTable: (isTableOpen: boolean) => {
      turn({ isTableOpen });
    },
  };
  const show = (): void => {
    if (signal.aborted) return;
    const { state, run } = playback.scene();
    const isPlaying = run !== undefined;
    const stage = { id, words, stageWords, createScale, isPlaying, change: playback.set };
    render(layOut({ figure, state, stage, acts, ...around }), host);
    keepHeight(host.querySelector('.figure-description'));
  };

  clearFor(host);
  show();
  watchReader(host, playback.stop, signal);
  watchPrinter((isPrinted) => {
    turn({ isPrinted });
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

/** By what a figure is known in its page, and whether addresses can name it so. */
function nameFigure(host: HTMLElement): { id: string; isNamed: boolean } {
  const { id } = host.closest('figure') ?? host;
  return id === '' ? { id: nextId(), isNamed: false } : { id, isNamed: true };
}

function isTableOpenIn(host: HTMLElement): boolean {
  return host.querySelector<HTMLDetailsElement>('details.figure-data')?.open === true;
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
