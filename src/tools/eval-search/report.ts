import { meanReciprocalRank, rankOf, spreadOf, successAt, type Interval, type Spread } from './metrics.ts';
import type { EvalQuery } from './queries.ts';

/** A query that was asked, and what came. */
export interface Asked {
  query: EvalQuery;
  /** Slugs, best first. */
  found: readonly string[];
  /** What the page said it did other than search for what was typed. */
  notices: readonly string[];
  /** From typed to painted, the index warm. */
  ms: number | undefined;
}

/** What a query made search load. */
export interface Loaded {
  query: EvalQuery;
  /** In a browser that has nothing yet: all that search is made of, too. */
  firstBytes: number;
  /** After other queries on the same page. */
  furtherBytes: number | undefined;
}

/** What was measured of one search. */
export interface Measured {
  asked: readonly Asked[];
  loaded: readonly Loaded[];
  /** What queries made search load that were typed key by key, and what the same ones did that were pasted. */
  typing: readonly { query: EvalQuery; typedBytes: number; pastedBytes: number }[];
  /** Queries that found something else when they were in the address from the start. */
  otherByAddress: readonly EvalQuery[];
  indexBytes: number;
}

/** How good and how heavy a search is on some queries. */
export interface GroupReport {
  name: string;
  n: number;
  success1: Interval;
  success5: Interval;
  mrr10: number;
  /** Share of queries for which nothing at all was found. */
  nothingFound: number;
  firstBytes: Spread | undefined;
  furtherBytes: Spread | undefined;
  ms: Spread | undefined;
}

/** How good and how heavy a search is. */
export interface SearchReport {
  /** A group for each class of queries, in the order in which they come. */
  classes: readonly GroupReport[];
  all: GroupReport;
  /** Means over the classes whose names begin with a language: small classes count as much as large ones. */
  classMeans: readonly { language: string; classes: number; success1: number; success5: number }[];
  indexBytes: number;
  /** All bytes of typed queries, over those of the same ones pasted. */
  typing: { n: number; typedOverPasted: number; typedBytes: Spread; pastedBytes: Spread } | undefined;
  otherByAddress: number;
}

/** The report on what was measured. */
export function reportOn(measured: Measured): SearchReport {
  const groups = Map.groupBy(measured.asked, ({ query }) => query.class);
  const classes = [...groups].map(([name, asked]) => reportOnGroup(name, asked, measured.loaded));
  return {
    classes,
    classMeans: meansOf(classes),
    all: reportOnGroup('all', measured.asked, measured.loaded),
    indexBytes: measured.indexBytes,
    typing: reportOnTyping(measured.typing),
    otherByAddress: measured.otherByAddress.length,
  };
}

/** Queries of which no expected article is among the first five. */
export function failuresIn(asked: readonly Asked[]): Asked[] {
  return asked.filter(({ query, found }) => (rankOf(query.expected, found) ?? Infinity) > 5);
}

function reportOnGroup(name: string, asked: readonly Asked[], loaded: readonly Loaded[]): GroupReport {
  const ranks = asked.map(({ query, found }) => rankOf(query.expected, found));
  const ids = new Set(asked.map(({ query }) => query.id));
  const loads = loaded.filter(({ query }) => ids.has(query.id));
  return {
    name,
    n: asked.length,
    success1: successAt(1, ranks),
    success5: successAt(5, ranks),
    mrr10: meanReciprocalRank(ranks),
    nothingFound: asked.filter(({ found }) => found.length === 0).length / asked.length,
    firstBytes: spreadOf(loads.map(({ firstBytes }) => firstBytes)),
    furtherBytes: spreadOf(known(loads.map(({ furtherBytes }) => furtherBytes))),
    ms: spreadOf(known(asked.map(({ ms }) => ms))),
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

function reportOnTyping(typing: Measured['typing']): SearchReport['typing'] {
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
