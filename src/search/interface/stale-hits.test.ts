import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer, Hit } from '../browser/index.ts';
import { createLatestOnly } from './latest-only.ts';
import { nextState, openableHit, initialState, type DrawnAnswer, type SearchEvent } from './state.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Returns a search whose fake engine answers on demand and whose drawing can be deferred. Each query has one hit, named like it. */
function setUp() {
  let state = initialState();
  let drawn: DrawnAnswer | undefined;
  let now = 0;
  const pending: (() => void)[] = [];
  const change = (event: SearchEvent): void => {
    state = nextState(state, event);
  };
  const latestOnly = createLatestOnly(
    async ({ query }) => {
      const { promise, resolve } = Promise.withResolvers<Answer>();
      pending.push(() => {
        resolve({ query, rewritings: [], leftOut: [], hits: [hit(query)], topics: [], suggestions: [] });
      });
      return promise;
    },
    {
      onAnswer: (answer, { query }, isWhole) => {
        change({ type: 'answered', shown: { request: toRequest(query), answer, isWhole } });
      },
      onError: () => undefined,
    },
  );
  return {
    query: () => state.request.query,
    type: (query: string): void => {
      change({ type: 'asked', request: toRequest(query) });
      latestOnly.type({ query, locale: 'en' });
    },
    /** Delivers any of the pending answers, in any order. */
    reply: (nth: number): void => {
      pending.splice(nth % Math.max(1, pending.length), 1)[0]?.();
    },
    draw: (): void => {
      if (drawn?.shown !== state.shown) drawn = { shown: state.shown, atMs: (now += 1) };
    },
    move: (by: 1 | -1): void => {
      change({ type: 'moved', by });
    },
    /** Handles an Enter that was pressed so many draws ago. */
    enter: (drawsAgo: number) => ({
      opened: openableHit(state, drawn, now - drawsAgo + 0.5),
      seen: drawn !== undefined && drawsAgo === 0 ? drawn.shown : undefined,
    }),
  };
}

const toRequest = (query: string) => ({ query, topic: undefined, isLiteral: false });

function hit(slug: string): Hit {
  return { slug, href: '', title: [], description: [], locale: 'en', matchLocale: 'en', sections: [] };
}

const step = fc.oneof(
  fc.record({ type: fc.constant('type'), query: fc.constantFrom('a', 'ab', 'abc') }),
  fc.record({ type: fc.constant('reply'), nth: fc.nat(5) }),
  fc.record({ type: fc.constant('wait'), ms: fc.constantFrom(0, 200) }),
  fc.record({ type: fc.constant('draw') }),
  fc.record({ type: fc.constant('move'), by: fc.constantFrom(1 as const, -1 as const) }),
  fc.record({ type: fc.constant('enter'), drawsAgo: fc.nat(1) }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Steps that open a hit, because random ones may not. The first answer is partial, the second is whole. */
const opening: Step[] = [
  { type: 'type', query: 'a' },
  { type: 'wait', ms: 200 },
  { type: 'reply', nth: 0 },
  { type: 'reply', nth: 0 },
  { type: 'draw' },
  { type: 'enter', drawsAgo: 0 },
];

test('Enter opens only a hit of the query in the field, and only if it was drawn when Enter was pressed', async () => {
  let openedCount = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const search = setUp();
      for (const each of steps) {
        if ('query' in each) search.type(each.query);
        else if ('nth' in each) search.reply(each.nth);
        else if ('ms' in each) await vi.advanceTimersByTimeAsync(each.ms);
        else if ('by' in each) search.move(each.by);
        else if ('drawsAgo' in each) {
          const { opened, seen } = search.enter(each.drawsAgo);
          if (opened === undefined) continue;
          openedCount += 1;
          expect(opened).toBe(search.query());
          expect(seen?.request.query).toBe(search.query());
        } else search.draw();
        // Lets promises settle.
        await vi.advanceTimersByTimeAsync(0);
      }
    }),
    { numRuns: 1500, examples: [[opening]] },
  );
  expect(openedCount).toBeGreaterThan(0);
});
