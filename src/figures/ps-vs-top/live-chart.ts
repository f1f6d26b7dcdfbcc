import {
  Component,
  h,
  type ComponentChild,
  type TargetedKeyboardEvent,
  type TargetedPointerEvent,
} from 'preact';
import type { FigureContext } from '../stage/live/live-figure.ts';
import { toPreact } from '../stage/live/to-preact.ts';
import { chartArea, pictureHeight, timeAxis } from './areas.ts';
import { formatSeconds } from './describe.ts';
import { drawPicture } from './draw-picture.ts';
import { levelLimit, type State } from './model/index.ts';
import {
  adjustByKey,
  listIntervals,
  moveCursor,
  paintLoad,
  type ChartPoint,
  type LoadInterval,
} from './shape-load.ts';
import type { PsVsTopWords } from './words.ts';

interface Props {
  state: State;
  context: FigureContext<State, PsVsTopWords>;
}

interface InteractionState {
  /** Index of the interval that Tab reaches (roving tabindex). */
  current: number;
}

/** A press of a pointer, until it is released. */
interface Gesture {
  /** Pointer that started the gesture; others are ignored until it ends. */
  pointerId: number;
  /** State to restore if the gesture is canceled. */
  before: State;
  paints: boolean;
  /** Start in client coordinates, to distinguish a drag from a click. */
  start: { x: number; y: number };
  hasMoved: boolean;
  last: ChartPoint;
}

/** The interactive picture: dragging draws the load in the chart and moves the cursor elsewhere, a click moves the cursor, and arrow keys change the load of an interval. */
export class LiveChart extends Component<Props, InteractionState> {
  override state: InteractionState = { current: 0 };
  #gesture: Gesture | undefined;

  override render({ state, context }: Props, { current }: InteractionState): ComponentChild {
    const { left, right } = timeAxis;
    const { top, bottom } = chartArea;
    const { controls } = context.words;
    return [
      h(
        'div',
        { class: 'ps-chart' },
        toPreact(drawPicture(state, context.words, context.createScale)),
        h(
          'div',
          {
            class: 'ps-stretches',
            role: 'group',
            'aria-label': controls.stretches,
            style: {
              left: `${left}%`,
              width: `${right - left}%`,
              height: `${pictureHeight}px`,
              padding: `${top}px 0 ${pictureHeight - bottom}px`,
            },
            onPointerDown: this.#begin,
            onPointerMove: this.#move,
            onPointerUp: this.#end,
            onPointerCancel: this.#cancel,
          },
          listIntervals(state).map((interval, nth) => this.#drawInterval(interval, nth, nth === current)),
        ),
      ),
      h(
        'p',
        { class: 'ps-hint' },
        h('span', {}, controls.hint),
        h('span', { class: 'ps-keys' }, controls.keyHint),
      ),
    ];
  }

  #drawInterval(interval: LoadInterval, nth: number, isCurrent: boolean): ComponentChild {
    const { state, context } = this.props;
    const { picture, controls } = context.words;
    const { start, end, level } = interval;
    return h('div', {
      key: nth,
      role: 'slider',
      tabIndex: isCurrent ? 0 : -1,
      'aria-label': picture.load,
      'aria-orientation': 'vertical',
      'aria-valuemin': 0,
      'aria-valuemax': levelLimit(state),
      'aria-valuenow': level,
      'aria-valuetext': `${controls.stretch(formatSeconds(start), formatSeconds(end))}: ${level}%`,
      onFocus: () => {
        this.setState({ current: nth });
      },
      onKeyDown: (event: TargetedKeyboardEvent<HTMLDivElement>) => {
        this.#handleKey(event, interval);
      },
    });
  }

  #handleKey(event: TargetedKeyboardEvent<HTMLElement>, interval: LoadInterval): void {
    const { key, altKey, ctrlKey, metaKey, currentTarget } = event;
    if (altKey || ctrlKey || metaKey) return;
    const { state, context } = this.props;
    const neighbors: Readonly<Record<string, Element | null>> = {
      ArrowLeft: currentTarget.previousElementSibling,
      ArrowRight: currentTarget.nextElementSibling,
    };
    const next = adjustByKey(state, interval, key);
    if (!(key in neighbors) && next === undefined) return;
    event.preventDefault();
    if (next !== undefined) context.change(next);
    else if (neighbors[key] instanceof HTMLElement) neighbors[key].focus();
  }

  #begin = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    const { pointerId } = event;
    const point = toChartPoint(event);
    event.currentTarget.setPointerCapture(pointerId);
    this.#gesture = {
      pointerId,
      before: this.props.state,
      paints: point.up >= 0 && point.up <= 1,
      start: { x: event.clientX, y: event.clientY },
      hasMoved: false,
      last: point,
    };
  };

  #move = (event: TargetedPointerEvent<HTMLElement>): void => {
    const gesture = this.#gesture;
    if (gesture?.pointerId !== event.pointerId) return;
    const { paints, start } = gesture;
    const [across, down] = [Math.abs(event.clientX - start.x), Math.abs(event.clientY - start.y)];
    // A finger that moves up or down starts a scroll, which the browser will take over (`pointercancel`).
    const mayBeVertical = paints && event.pointerType !== 'touch';
    gesture.hasMoved ||=
      (across >= dragThreshold && across > down) || (mayBeVertical && down >= dragThreshold);
    if (!gesture.hasMoved) return;
    const { state, context } = this.props;
    const point = toChartPoint(event);
    context.change(paints ? paintLoad(state, gesture.last, point) : moveCursor(state, point));
    gesture.last = point;
  };

  #end = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (this.#gesture?.pointerId !== event.pointerId) return;
    const { state, context } = this.props;
    if (!this.#gesture.hasMoved) context.change(moveCursor(state, toChartPoint(event)));
    this.#gesture = undefined;
  };

  /** Undoes the gesture: the browser has turned it into a scroll. */
  #cancel = ({ pointerId }: TargetedPointerEvent<HTMLElement>): void => {
    if (this.#gesture?.pointerId !== pointerId) return;
    const { before, hasMoved } = this.#gesture;
    if (hasMoved) this.props.context.change(before);
    this.#gesture = undefined;
  };
}

/** Movement in pixels from which a pointer drags; below it, releasing the pointer is a click. */
const dragThreshold = 4;

function toChartPoint(event: TargetedPointerEvent<HTMLElement>): ChartPoint {
  const { left, width, top } = event.currentTarget.getBoundingClientRect();
  const { top: highest, bottom: lowest } = chartArea;
  return {
    across: (event.clientX - left) / width,
    up: (lowest - (event.clientY - top)) / (lowest - highest),
  };
}
