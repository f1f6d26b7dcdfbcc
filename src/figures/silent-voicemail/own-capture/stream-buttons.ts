import { Component, h, type ComponentChild } from 'preact';
import { playSound } from '../listen/play-sound.ts';
import { saveWav } from '../listen/save-wav.ts';
import { findWavFields } from '../model/wav.ts';
import { decodeStream, type StreamReport } from './report-media.ts';
import type { StreamWords } from './words.ts';

interface Props {
  report: StreamReport;
  /** Name of the capture. */
  file: string;
  words: StreamWords;
}

interface State {
  isPlaying: boolean;
}

/** Buttons that play the sound of a stream and save it as a WAV file. */
export class StreamButtons extends Component<Props, State> {
  override state: State = { isPlaying: false };
  #stop: (() => void) | undefined;

  override render({ words }: Props, { isPlaying }: State): ComponentChild {
    return [
      h(
        'button',
        { type: 'button', onClick: isPlaying ? this.#end : this.#play },
        isPlaying ? words.stop : words.play,
      ),
      h('button', { type: 'button', onClick: this.#save }, words.save),
    ];
  }

  override componentWillUnmount(): void {
    this.#stop?.();
  }

  #play = (): void => {
    this.#stop = playSound(decodeStream(this.props.report), new AudioContext(), this.#end);
    this.setState({ isPlaying: true });
  };

  #end = (): void => {
    this.#stop?.();
    this.#stop = undefined;
    this.setState({ isPlaying: false });
  };

  #save = (): void => {
    const { report, file } = this.props;
    const source = report.stream.from.replace(/[^\w.]+/g, '-');
    const samples = decodeStream(report);
    const fields = findWavFields(samples.byteLength);
    saveWav(fields, samples, `${file.replace(/\.\w+$/, '')}-${source}.wav`);
  };
}
