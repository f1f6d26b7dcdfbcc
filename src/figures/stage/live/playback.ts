import { createClock } from './clock.ts';
import type { FigureTime } from './live-figure.ts';
import type { PlayerActs } from './player.ts';
import { change, pass, play, seek, type Pace, type Scene } from './scene.ts';

/** A figure’s state as it stands and as it goes on. */
export interface Playback<State> extends PlayerActs {
  scene: () => Scene<State>;
  /** Show a state that a reader has set: it stands still. */
  set: (state: State) => void;
  /** Stand still where it is. */
  stop: () => void;
}

/** A playback that begins with a state, and tells whenever there is something else to be seen. */
export function createPlayback<State>(
  time: FigureTime<State>,
  first: State,
  tell: () => void,
): Playback<State> {
  let scene = change(first);
  const turnTo = (next: Scene<State>): void => {
    const before = scene;
    scene = next;
    const [isPlaying, wasPlaying] = [isRunning(next), isRunning(before)];
    if (isPlaying && !wasPlaying) clock.start();
    if (!isPlaying && wasPlaying) clock.stop();
    if (next.state !== before.state || isPlaying !== wasPlaying) tell();
  };
  const set = (state: State): void => {
    turnTo(change(state));
  };
  const clock = createClock((ms) => {
    turnTo(pass(time, scene, ms, pace()));
  });
  return {
    scene: () => scene,
    set,
    stop: () => {
      set(scene.state);
    },
    toggle: () => {
      turnTo(isRunning(scene) ? change(scene.state) : play(time, scene));
    },
    step: (direction) => {
      set(time.step(scene.state, direction));
    },
    rewind: () => {
      set(time.rewind(scene.state));
    },
    seek: (at) => {
      set(seek(time, scene.state, at));
    },
  };
}

function isRunning<State>({ run }: Scene<State>): boolean {
  return run !== undefined;
}

/** As the reader wishes it now: they may come to wish otherwise while the page is open. */
function pace(): Pace {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'steps' : 'flow';
}
