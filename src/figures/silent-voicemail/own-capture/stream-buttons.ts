import { Component, h, type ComponentChild } from 'preact';
import { playSound } from '../listen/play-sound.ts';
import { writeWav } from '../model/decode-audio.ts';
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

/** Samples per second of G.711. */
const sampleRate = 8000;

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
    const sound = { samples: decodeStream(this.props.report), rate: sampleRate };
    this.#stop = playSound(sound, new AudioContext(), this.#end);
    this.setState({ isPlaying: true });
  };

  #end = (): void => {
    this.#stop?.();
    this.#stop = undefined;
    this.setState({ isPlaying: false });
  };

  #save = (): void => {
    const { report, file } = this.props;
    const address = URL.createObjectURL(new Blob([writeWav(decodeStream(report))], { type: 'audio/wav' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${file.replace(/\.\w+$/, '')}-${report.stream.from.replace(/[^\w.]+/g, '-')}.wav`;
    link.click();
    URL.revokeObjectURL(address);
  };
}
