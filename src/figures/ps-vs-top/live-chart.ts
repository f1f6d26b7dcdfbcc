import {
  Component,
  h,
  type ComponentChild,
  type TargetedKeyboardEvent,
  type TargetedPointerEvent,
} from 'preact';
import type { FigureContext } from '../stage/live/live-figure.ts';
import { drawSwitch } from '../stage/live/controls.ts';
import { toPreact } from '../stage/live/to-preact.ts';
import { chartArea, highestOf } from './chart-area.ts';
import { inSeconds } from './describe.ts';
import { drawChart } from './draw-chart.ts';
import type { State } from './model/index.ts';
import { listStretches, lookAt, paintLoad, turnByKey, type Spot, type Stretch } from './shape-load.ts';
import type { PsVsTopWords } from './words.ts';

interface Props {
  state: State;
  stage: FigureContext<State, PsVsTopWords>;
}

interface Interface {
  /** Whether a finger draws: else it moves the moment, and scrolls the page. */
  drawsByTouch: boolean;
  /** The stretch that is reached by keyboard. */
  current: number;
}

/** What a pointer that is held down does. */
interface Gesture {
  /** Of the finger that began it: another one that comes to it has no part in it. */
  pointerId: number;
  /** How it all was before. */
  before: State;
  paints: boolean;
  /** Where it began, in the window: until it has gone some way it may be a click. */
  start: { x: number; y: number };
  hasMoved: boolean;
  last: Spot;
}

/** The chart under a reader’s hand: a drag draws the load, a click moves the moment, and keys raise and lower stretches. */
export class LiveChart extends Component<Props, Interface> {
  override state: Interface = { drawsByTouch: false, current: 0 };
  #gesture: Gesture | undefined;

  override render({ state, stage }: Props, { drawsByTouch, current }: Interface): ComponentChild {
    const { left, right, top, bottom, height } = chartArea;
    const { controls } = stage.words;
    return [
      h(
        'div',
        { class: 'ps-chart' },
        toPreact(drawChart(state, stage.words, stage.createScale)),
        h(
          'div',
          {
            class: `ps-stretches${drawsByTouch ? ' ps-drawing' : ''}`,
            role: 'group',
            'aria-label': controls.stretches,
            style: {
              left: `${left}%`,
              width: `${right - left}%`,
              height: `${height}px`,
              padding: `${top}px 0 ${height - bottom}px`,
            },
            onPointerDown: this.#begin,
            onPointerMove: this.#move,
            onPointerUp: this.#end,
            onPointerCancel: this.#cancel,
          },
          listStretches(state).map((stretch, nth) => this.#drawStretch(stretch, nth, nth === current)),
        ),
      ),
      h('p', { class: 'ps-hint ps-mouse' }, controls.hint),
      h(
        'div',
        { class: 'ps-touch' },
        h('p', { class: 'ps-hint' }, controls.touchHint),
        drawSwitch({
          label: controls.draw,
          isOn: drawsByTouch,
          change: (isOn) => {
            this.setState({ drawsByTouch: isOn });
          },
        }),
      ),
    ];
  }

  #drawStretch(stretch: Stretch, nth: number, isCurrent: boolean): ComponentChild {
    const { state, stage } = this.props;
    const { chart, controls } = stage.words;
    const { start, end, level } = stretch;
    return h('div', {
      key: nth,
      role: 'slider',
      tabIndex: isCurrent ? 0 : -1,
      'aria-label': chart.load,
      'aria-orientation': 'vertical',
      'aria-valuemin': 0,
      'aria-valuemax': highestOf(state),
      'aria-valuenow': level,
      'aria-valuetext': `${controls.stretch(inSeconds(start), inSeconds(end))}: ${level}%`,
      onFocus: () => {
        this.setState({ current: nth });
      },
      onKeyDown: (event: TargetedKeyboardEvent<HTMLDivElement>) => {
        this.#press(event, stretch);
      },
    });
  }

  #press(event: TargetedKeyboardEvent<HTMLElement>, stretch: Stretch): void {
    const { key, altKey, ctrlKey, metaKey, currentTarget } = event;
    if (altKey || ctrlKey || metaKey) return;
    const { state, stage } = this.props;
    const neighbours: Readonly<Record<string, Element | null>> = {
      ArrowLeft: currentTarget.previousElementSibling,
      ArrowRight: currentTarget.nextElementSibling,
    };
    const next = turnByKey(state, stretch, key);
    if (!(key in neighbours) && next === undefined) return;
    event.preventDefault();
    if (next !== undefined) stage.change(next);
    else if (neighbours[key] instanceof HTMLElement) neighbours[key].focus();
  }

  #begin = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    const { pointerId } = event;
    const spot = spotOf(event);
    const isOnLines = spot.up >= 0 && spot.up <= 1;
    const mayPaint = event.pointerType !== 'touch' || this.state.drawsByTouch;
    event.currentTarget.setPointerCapture(pointerId);
    this.#gesture = {
      pointerId,
      before: this.props.state,
      paints: isOnLines && mayPaint,
      start: { x: event.clientX, y: event.clientY },
      hasMoved: false,
      last: spot,
    };
  };

  #move = (event: TargetedPointerEvent<HTMLElement>): void => {
    const gesture = this.#gesture;
    if (gesture?.pointerId !== event.pointerId) return;
    const { paints, start } = gesture;
    const [across, down] = [Math.abs(event.clientX - start.x), Math.abs(event.clientY - start.y)];
    // What goes down is a scroll that the browser has not taken over yet.
    gesture.hasMoved ||= (across >= clickReach && across > down) || (paints && down >= clickReach);
    if (!gesture.hasMoved) return;
    const { state, stage } = this.props;
    const spot = spotOf(event);
    stage.change(paints ? paintLoad(state, gesture.last, spot) : lookAt(state, spot));
    gesture.last = spot;
  };

  #end = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (this.#gesture?.pointerId !== event.pointerId) return;
    const { state, stage } = this.props;
    if (!this.#gesture.hasMoved) stage.change(lookAt(state, spotOf(event)));
    this.#gesture = undefined;
  };

  /** The browser has made a scroll of it: nothing of what it did until then was meant. */
  #cancel = ({ pointerId }: TargetedPointerEvent<HTMLElement>): void => {
    if (this.#gesture?.pointerId !== pointerId) return;
    const { before, hasMoved } = this.#gesture;
    if (hasMoved) this.props.stage.change(before);
    this.#gesture = undefined;
  };
}

/** How far a hand that clicks may slip, in pixels. */
const clickReach = 4;

function spotOf(event: TargetedPointerEvent<HTMLElement>): Spot {
  const { left, width, top } = event.currentTarget.getBoundingClientRect();
  const { top: highest, bottom: lowest } = chartArea;
  return {
    across: (event.clientX - left) / width,
    up: (lowest - (event.clientY - top)) / (lowest - highest),
  };
}
