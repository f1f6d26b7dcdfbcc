import { Component, h, type ComponentChild } from 'preact';
import { loadSheet } from '../../../styles/load-sheet.ts';
import { el } from '../../stage/element.ts';
import { toPreact } from '../../stage/live/to-preact.ts';
import { findWavFields, findWavLength, packetDataLength, voicemailPackets } from '../model/index.ts';
import type { FieldWords, WavPartKey, WavWords } from '../words.ts';
import { drawLength } from './draw-wav.ts';
import { findFocusTarget } from './roving-focus.ts';
import { findWavLines, findWavParts, type WavLine, type WavPart, type WavPiece } from './wav-dump.ts';
import sheet from './wav-view.css?url';

interface Props {
  /** Prefix of all ids within. */
  id: string;
  words: WavWords;
  fields: FieldWords;
  /** Number of packets in the file. */
  recorded: number;
}

interface State {
  /** The part that is explained. */
  key: WavPartKey;
}

/** Loads the style sheet of the view. */
export async function loadStyles(): Promise<void> {
  await loadSheet(sheet);
}

/**
 * The bytes of the WAV file as tabs. The tab panel explains the part that was last hovered, tapped, or focused with the arrow keys
 * (roving tabindex).
 */
export class WavView extends Component<Props, State> {
  override state: State = { key: 'data-size' };

  override render({ id, words, fields, recorded }: Props, { key }: State): ComponentChild {
    const parts = findWavParts(recorded);
    const selected = parts.find((part) => part.key === key);
    return [
      drawLengthBar(recorded),
      h(
        'div',
        {
          class: 'wav-dump',
          role: 'tablist',
          'aria-label': fields.parts,
          onKeyDown: this.#moveFocus,
          onFocusIn: this.#select,
          onClick: this.#select,
          onPointerOver: (event: PointerEvent) => {
            // A finger passes over many parts while it scrolls, so touch selects by a tap only.
            if (event.pointerType !== 'touch') this.#select(event);
          },
        },
        findWavLines(parts).map((line) => drawLine(line, { id, fields, key })),
        recorded > 0 && h('span', { class: 'wav-more', 'aria-hidden': true }, '⋯'),
      ),
      h(
        'p',
        {
          class: 'wav-explanation',
          role: 'tabpanel',
          id: `${id}-explanation`,
          'aria-labelledby': `${id}-${key}`,
        },
        selected && [h('strong', {}, `${namePart(selected, fields)}.`), ` ${explainPart(selected, fields)}`],
        selected?.isGrowing === false && ` ${fields.stays}`,
      ),
      toPreact(drawLength(recorded, words)),
      h(
        'button',
        {
          type: 'button',
          onClick: () => void saveRecording(recorded),
        },
        words.save,
      ),
    ];
  }

  #select = ({ target }: Event): void => {
    const key = (target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
    if (key !== undefined) this.setState({ key: key as WavPartKey });
  };

  #moveFocus = (event: KeyboardEvent): void => {
    const tabs = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('[role="tab"]')];
    const from = tabs.findIndex((tab) => tab === event.target);
    const next = findFocusTarget(
      event.key,
      from,
      tabs.map((tab) => tab.getBoundingClientRect()),
    );
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    tabs[next]?.focus();
  };
}

/** Downloads the WAV file with a number of packets. */
async function saveRecording(recorded: number): Promise<void> {
  const [{ saveWav }, { decodeRecording }] = await Promise.all([
    import('../listen/save-wav.ts'),
    import('../listen/recording.ts'),
  ]);
  const fields = findWavFields(recorded * packetDataLength);
  saveWav(fields, decodeRecording(recorded), `silent-voicemail-${findWavLength(recorded)}.wav`);
}

interface LineContext {
  id: string;
  fields: FieldWords;
  /** The part that is explained. */
  key: WavPartKey;
}

function drawLine({ offset, pieces }: WavLine, context: LineContext): ComponentChild {
  return h(
    'div',
    { class: 'wav-line', role: 'presentation' },
    h('span', { class: 'offset', 'aria-hidden': true }, offset),
    pieces.map((piece) => (piece.isFirst ? drawTab(piece, context) : drawRest(piece, context))),
  );
}

function drawTab({ part, bytes }: WavPiece, { id, fields, key }: LineContext): ComponentChild {
  const isSelected = part.key === key;
  return h(
    'button',
    {
      type: 'button',
      role: 'tab',
      id: `${id}-${part.key}`,
      'data-key': part.key,
      'data-size': part.key === 'data' ? 4 : part.size,
      'aria-selected': isSelected,
      'aria-controls': `${id}-explanation`,
      'aria-describedby': isSelected ? `${id}-explanation` : undefined,
      tabIndex: isSelected ? 0 : -1,
    },
    h('span', { class: 'visually-hidden' }, `${fields.names[part.key]} `),
    h('span', { class: 'bytes' }, bytes.join(' ')),
    h(
      'span',
      { class: 'value' },
      part.value ?? (part.size > 0 ? fields.sound : fields.noSound),
      part.isGrowing && ' ↗',
    ),
  );
}

function drawRest({ part, bytes }: WavPiece, { key }: LineContext): ComponentChild {
  return h(
    'span',
    { class: part.key === key ? 'rest selected' : 'rest', 'data-key': part.key, 'aria-hidden': true },
    bytes.join(' '),
  );
}

/** Draws how much of a whole voicemail is in the file. The header is a sliver at the left. */
function drawLengthBar(recorded: number): ComponentChild {
  const percent = (recorded / voicemailPackets) * 100;
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

/** Returns the name of a part of the file, with its byte range unless it is empty. */
function namePart({ key, offset, size }: WavPart, { names, placed }: FieldWords): string {
  return size === 0 ? names[key] : placed(names[key], offset, offset + size - 1);
}

/** Explains a part of the file, and says so if it grows with the recording. */
function explainPart({ key, size, isGrowing }: WavPart, fields: FieldWords): string {
  if (size === 0) return fields.noSoundMeans;
  return isGrowing ? `${fields.meanings[key]} ${fields.grows}` : fields.meanings[key];
}
