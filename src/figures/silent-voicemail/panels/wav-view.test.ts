import { isValidElement, type ComponentChild, type VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import { findWavFields, packetDataLength } from '../model/index.ts';
import { toHex } from '../model/wav.ts';
import { writeWav } from '../model/write-wav.ts';
import type { WavPartKey } from '../words.ts';
import en from '../words/en.ts';
import enFields from '../words/fields/en.ts';
import koFields from '../words/fields/ko.ts';
import { decodeRecording } from '../listen/recording.ts';
import { findWavParts } from './wav-dump.ts';
import { WavView } from './wav-view.ts';

type Props = Record<string, unknown> & { children?: ComponentChild };

const keys = findWavParts(0).map(({ key }) => key);

function show(recorded: number, key: WavPartKey, fields = enFields): VNode<Props>[] {
  const props = { id: 'figure-1-wav', words: en.panels.wav, fields, recorded };
  return flatten(new WavView(props).render(props, { key }));
}

/** Lists all elements of a tree in document order. */
function flatten(node: ComponentChild): VNode<Props>[] {
  if (Array.isArray(node)) return node.flatMap((child: ComponentChild) => flatten(child));
  if (!isValidElement(node)) return [];
  const { props } = node as VNode<Props>;
  return [node, ...flatten(props.children)];
}

function textOf(node: ComponentChild): string {
  if (Array.isArray(node)) return node.map((child: ComponentChild) => textOf(child)).join('');
  if (isValidElement(node)) return textOf((node as VNode<Props>).props.children);
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}

const withRole = (nodes: VNode<Props>[], role: string): VNode<Props>[] =>
  nodes.filter(({ props }) => props.role === role);
const withClass = (nodes: VNode<Props>[], name: RegExp): VNode<Props>[] =>
  nodes.filter(({ props }) => name.test(String(props.class)));

describe.each([0, 1, 45, 250])('The WAV file with %i packets', (recorded) => {
  test('shows its first bytes', () => {
    const shown = withClass(show(recorded, 'riff'), /^(?:bytes|rest)\b/).map(textOf);
    expect(shown.join(' ').trim()).toBe(
      toHex(writeWav(findWavFields(recorded * packetDataLength), decodeRecording(recorded)).subarray(0, 64)),
    );
  });

  test('shows the value of each field', () => {
    const values = withClass(show(recorded, 'riff'), /^value$/).map(textOf);
    expect(values).toEqual([
      ...findWavFields(recorded * packetDataLength).map(({ value, isGrowing }) =>
        isGrowing ? `${value} ↗` : String(value),
      ),
      recorded === 0 ? 'empty ↗' : 'sound ↗',
    ]);
  });

  test.each(keys)('explains %s when it is selected, which is then the tab stop', (key) => {
    for (const words of [koFields, enFields]) {
      const nodes = show(recorded, key, words);
      const tabs = withRole(nodes, 'tab');
      expect(tabs.map(({ props }) => props['data-key'])).toEqual(keys);
      const [stop, ...others] = tabs.filter(({ props }) => props.tabIndex === 0);
      expect([stop?.props['data-key'], others]).toEqual([key, []]);
      expect(stop?.props['aria-selected']).toBe(true);
      const [panel] = withRole(nodes, 'tabpanel');
      expect(panel?.props['aria-labelledby']).toBe(stop?.props.id);
      expect(stop?.props['aria-describedby']).toBe(panel?.props.id);
      const isEmpty = key === 'data' && recorded === 0;
      expect(textOf(panel)).toContain(words.names[key]);
      expect(textOf(panel)).toContain(isEmpty ? words.noSoundMeans : words.meanings[key]);
      const grows = key === 'file-size' || key === 'data-size' || key === 'data';
      expect(textOf(panel).includes(words.grows)).toBe(grows && !isEmpty);
      expect(textOf(panel).includes(words.stays)).toBe(!grows);
    }
  });
});
