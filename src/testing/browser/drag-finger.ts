import type { Page } from '@playwright/test';

/** A point in the viewport, in CSS pixels. */
type Point = readonly [x: number, y: number];

/** Drags a finger across the page in eight moves, with touch events dispatched through the DevTools protocol. */
export async function dragFinger(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const steps = 8;
  for (let step = 0; step <= steps; step += 1) {
    const along = (axis: 0 | 1): number => from[axis] + ((to[axis] - from[axis]) * step) / steps;
    await session.send('Input.dispatchTouchEvent', {
      type: step === 0 ? 'touchStart' : 'touchMove',
      touchPoints: [{ x: along(0), y: along(1) }],
    });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
