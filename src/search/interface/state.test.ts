import { describe, expect, test } from 'vitest';
import type { Answer, Hit } from '../browser/index.ts';
import { hitsPerPage, nextState, openableHit, shownHits, initialState, type SearchState } from './state.ts';

function hit(slug: string, ...sections: readonly string[]): Hit {
  return {
    slug,
    href: `/${slug}/`,
    title: [],
    description: [],
    locale: 'ko',
    matchLocale: 'ko',
    sections: sections.map((id) => ({
      href: `/${slug}/#${id}`,
      heading: [],
      locale: 'ko',
      excerpt: [],
      words: [],
    })),
  };
}

const request = (query: string) => ({ query, topic: undefined, isLiteral: false });

function ask(state: SearchState, query: string): SearchState {
  return nextState(state, { type: 'asked', request: request(query) });
}

function answer(state: SearchState, query: string, hits: readonly Hit[], isWhole = true): SearchState {
  const given: Answer = { query, rewritings: [], leftOut: [], hits, topics: [], suggestions: [] };
  return nextState(state, { type: 'answered', shown: { request: request(query), answer: given, isWhole } });
}

const modifiers = { ctrlKey: false, metaKey: false, shiftKey: false };

function enter(state: SearchState): SearchState {
  return nextState(state, { type: 'entered', modifiers });
}

/** Returns the key of the hit that an earlier Enter opens once the state is drawn. */
function openedBefore(state: SearchState): string | undefined {
  return openableHit(state, state.shown);
}

/** Returns the key of the hit that Enter opens once the state is drawn. */
function opened(state: SearchState): string | undefined {
  return openedBefore(enter(state));
}

function move(state: SearchState, by: 1 | -1): SearchState {
  return nextState(state, { type: 'moved', by });
}

describe('Enter opens', () => {
  const whole = answer(ask(initialState(), 'a'), 'a', [hit('one'), hit('two')]);

  test('the first hit of the whole answer', () => {
    expect(opened(whole)).toBe('one');
  });

  test('nothing while only a partial answer is shown', () => {
    expect(opened(answer(ask(initialState(), 'a'), 'a', [hit('one')], false))).toBeUndefined();
  });

  test('nothing while the hits answer an earlier query', () => {
    expect(opened(ask(whole, 'ab'))).toBeUndefined();
    expect(opened(move(ask(whole, 'ab'), 1))).toBeUndefined();
  });

  test('the hit that the reader selected, even in a partial answer', () => {
    const partial = answer(ask(initialState(), 'a'), 'a', [hit('one', 'x'), hit('two')], false);
    expect(opened(move(partial, 1))).toBe('one');
    expect(opened(move(move(partial, 1), 1))).toBe('one /one/#x');
  });

  test('no hit that is not drawn yet', () => {
    expect(openableHit(enter(answer(whole, 'b', [hit('new')])), whole.shown)).toBeUndefined();
    expect(openableHit(enter(whole), undefined)).toBeUndefined();
  });

  test('nothing if it was not pressed, has opened a hit, or search was closed since', () => {
    expect(openedBefore(whole)).toBeUndefined();
    expect(openedBefore(nextState(enter(whole), { type: 'opened' }))).toBeUndefined();
    expect(openedBefore(nextState(enter(whole), { type: 'closed' }))).toBeUndefined();
  });

  test('the first hit of the whole answer that comes after it', () => {
    const pending = enter(ask(whole, 'ab'));
    expect(openedBefore(pending)).toBeUndefined();
    const partial = answer(pending, 'ab', [hit('new'), hit('one')], false);
    expect(openedBefore(partial)).toBeUndefined();
    expect(openedBefore(answer(partial, 'ab', [hit('newer'), hit('new')]))).toBe('newer');
  });

  test('nothing in an answer to another query than when it was pressed', () => {
    const pending = enter(ask(whole, 'ab'));
    expect(openedBefore(answer(ask(pending, 'abc'), 'abc', [hit('new')]))).toBeUndefined();
    expect(openedBefore(answer(ask(pending, 'ab'), 'ab', [hit('new')])), 'asked again').toBe('new');
  });

  test('nothing if the reader moved the selection after it', () => {
    const partial = answer(ask(initialState(), 'a'), 'a', [hit('one'), hit('two')], false);
    expect(openedBefore(move(enter(partial), 1))).toBeUndefined();
  });

  test('the hit selected when it was pressed, but no other if the answer lacks it', () => {
    const pending = enter(ask(move(whole, 1), 'ab'));
    expect(openedBefore(answer(pending, 'ab', [hit('one'), hit('two')]))).toBe('two');
    expect(openedBefore(answer(pending, 'ab', [hit('one')]))).toBeUndefined();
  });
});

