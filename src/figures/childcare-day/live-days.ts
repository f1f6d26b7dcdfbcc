import {
  Component,
  h,
  type ComponentChild,
  type TargetedKeyboardEvent,
  type TargetedPointerEvent,
} from 'preact';
import type { FigureContext } from '../stage/live/live-figure.ts';
import { toPreact } from '../stage/live/to-preact.ts';
import { area } from './draw-blocks.ts';
import { drawDays } from './draw-days.ts';
import { formatTime, moveTo, ranges, shownDay, type State } from './model/index.ts';
import type { ChildcareDayWords } from './words.ts';

interface Props {
  state: State;
  context: FigureContext<State, ChildcareDayWords>;
}

/** A press of a pointer, until it is released. */
interface Gesture {
  /** Pointer that started the gesture; others are ignored until it ends. */
  pointerId: number;
  /** Whether the line follows the pointer. Otherwise it jumps to where the pointer is released. */
  drags: boolean;
  /** Pixels from the line down to the pointer, so that the line does not jump when its handle is grabbed. */
  offset: number;
}

/** The interactive picture: a line across both columns sets the time of the pick-up. It is dragged, or moved by a click or by keys. */
export class LiveDays extends Component<Props> {
  #gesture: Gesture | undefined;

  override render({ state, context }: Props): ComponentChild {
    const { top, bottom } = area;
    return h(
      'div',
      { class: 'day-picture' },
      toPreact(drawDays(state, context.words, context.createScale)),
      h(
        'div',
        {
          class: 'day-columns',
          style: { top: `${top}px`, height: `${bottom - top}px` },
          onPointerDown: this.#begin,
          onPointerMove: this.#move,
          onPointerUp: this.#end,
          onPointerCancel: this.#cancel,
        },
        this.#drawHandle(),
      ),
    );
  }

  #drawHandle(): ComponentChild {
    const { state, context } = this.props;
    const { min, max } = ranges.pickup;
    return h('div', {
      class: 'day-handle',
      role: 'slider',
      tabIndex: 0,
      'aria-label': context.words.controls.pickup,
      'aria-orientation': 'vertical',
      'aria-valuemin': min,
      'aria-valuemax': max,
      'aria-valuenow': state.pickup,
      'aria-valuetext': formatTime(state.pickup),
      style: { top: `${100 * fractionOf(state.pickup)}%` },
      onKeyDown: this.#handleKey,
    });
  }

  #handleKey = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const { state, context } = this.props;
    const minute =
      event.altKey || event.ctrlKey || event.metaKey ? undefined : moveByKey(state.pickup, event.key);
    if (minute === undefined) return;
    event.preventDefault();
    context.change(moveTo(state, minute));
  };

  #begin = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    const { pointerId, pointerType, target, currentTarget, clientY } = event;
    const isAtHandle = target !== currentTarget;
    // A swipe beside the handle scrolls the page, but a tap moves the line.
    const drags = isAtHandle || pointerType !== 'touch';
    const offset = isAtHandle ? clientY - this.#lineY(currentTarget) : 0;
    this.#gesture = { pointerId, drags, offset };
    if (drags) currentTarget.setPointerCapture(pointerId);
    if (drags && !isAtHandle) this.#follow(event);
  };

  #move = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (this.#gesture?.drags === true) this.#follow(event);
  };

  #end = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (this.#gesture?.drags === false) this.#follow(event);
    this.#cancel(event);
  };

  /** Ends the gesture. The browser cancels a touch that scrolls the page. */
  #cancel = ({ pointerId }: TargetedPointerEvent<HTMLElement>): void => {
    if (this.#gesture?.pointerId === pointerId) this.#gesture = undefined;
  };

  /** Moves the line to a pointer. */
  #follow({ pointerId, clientY, currentTarget }: TargetedPointerEvent<HTMLElement>): void {
    if (this.#gesture?.pointerId !== pointerId) return;
    const { state, context } = this.props;
    const { top, height } = currentTarget.getBoundingClientRect();
    const fraction = (clientY - this.#gesture.offset - top) / height;
    context.change(moveTo(state, shownDay.from + fraction * (shownDay.to - shownDay.from)));
  }

  /** Returns the position of the line in client coordinates. */
  #lineY(columns: HTMLElement): number {
    const { top, height } = columns.getBoundingClientRect();
    return top + height * fractionOf(this.props.state.pickup);
  }
}

/** Returns how much of the shown day has passed at a minute, from 0 to 1. */
function fractionOf(minute: number): number {
  return (minute - shownDay.from) / (shownDay.to - shownDay.from);
}

/** Returns the minute to which a key moves the line, or `undefined` for other keys. Down and right are later, as in the picture. */
export function moveByKey(minute: number, key: string): number | undefined {
  const { step } = ranges.pickup;
  const minutes: Readonly<Record<string, number>> = {
    ArrowDown: minute + step,
    ArrowRight: minute + step,
    ArrowUp: minute - step,
    ArrowLeft: minute - step,
    PageDown: minute + 60,
    PageUp: minute - 60,
    Home: shownDay.from,
    End: shownDay.to,
  };
  return minutes[key];
}
