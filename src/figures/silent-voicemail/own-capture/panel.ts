import { Component, h, type ComponentChild, type TargetedToggleEvent } from 'preact';
import type { OwnCaptureWords } from '../words.ts';
import type { CaptureView } from './view.ts';
import type { CaptureWords } from './words.ts';

interface Props {
  words: OwnCaptureWords;
}

interface State {
  loaded: { View: typeof CaptureView; words: CaptureWords } | undefined;
  hasFailed: boolean;
}

/** A panel that opens a reader's own capture. Its code, strings and style sheet are loaded when it is unfolded. */
export class OwnCapturePanel extends Component<Props, State> {
  override state: State = { loaded: undefined, hasFailed: false };

  override render({ words }: Props, { loaded, hasFailed }: State): ComponentChild {
    return h(
      'details',
      { class: 'figure-panel own-capture', onToggle: this.#load },
      h('summary', {}, words.title),
      loaded && h(loaded.View, { words: loaded.words }),
      hasFailed && h('p', { role: 'status' }, words.failed),
    );
  }

  #load = ({ currentTarget }: TargetedToggleEvent<HTMLDetailsElement>): void => {
    if (!currentTarget.open || this.state.loaded !== undefined) return;
    this.setState({ hasFailed: false });
    Promise.all([import('./view.ts'), this.props.words.load()]).then(
      async ([{ CaptureView, loadStyles }, words]) => {
        await loadStyles();
        this.setState({ loaded: { View: CaptureView, words } });
      },
      () => {
        this.setState({ hasFailed: true });
      },
    );
  };
}
