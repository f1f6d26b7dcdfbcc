import type { Link, Settings } from './model/index.ts';

/** The settings with RTP stopped on a link in one more direction, or let through again where it was stopped. */
export function toggleBlock(settings: Settings, link: Link, way: 'to-server' | 'to-caller'): Settings {
  const { block, direction } = settings;
  if (block !== link) return { ...settings, block: link, direction: way };
  if (direction === way) return { ...settings, block: 'none', direction: 'to-server' };
  return { ...settings, direction: direction === 'both' ? otherWay[way] : 'both' };
}

const otherWay = { 'to-server': 'to-caller', 'to-caller': 'to-server' } as const;
