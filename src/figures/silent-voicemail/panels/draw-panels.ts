import type { Element } from 'hast';
import type { Scenario } from '../model/index.ts';
import { drawCounts } from './draw-counts.ts';
import { drawLog } from './draw-log.ts';
import { drawWav } from './wav/draw-wav.ts';
import type { PanelWords } from './words.ts';

/** What a call so far has left behind, without scripts: the server’s log, the packets counted at each point, the file. */
export function drawPanels(scenario: Scenario, at: number, words: PanelWords): Element[] {
  return [
    drawLog(scenario, at, words.log),
    drawCounts(scenario, at, words.counts),
    drawWav(scenario, at, words.wav),
  ];
}
