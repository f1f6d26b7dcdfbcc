import { Component, h, type ComponentChild } from 'preact';
import { el } from '../../../stage/element.ts';
import { toPreact } from '../../../stage/live/to-preact.ts';
import { findWavLength, messagePackets } from '../../model/index.ts';
import type { WavPartKey, WavWords } from '../words.ts';
import { namePart, tellPart, tellSource } from './draw-wav.ts';
import { findNext } from './move.ts';
import { findWavLines, type WavLine, type WavPiece } from './wav-lines.ts';
import { findWavParts, headerOf } from './wav-parts.ts';

interface Given {
  /** Ids within begin with it. */
  id: string;
  words: WavWords;
  /** Packets in the file so far. */
  recorded: number;
}

/** Which part is explained: the one that was last pointed at, touched or led to by keys. */
interface Chosen {
  key: WavPartKey;
}

/** The WAV file byte by byte: each field explains itself below when it is pointed at, touched, or led to with arrow keys. */
export class WavView extends Component<Given, Chosen> {
  override state: Chosen = { key: 'data-size' };

  override render({ id, words, recorded }: Given, { key }: Chosen): ComponentChild {
    const parts = findWavParts(recorded);
    const chosen = parts.find((part) => part.key === key);
    return h(
      'div',
      { class: 'figure-panel' },
      h('p', {}, h('strong', {}, words.title(findWavLength(recorded)))),
      drawLengthBar(recorded),
      h(
        'div',
        {
          class: 'wav-dump',
          role: 'tablist',
          'aria-label': words.parts,
          onKeyDown: this.#move,
          onFocusIn: this.#choose,
          onClick: this.#choose,
          onPointerOver: (event: PointerEvent) => {
            // A finger that scrolls passes over many; it chooses by a tap.
            if (event.pointerType !== 'touch') this.#choose(event);
          },
        },
        findWavLines(parts).map((line) => drawLine(line, { id, words, key })),
        recorded > 0 && h('span', { class: 'wav-more', 'aria-hidden': true }, '⋯'),
      ),
      h(
        'p',
        { class: 'wav-told', role: 'tabpanel', id: `${id}-told`, 'aria-labelledby': `${id}-${key}` },
        chosen && [h('strong', {}, `${namePart(chosen, words)}.`), ` ${tellPart(chosen, words)}`],
        chosen?.isGrowing === false && ` ${words.stays}`,
      ),
      h('p', {}, words.length(recorded)),
      h('p', { class: 'figure-note' }, tellSource(recorded, words)),
      h(
        'button',
        {
          type: 'button',
          onClick: () => {
            void import('./save-wav.ts').then(({ saveWav }) => {
              saveWav(headerOf(parts), recorded);
            });
          },
        },
        words.save,
      ),
    );
  }

  #choose = ({ target }: Event): void => {
    const key = (target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
    if (key !== undefined) this.setState({ key: key as WavPartKey });
  };

  #move = (event: KeyboardEvent): void => {
    const tabs = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('[role="tab"]')];
    const from = tabs.findIndex((tab) => tab === event.target);
    const next = findNext(
      event.key,
      from,
      tabs.map((tab) => tab.getBoundingClientRect()),
    );
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    tabs[next]?.focus();
  };
}

interface Drawing {
  id: string;
  words: WavWords;
  /** Of the part that is explained. */
  key: WavPartKey;
}

function drawLine({ offset, pieces }: WavLine, drawing: Drawing): ComponentChild {
  return h(
    'div',
    { class: 'wav-line', role: 'presentation' },
    h('span', { class: 'offset', 'aria-hidden': true }, offset),
    pieces.map((piece) => (piece.isFirst ? drawTab(piece, drawing) : drawRest(piece, drawing))),
  );
}

function drawTab({ part, bytes }: WavPiece, { id, words, key }: Drawing): ComponentChild {
  const isChosen = part.key === key;
  return h(
    'button',
    {
      type: 'button',
      role: 'tab',
      id: `${id}-${part.key}`,
      'data-key': part.key,
      'data-size': part.key === 'data' ? 4 : part.size,
      'aria-selected': isChosen,
      'aria-controls': `${id}-told`,
      'aria-describedby': isChosen ? `${id}-told` : undefined,
      tabIndex: isChosen ? 0 : -1,
    },
    h('span', { class: 'visually-hidden' }, `${words.names[part.key]} `),
    h('span', { class: 'bytes' }, bytes.join(' ')),
    h(
      'span',
      { class: 'value' },
      part.value ?? (part.size > 0 ? words.sound : words.noSound),
      part.isGrowing && ' ↗',
    ),
  );
}

function drawRest({ part, bytes }: WavPiece, { key }: Drawing): ComponentChild {
  return h(
    'span',
    { class: part.key === key ? 'rest chosen' : 'rest', 'data-key': part.key, 'aria-hidden': true },
    bytes.join(' '),
  );
}

/** How much of the longest message is in the file; its header is a sliver at the left. */
function drawLengthBar(recorded: number): ComponentChild {
  const percent = (recorded / messagePackets) * 100;
  return toPreact(
    el(
      'svg',
      { class: 'wav-bar', width: '100%', height: 10, 'aria-hidden': 'true' },
      el('rect', { class: 'room', width: '100%', height: 10 }),
      el('rect', { class: 'sound', width: `${percent}%`, height: 10 }),
      el('rect', { class: 'header', width: 3, height: 10 }),
    ),
  );
}
