import { Component, h, type ComponentChild } from 'preact';
import { toPreact } from '../../stage/live/to-preact.ts';
import type { FieldWords, WavWords } from '../words.ts';
import { drawWav } from './draw-wav.ts';
import type { WavView } from './wav-view.ts';

interface Props {
  /** Prefix of all ids within. */
  id: string;
  words: WavWords;
  /** Number of packets in the file. */
  recorded: number;
}

interface State {
  /** The interactive dump and its strings, loaded when the panel is unfolded for the first time. */
  loaded?: { View: typeof WavView; fields: FieldWords };
}

/** The panel of the static figure, whose dump becomes interactive when readers unfold it. */
export class WavPanel extends Component<Props, State> {
  override state: State = {};

  override render({ id, words, recorded }: Props, { loaded }: State): ComponentChild {
    const panel = drawWav(recorded, words);
    const [summary, ...dump] = panel.children.map(toPreact);
    return h(
      'details',
      { class: 'figure-panel', onToggle: this.#load },
      summary,
      loaded === undefined
        ? dump
        : h(loaded.View, { key: 'view', id, words, fields: loaded.fields, recorded }),
    );
  }

  #load = (): void => {
    if (this.state.loaded !== undefined) return;
    Promise.all([import('./wav-view.ts'), this.props.words.loadFields()]).then(
      async ([{ WavView: View, loadStyles }, { default: fields }]) => {
        await loadStyles();
        this.setState({ loaded: { View, fields } });
      },
      () => {
        // The static dump remains.
      },
    );
  };
}
