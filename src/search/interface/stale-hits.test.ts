import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer, Hit } from '../browser/index.ts';
import { createLatestOnly } from './latest-only.ts';
import { nextState, openableHit, initialState, type SearchEvent, type ShownAnswer } from './state.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Returns a search whose fake engine answers on demand and whose drawing can be deferred. Each query has one hit, named like it. */
function setUp() {
  let state = initialState();
  let drawn: ShownAnswer | undefined;
  /** The query in the field when Enter was pressed, as long as no hit is open. */
  let asked: string | undefined;
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
    type: (query: string): void => {
      change({ type: 'asked', request: toRequest(query) });
      latestOnly.type({ query, locale: 'en' });
    },
    /** Delivers any of the pending answers, in any order. */
    reply: (nth: number): void => {
      pending.splice(nth % Math.max(1, pending.length), 1)[0]?.();
    },
    draw: (): void => {
      drawn = state.shown;
    },
    move: (by: 1 | -1): void => {
      change({ type: 'moved', by });
    },
    enter: (): void => {
      change({ type: 'entered', modifiers: { ctrlKey: false, metaKey: false, shiftKey: false } });
      asked = state.request.query;
    },
    /** Opens the hit that Enter was pressed for, if it can be opened now. */
    open: () => {
      const opened = openableHit(state, drawn);
      if (opened === undefined) return undefined;
      change({ type: 'opened' });
      return { opened, asked, query: state.request.query, seen: drawn?.request.query };
    },
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
  fc.record({ type: fc.constant('enter') }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Steps that open a hit, because random ones may not: Enter before the answers, of which the first is partial. */
const opening: Step[] = [
  { type: 'type', query: 'a' },
  { type: 'enter' },
  { type: 'wait', ms: 200 },
  { type: 'reply', nth: 0 },
  { type: 'reply', nth: 0 },
  { type: 'draw' },
];

test('Enter opens only a hit on screen that answers the query in the field, now and when it was pressed', async () => {
  let openedCount = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const search = setUp();
      for (const each of steps) {
        if ('query' in each) search.type(each.query);
        else if ('nth' in each) search.reply(each.nth);
        else if ('ms' in each) await vi.advanceTimersByTimeAsync(each.ms);
        else if ('by' in each) search.move(each.by);
        else if (each.type === 'enter') search.enter();
        else search.draw();
        // Lets promises settle.
        await vi.advanceTimersByTimeAsync(0);
        const open = search.open();
        if (open === undefined) continue;
        openedCount += 1;
        expect(open).toEqual({ opened: open.query, asked: open.query, query: open.query, seen: open.query });
      }
    }),
    { numRuns: 1500, examples: [[opening]] },
  );
  expect(openedCount).toBeGreaterThan(0);
});
