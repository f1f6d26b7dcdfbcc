import { meanReciprocalRank, rankOf, spreadOf, successAt, type Interval, type Spread } from './metrics.ts';
import type { EvalQuery } from './queries.ts';

/** A query that was run, with its results. */
export interface QueryResult {
  query: EvalQuery;
  /** Slugs, best first. */
  found: readonly string[];
  /** Notices on the page, such as that it searched for something other than the query. */
  notices: readonly string[];
  /** Time from input to paint, with the index loaded. */
  ms: number | undefined;
}

/** Bytes that search loaded for a query. */
export interface Loaded {
  query: EvalQuery;
  /** Bytes with an empty cache, including the code of search. */
  firstBytes: number;
  /** Bytes after other queries on the same page. */
  furtherBytes: number | undefined;
}

/** Measurements of one search. */
export interface Measured {
  results: readonly QueryResult[];
  loaded: readonly Loaded[];
  /** Bytes that search loaded for queries typed key by key, and for the same queries pasted. */
  typing: readonly { query: EvalQuery; typedBytes: number; pastedBytes: number }[];
  /** Queries whose results differed when they were given in the URL. */
  otherByAddress: readonly EvalQuery[];
  indexBytes: number;
}

/** Quality, bytes and times of a search on a group of queries. */
export interface GroupReport {
  name: string;
  n: number;
  success1: Interval;
  success5: Interval;
  mrr10: number;
  /** Proportion of queries without any result. */
  nothingFound: number;
  firstBytes: Spread | undefined;
  furtherBytes: Spread | undefined;
  ms: Spread | undefined;
}

/** Quality, bytes and times of a search. */
export interface SearchReport {
  /** One group per class of queries, in order of appearance. */
  classes: readonly GroupReport[];
  all: GroupReport;
  /** Means over all classes of a language (by the prefix of their names). Each class has the same weight, whatever its size. */
  classMeans: readonly { language: string; classes: number; success1: number; success5: number }[];
  indexBytes: number;
  /** `typedOverPasted` is the total bytes of typed queries divided by those of the same queries pasted. */
  typing: { n: number; typedOverPasted: number; typedBytes: Spread; pastedBytes: Spread } | undefined;
  otherByAddress: number;
}

/** Summarizes measurements. */
export function summarize(measured: Measured): SearchReport {
  const groups = Map.groupBy(measured.results, ({ query }) => query.class);
  const classes = [...groups].map(([name, results]) => summarizeGroup(name, results, measured.loaded));
  return {
    classes,
    classMeans: meansOf(classes),
    all: summarizeGroup('all', measured.results, measured.loaded),
    indexBytes: measured.indexBytes,
    typing: summarizeTyping(measured.typing),
    otherByAddress: measured.otherByAddress.length,
  };
}

/** Lists queries without an expected article among the first five. */
export function failuresIn(results: readonly QueryResult[]): QueryResult[] {
  return results.filter(({ query, found }) => (rankOf(query.expected, found) ?? Infinity) > 5);
}

function summarizeGroup(
  name: string,
  results: readonly QueryResult[],
  loaded: readonly Loaded[],
): GroupReport {
  const ranks = results.map(({ query, found }) => rankOf(query.expected, found));
  const ids = new Set(results.map(({ query }) => query.id));
  const loads = loaded.filter(({ query }) => ids.has(query.id));
  return {
    name,
    n: results.length,
    success1: successAt(1, ranks),
    success5: successAt(5, ranks),
    mrr10: meanReciprocalRank(ranks),
    nothingFound: results.filter(({ found }) => found.length === 0).length / results.length,
    firstBytes: spreadOf(loads.map(({ firstBytes }) => firstBytes)),
    furtherBytes: spreadOf(known(loads.map(({ furtherBytes }) => furtherBytes))),
    ms: spreadOf(known(results.map(({ ms }) => ms))),
  };
}

function meansOf(classes: readonly GroupReport[]): SearchReport['classMeans'] {
  const named = classes.filter(({ name }) => /^[a-z]{2}-/.test(name));
  return [...Map.groupBy(named, ({ name }) => name.slice(0, 2))].map(([language, group]) => ({
    language,
    classes: group.length,
    success1: sum(group.map(({ success1 }) => success1.share)) / group.length,
    success5: sum(group.map(({ success5 }) => success5.share)) / group.length,
  }));
}

function summarizeTyping(typing: Measured['typing']): SearchReport['typing'] {
  const [typed, pasted] = [typing.map((each) => each.typedBytes), typing.map((each) => each.pastedBytes)];
  const [typedBytes, pastedBytes] = [spreadOf(typed), spreadOf(pasted)];
  if (typedBytes === undefined || pastedBytes === undefined) return undefined;
  return { n: typing.length, typedOverPasted: sum(typed) / sum(pasted), typedBytes, pastedBytes };
}

function known(values: readonly (number | undefined)[]): number[] {
  return values.filter((value) => value !== undefined);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
