import type { LayoutOptions } from 'elkjs';
import { widest } from '../text/text-width.ts';
import type { Direction, Group } from './graph.ts';
import { tablePadding } from './shapes.ts';

export const elkDirections: Readonly<Record<Direction, string>> = {
  TB: 'DOWN',
  TD: 'DOWN',
  BT: 'UP',
  LR: 'RIGHT',
  RL: 'LEFT',
};

/**
 * Returns the options of a layout (https://eclipse.dev/elk/reference.html). Distances are in pixels.
 *
 * @param isTable whether the nodes are classes or entities, whose relations need more space
 */
export function commonOptions(direction: Direction, isTable: boolean): LayoutOptions {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': elkDirections[direction],
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.spacing.nodeNode': isTable ? '40' : '28',
    'elk.layered.spacing.nodeNodeBetweenLayers': isTable ? '72' : '44',
    'elk.spacing.edgeEdge': '12',
    'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
    // Signs at the ends of relations are up to 21 pixels long, so lines must not bend closer to a node.
    'elk.layered.spacing.edgeNodeBetweenLayers': isTable ? '26' : '14',
    'elk.spacing.edgeNode': '14',
    'elk.spacing.edgeLabel': '9',
    'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
    // Keeps the first node of a cycle first.
    'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  };
}

/** Returns whether a layout runs vertically. */
export function isUpright(direction: Direction): boolean {
  return direction !== 'LR' && direction !== 'RL';
}

/**
 * Returns options of a group that leave room for its title.
 *
 * @param isTurned whether to swap width and height of the minimum size, since ELK (0.12.1) swaps them in vertical layouts
 *   that include nested groups
 */
export function groupOptions({ label }: Group, isTurned: boolean): LayoutOptions {
  const title = Math.ceil(widest([label.join(' ')], true) + 2 * tablePadding);
  return {
    'elk.padding': '[top=40,left=16,bottom=16,right=16]',
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
    'elk.nodeSize.minimum': isTurned ? `(0,${title})` : `(${title},0)`,
    'elk.contentAlignment': isTurned ? 'H_LEFT V_CENTER' : 'H_CENTER V_TOP',
  };
}
