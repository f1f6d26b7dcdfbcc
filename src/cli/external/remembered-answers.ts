import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExternalAnswer } from './ask-address.ts';

/** Time for which an answer counts, in milliseconds: a page that existed a week ago probably still does. */
const lifetime = { ok: 7, moved: 7, unknown: 1 } as const;

const day = 24 * 60 * 60 * 1000;

/** Answers of earlier runs, by address, each with the time in milliseconds since 1970. */
type Remembered = Record<string, { at: number; answer: ExternalAnswer }>;

/** Reads the answers in a file that still count. A file that is missing or damaged has none. Bad news are asked for anew. */
export function readAnswers(file: string, now: Date): Map<string, ExternalAnswer> {
  try {
    const remembered = JSON.parse(readFileSync(file, 'utf8')) as Remembered;
    return new Map(
      Object.entries(remembered).flatMap(([url, { at, answer }]): [string, ExternalAnswer][] => {
        const days: number = Object.hasOwn(lifetime, answer.type)
          ? lifetime[answer.type as keyof typeof lifetime]
          : 0;
        return at <= now.getTime() && now.getTime() - at < days * day ? [[url, answer]] : [];
      }),
    );
  } catch {
    return new Map();
  }
}

/** Writes answers to a file, together with those of earlier runs that still count, whose age stays. */
export function writeAnswers(file: string, answers: ReadonlyMap<string, ExternalAnswer>, now: Date): void {
  const valid = readAnswers(file, now);
  const kept = Object.entries(readRaw(file)).filter(([url]) => valid.has(url));
  const added = [...answers].map(([url, answer]) => [url, { at: now.getTime(), answer }] as const);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.next`, JSON.stringify(Object.fromEntries([...kept, ...added])));
  renameSync(`${file}.next`, file);
}

function readRaw(file: string): Remembered {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Remembered;
  } catch {
    return {};
  }
}
