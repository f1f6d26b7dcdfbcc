import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import type { Passage, Scenario } from '../model/index.ts';
import { columns, percent } from './columns.ts';
import { mark } from './drawing.ts';
import type { TimeAxis } from './time-axis.ts';

/** A message as an arrow from end to end, with what it announces of sound. */
export function drawMessage(passage: Passage, scenario: Scenario, { rows }: TimeAxis): Element[] {
  const y = rows.get(passage.at);
  if (passage.lane === 'media' || y === undefined) return [];
  const isToServer = passage.sender === 'caller';
  return [
    el('line', { class: 'signal', x1: percent(columns.caller), x2: percent(columns.server), y1: y, y2: y }),
    mark(
      isToServer ? columns.server : columns.caller,
      y,
      el('path', { class: 'signal head', d: isToServer ? 'M0 0-8-4v8z' : 'M0 0 8-4v8z' }),
    ),
    el(
      'text',
      { class: 'mono halo', x: percent((columns.caller + columns.server) / 2), y: y - 5 },
      [passage.label, findAnnounced(passage, scenario)].filter(Boolean).join(' '),
    ),
  ];
}

/** Offer and answer each say where their side wants to receive. */
function findAnnounced(passage: Passage, { endpoints, passages }: Scenario): string | undefined {
  if (passage.lane === 'media') return undefined;
  if (passage.label === 'INVITE') return endpoints.caller;
  const next = passages[passage.at];
  return next?.lane === 'signalling' && next.label === 'ACK' ? endpoints.server : undefined;
}
