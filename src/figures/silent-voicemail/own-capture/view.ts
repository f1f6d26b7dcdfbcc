import { Component, h, type ComponentChild, type TargetedDragEvent, type TargetedInputEvent } from 'preact';
import { loadSheet } from '../../../styles/load-sheet.ts';
import { toPreact } from '../../stage/live/to-preact.ts';
import { formatSeconds } from '../model/log.ts';
import { wavHeaderLength } from '../model/wav.ts';
import type { Analysis, CapturedCall, Problem } from './analyze.ts';
import { drawCall, drawStream } from './draw-call.ts';
import sheet from './own-capture.css?url';
import { readCapture } from './read-file.ts';
import { StreamButtons } from './stream-buttons.ts';
import type { CaptureWords } from './words.ts';

interface Props {
  words: CaptureWords;
}

interface State {
  file: string | undefined;
  /** `undefined` while the file is read. */
  result: Analysis | Problem | undefined;
  /** Index of the call that is shown. */
  selected: number;
  isOver: boolean;
}

/** Loads the style sheet of the panel. Without it, the panel is plain and works. */
export async function loadStyles(): Promise<void> {
  await loadSheet(sheet);
}

/** Lets a reader choose a capture or drop it here, and shows its calls. Nothing is requested or sent. */
export class CaptureView extends Component<Props, State> {
  override state: State = { file: undefined, result: undefined, selected: 0, isOver: false };
  /** Counts the files, so that one that takes long to read does not replace a later one. */
  #turn = 0;

  // The figure redraws its panels with every frame of playback.
  override shouldComponentUpdate(_props: Props, state: State): boolean {
    return state !== this.state;
  }

  override render({ words }: Props, state: State): ComponentChild {
    const { file, result, isOver } = state;
    return h(
      'div',
      { onDragOver: this.#over, onDragLeave: this.#leave, onDrop: this.#drop },
      h('p', {}, words.intro),
      h(
        'div',
        { class: isOver ? 'capture-drop over' : 'capture-drop' },
        h(
          'label',
          {},
          words.choose,
          h('input', { type: 'file', accept: '.pcap,.pcapng,.cap,.dump,.gz', onChange: this.#choose }),
        ),
        words.drop,
      ),
      h('p', { role: 'status' }, file === undefined ? undefined : summarize(file, result, words)),
      result !== undefined && !('kind' in result) && this.#drawAnalysis(result, state, words),
    );
  }

  #drawAnalysis(
    { warnings, calls }: Analysis,
    { file = '', selected }: State,
    words: CaptureWords,
  ): ComponentChild {
    const call = calls[selected];
    return [
      warnings.map((warning) => h('p', { class: 'capture-warning' }, words.warning(warning))),
      calls.length > 1 &&
        h(
          'p',
          {},
          h(
            'label',
            {},
            words.call,
            h(
              'select',
              { onChange: this.#select },
              calls.map((each, index) =>
                h('option', { value: index, selected: index === selected }, nameCall(each, words)),
              ),
            ),
          ),
        ),
      call && toPreact(drawCall(call, words)),
      call && call.media.streams.length > 0 && h('p', { class: 'capture-title' }, words.streams.title),
      call?.media.streams
        .slice(0, mostStreams)
        .map((report, index) =>
          h(
            'div',
            { class: 'capture-stream' },
            toPreact(drawStream(report, call.atUs, words.streams)),
            report.recording.kind === 'wav' &&
              report.recording.length > wavHeaderLength &&
              h(StreamButtons, { key: `${selected} ${index}`, report, file, words: words.streams }),
          ),
        ),
    ];
  }

  #choose = ({ currentTarget }: TargetedInputEvent<HTMLInputElement>): void => {
    void this.#read(currentTarget.files?.[0]);
    // The same file can be chosen again, after it has changed.
    currentTarget.value = '';
  };

  #select = ({ currentTarget }: TargetedInputEvent<HTMLSelectElement>): void => {
    this.setState({ selected: Number(currentTarget.value) });
  };

  #over = (event: TargetedDragEvent<HTMLElement>): void => {
    event.preventDefault();
    this.setState({ isOver: true });
  };

  #leave = (): void => {
    this.setState({ isOver: false });
  };

  #drop = (event: TargetedDragEvent<HTMLElement>): void => {
    event.preventDefault();
    this.setState({ isOver: false });
    void this.#read(event.dataTransfer?.files[0]);
  };

  async #read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    this.#turn += 1;
    const turn = this.#turn;
    this.setState({ file: file.name, result: undefined, selected: 0 });
    const result = await readCapture(file);
    if (turn === this.#turn) this.setState({ result });
  }
}

/** Most streams of a call to show. Calls have two, or a few more after a re-INVITE. */
const mostStreams = 40;

function summarize(file: string, result: Analysis | Problem | undefined, words: CaptureWords): string {
  if (result === undefined) return words.reading(file);
  if ('kind' in result) return words.problem(result);
  const calls = result.calls.filter(({ id }) => id !== undefined).length;
  return words.summary(file, result.frames, calls);
}

function nameCall({ id, caller, callee, atUs, media }: CapturedCall, words: CaptureWords): string {
  const packets = media.streams.reduce((sum, { stream }) => sum + stream.packets.length, 0);
  if (id === undefined) return words.noCall(packets);
  return words.callName({
    caller: shorten(caller),
    callee: shorten(callee),
    seconds: formatSeconds(atUs, 2),
    packets,
  });
}

/** Returns the user of a SIP address, or its host if it has none: `alice` for `sip:alice@example.com:5060`. */
function shorten(address: string): string {
  return address.replace(/^sips?:/, '').split(/[@;]/, 1)[0] ?? '';
}
