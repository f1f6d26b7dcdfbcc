import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer, Question } from '../browser/index.ts';
import { createLatestOnly, debounceMs } from './latest-only.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Returns a fake engine that answers on demand, and a log of its questions and of the answers that were passed on. */
function setUp() {
  const asked: { name: string; reply: (error?: Error) => Promise<void>; tell: () => void }[] = [];
  const received: string[] = [];
  const nameOf = ({ query, isTyping }: Question): string => query + (isTyping === true ? '…' : '.');
  const latestOnly = createLatestOnly(
    async (question, onEarlier) => {
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      const reply = async (error?: Error): Promise<void> => {
        if (error) reject(error);
        else resolve({ query: question.query } as Answer);
        await vi.advanceTimersByTimeAsync(0);
      };
      const tell = (): void => onEarlier?.({ query: `${question.query}~` } as Answer);
      asked.push({ name: nameOf(question), reply, tell });
      return promise;
    },
    {
      onAnswer: ({ query }, _, isWhole) => received.push(query + (isWhole ? '.' : '…')),
      onError: (error) => received.push(String(error)),
    },
  );
  const reply = async (name: string, error?: Error): Promise<void> =>
    asked.find((each) => each.name === name)?.reply(error);
  const tell = (name: string): void => asked.find((each) => each.name === name)?.tell();
  return { latestOnly, received, reply, tell, names: () => asked.map(({ name }) => name) };
}

const question = (query: string): Question => ({ query, locale: 'ko' });

describe('A typed query', () => {
  test('gets a partial answer at once, and the whole one after the debounce delay', async () => {
    const { latestOnly, names } = setUp();
    latestOnly.type(question('덴'));
    expect(names()).toEqual(['덴…']);
    await vi.advanceTimersByTimeAsync(debounceMs - 1);
    latestOnly.type(question('덴마'));
    await vi.advanceTimersByTimeAsync(debounceMs);
    expect(names()).toEqual(['덴…', '덴마…', '덴마.']);
  });

  test('gets the whole answer at once when the reader finishes', async () => {
    const { latestOnly, names } = setUp();
    latestOnly.type(question('덴'));
    latestOnly.finish(question('덴'));
    await vi.advanceTimersByTimeAsync(debounceMs * 2);
    expect(names()).toEqual(['덴…', '덴.']);
  });

  test('gets what is known of the whole answer, then the whole, but not titles after that, and nothing of an earlier query', async () => {
    const { latestOnly, received, reply, tell } = setUp();
    latestOnly.type(question('덴'));
    await vi.advanceTimersByTimeAsync(debounceMs);
    tell('덴.');
    await reply('덴…');
    await reply('덴.');
    expect(received).toEqual(['덴~…', '덴.']);
    latestOnly.finish(question('마'));
    latestOnly.finish(question('크'));
    tell('마.');
    expect(received).toEqual(['덴~…', '덴.']);
  });

  test('gets no stale answer to an earlier query', async () => {
    const { latestOnly, received, reply } = setUp();
    latestOnly.finish(question('a'));
    latestOnly.finish(question('b'));
    await reply('b.');
    await reply('a.');
    expect(received).toEqual(['b.']);
  });

  test('gets no partial answer after the whole one', async () => {
    const { latestOnly, received, reply } = setUp();
    latestOnly.type(question('a'));
    await vi.advanceTimersByTimeAsync(debounceMs);
    await reply('a.');
    await reply('a…');
    expect(received).toEqual(['a.']);
  });

  test('gets the partial answer, then the whole one', async () => {
    const { latestOnly, received, reply } = setUp();
    latestOnly.type(question('a'));
    await reply('a…');
    await vi.advanceTimersByTimeAsync(debounceMs);
    await reply('a.');
    expect(received).toEqual(['a…', 'a.']);
  });

  test('reports an error once, and none of an earlier query', async () => {
    const { latestOnly, received, reply } = setUp();
    latestOnly.finish(question('a'));
    latestOnly.type(question('b'));
    await reply('a.', new Error('of a'));
    await reply('b…', new Error('of b'));
    await vi.advanceTimersByTimeAsync(debounceMs);
    expect(received).toEqual(['Error: of b']);
  });

  test('gets nothing once it is canceled', async () => {
    const { latestOnly, received, reply, names } = setUp();
    latestOnly.type(question('a'));
    latestOnly.cancel();
    await vi.advanceTimersByTimeAsync(debounceMs);
    await reply('a…');
    expect(names()).toEqual(['a…']);
    expect(received).toEqual([]);
  });
});