describe('The selection', () => {
  const first = answer(ask(initialState(), 'a'), 'a', [hit('one', 'x', 'y'), hit('two')]);

  test('moves through articles and sections, and wraps around', () => {
    const urls = [1, 2, 3, 4, 5].reduce<SearchState[]>((all) => [...all, move(all.at(-1) ?? first, 1)], []);
    expect(urls.map(({ active }) => active)).toEqual([
      'one /one/#x',
      'one /one/#y',
      'two',
      'one',
      'one /one/#x',
    ]);
    expect(move(first, -1).active).toBe('two');
  });

  test('stays on the same hit when better ones come before it', () => {
    const chosen = move(move(move(first, 1), 1), 1);
    expect(chosen.active).toBe('two');
    expect(answer(ask(chosen, 'ab'), 'ab', [hit('new', 'z'), hit('two'), hit('one')]).active).toBe('two');
  });

  test('returns to the first hit when the selected one is gone', () => {
    const chosen = move(move(move(first, 1), 1), 1);
    expect(answer(ask(chosen, 'ab'), 'ab', [hit('one'), hit('new')])).toMatchObject({
      active: 'one',
      isChosen: false,
    });
  });

  test('does not move until the whole answer arrives', () => {
    expect(answer(ask(first, 'ab'), 'ab', [hit('new'), hit('one')], false).active).toBe('one');
    expect(answer(ask(first, 'ab'), 'ab', [hit('new'), hit('one')]).active).toBe('new');
  });

  test('is undefined in an empty list', () => {
    const empty = answer(ask(first, 'zzz'), 'zzz', []);
    expect([empty.active, move(empty, 1).active, move(empty, -1).active]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('The shown answer', () => {
  const first = answer(ask(initialState(), 'a'), 'a', [hit('one')]);

  test('stays while the next answer is pending', () => {
    expect(ask(first, 'ab')).toMatchObject({ isPending: true, shown: { answer: { query: 'a' } } });
  });

  test('is pending until the whole answer arrives', () => {
    const pending = ask(initialState(), 'a');
    const states = [pending, answer(pending, 'a', [], false), answer(pending, 'a', [])];
    expect(states.map(({ isPending }) => isPending)).toEqual([true, true, false]);
  });

  test('is removed when the field is empty', () => {
    expect(ask(first, ' ')).toEqual({ ...initialState(), request: request(' ') });
  });

  const fail = (state: SearchState) => nextState(state, { type: 'failed', failure: 'unreachable' });

  test('is replaced by an error if it answers an earlier query, and shown again after it', () => {
    const failed = fail(ask(first, 'ab'));
    expect(failed).toMatchObject({ failure: 'unreachable', shown: undefined, isPending: false });
    expect(answer(failed, 'ab', [hit('one')]).failure).toBeUndefined();
  });

  test('stays below an error if it is part of the answer that failed', () => {
    const partial = answer(ask(first, 'ab'), 'ab', [hit('one')], false);
    expect(fail(partial)).toMatchObject({ failure: 'unreachable', shown: partial.shown, isPending: false });
    expect(fail(answer(ask(first, 'ab'), 'ab', [], false)).shown, 'without hits').toBeUndefined();
  });

  test('is limited to a number of hits, which is reset by another query', () => {
    const many = answer(
      ask(initialState(), 'a'),
      'a',
      Array.from({ length: 50 }, (_, nth) => hit(`h${nth}`)),
    );
    const more = nextState(many, { type: 'more requested' });
    expect([many, more, ask(more, 'ab')].map((state) => shownHits(state).length)).toEqual([
      hitsPerPage,
      hitsPerPage * 2,
      hitsPerPage,
    ]);
  });
});
