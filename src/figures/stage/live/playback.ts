import type { FigureTime } from './live-figure.ts';
import type { PlayerActions } from './player.ts';
import { pauseAt, play, seek, tick, type Motion, type Scene } from './scene.ts';

/** Holds the current scene of a figure and changes it on player actions and animation frames. */
export interface Playback<State> extends PlayerActions {
  scene: () => Scene<State>;
  /** Pauses at a state that the reader has set. */
  set: (state: State) => void;
  /** Pauses at the current state. */
  stop: () => void;
}

/** Creates a playback that is paused at `initial` and calls `onChange` whenever the figure must be redrawn. */
export function createPlayback<State>(
  time: FigureTime<State>,
  initial: State,
  onChange: () => void,
): Playback<State> {
  let scene = pauseAt(initial);
  const show = (next: Scene<State>): void => {
    const before = scene;
    scene = next;
    const [isPlaying, wasPlaying] = [isRunning(next), isRunning(before)];
    if (isPlaying && !wasPlaying) frames.start();
    if (!isPlaying && wasPlaying) frames.stop();
    if (next.state !== before.state || isPlaying !== wasPlaying) onChange();
  };
  const set = (state: State): void => {
    show(pauseAt(state));
  };
  const frames = createFrameLoop((ms) => {
    show(tick(time, scene, ms, preferredMotion()));
  });
  return {
    scene: () => scene,
    set,
    stop: () => {
      set(scene.state);
    },
    toggle: () => {
      show(isRunning(scene) ? pauseAt(scene.state) : play(time, scene));
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

/** Returns the time of a figure without playback, which is at its end in every state. */
export function timeless<State>(): FigureTime<State> {
  const stay = (state: State): State => state;
  return { progress: () => ({ at: 0, last: 0 }), step: stay, advance: stay, rewind: stay };
}

function isRunning<State>({ run }: Scene<State>): boolean {
  return run !== undefined;
}

/** Reads the reduced-motion preference. Called on every frame because readers can change it while the page is open. */
function preferredMotion(): Motion {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'stepwise' : 'continuous';
}

interface FrameLoop {
  start: () => void;
  stop: () => void;
}

/** Creates a `requestAnimationFrame` loop that passes the milliseconds since the last frame, 0 for the first. */
function createFrameLoop(onFrame: (ms: number) => void): FrameLoop {
  let frame = 0;
  let before: number | undefined;
  const next = (now: number): void => {
    frame = requestAnimationFrame(next);
    const ms = now - (before ?? now);
    before = now;
    onFrame(ms);
  };
  return {
    start: () => {
      before = undefined;
      frame = requestAnimationFrame(next);
    },
    stop: () => {
      cancelAnimationFrame(frame);
    },
  };
}
