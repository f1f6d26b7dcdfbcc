import { findRuns, type Scenario } from './model/index.ts';

/**
 * What is worth stopping at in a call, by how many packets have been played: its beginning, each message, the first and the last
 * of packets of which the same becomes, and each line of the log.
 */
export function findEvents(scenario: Pick<Scenario, 'passages' | 'states'>): number[] {
  const { passages, states } = scenario;
  const messages = passages.flatMap(({ lane, at }) => (lane === 'signalling' ? [at] : []));
  const runs = findRuns(scenario, passages.length).flatMap(({ first, last }) => [first.at, last.at]);
  const lines = states.flatMap(({ at, lines }) =>
    lines.length > (states[at - 1]?.lines.length ?? 0) ? [at] : [],
  );
  return [...new Set([0, ...messages, ...runs, ...lines])].sort((one, other) => one - other);
}
