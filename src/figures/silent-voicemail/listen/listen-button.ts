import { Component, h, type ComponentChild } from 'preact';
import { drawIcon } from '../../stage/live/player.ts';
import type { ListenWords } from '../words.ts';

interface Props {
  words: ListenWords;
  /** Number of packets recorded so far. */
  recorded: number;
  /** Pauses the figure, so that the recording does not grow while it is heard. */
  pause: () => void;
}

interface State {
  isPlaying: boolean;
  /** Text of the live region. */
  notice: string | undefined;
}

/** The duration of a packet, in seconds. */
const packetSeconds = 0.02;

/** A button that plays what has been recorded so far, and stops it. */
export class ListenButton extends Component<Props, State> {
  override state: State = { isPlaying: false, notice: undefined };
  #stop: (() => void) | undefined;

  override render({ words, recorded }: Props, { isPlaying, notice }: State): ComponentChild {
    return h(
      'div',
      { class: 'call-listen' },
      h(
        'button',
        { type: 'button', onClick: isPlaying ? this.#end : this.#play },
        drawIcon(isPlaying ? 'stop' : 'play'),
        isPlaying ? words.stop : words.play,
        h('span', {}, words.seconds((recorded * packetSeconds).toFixed(1))),
      ),
      h('span', { class: 'visually-hidden', role: 'status' }, notice),
    );
  }

  override componentDidUpdate({ recorded }: Props): void {
    // Another recording than the one that is heard.
    if (recorded !== this.props.recorded) this.#end();
  }

  override componentWillUnmount(): void {
    this.#stop?.();
  }

  #play = (): void => {
    const { words, recorded, pause } = this.props;
    pause();
    if (recorded === 0) {
      this.setState({ notice: words.silence });
      return;
    }
    // Created before anything is loaded: browsers allow sound only in response to a press.
    const context = new AudioContext();
    let isStopped = false;
    this.#stop = () => {
      isStopped = true;
      void context.close();
    };
    this.setState({ isPlaying: true, notice: undefined });
    Promise.all([import('./play-sound.ts'), import('./recording.ts')]).then(
      ([{ playSound }, { decodeRecording }]) => {
        if (isStopped) return;
        this.#stop = playSound(decodeRecording(recorded), context, this.#end);
      },
      () => {
        this.#end();
        this.setState({ notice: words.failed });
      },
    );
  };

  #end = (): void => {
    this.#stop?.();
    this.#stop = undefined;
    if (this.state.isPlaying || this.state.notice !== undefined)
      this.setState({ isPlaying: false, notice: undefined });
  };
}
