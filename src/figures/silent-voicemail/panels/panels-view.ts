import { h, type ComponentChild } from 'preact';
import { toPreact } from '../../stage/live/to-preact.ts';
import { stateAt, type Scenario } from '../model/index.ts';
import { drawCounts } from './draw-counts.ts';
import { drawLog } from './draw-log.ts';
import { WavView } from './wav/wav-view.ts';
import type { PanelWords } from './words.ts';

/** What the panels of a live figure need besides the call. */
export interface PanelsContext {
  /** Id of the figure in the page: ids within it begin with it. */
  id: string;
  words: PanelWords;
}

/** What a call so far has left behind, to be looked into: the log, the counts, and the file byte by byte. */
export function panelsView(scenario: Scenario, at: number, { id, words }: PanelsContext): ComponentChild[] {
  return [
    toPreact(drawLog(scenario, at, words.log)),
    toPreact(drawCounts(scenario, at, words.counts)),
    h(WavView, { id: `${id}-wav`, words: words.wav, recorded: stateAt(scenario, at).message.recorded }),
  ];
}
