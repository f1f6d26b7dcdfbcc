import { measureLengths } from './measure-lengths.ts';
import { help, parseOptions, type Options } from './options.ts';
import { filterParallel, readContent, readCorpus, type TextPair } from './pairs.ts';
import {
  conditionTable,
  failureList,
  listMissedTargets,
  moveTable,
  runConditions,
  runMoves,
} from './report.ts';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else process.exitCode = evaluate(options) ? 0 : 1;
} catch (error) {
  // Exit code 1 is for a missed target, 2 for a failed evaluation.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** Measures and prints. Returns whether all targets are met. */
function evaluate(options: Options): boolean {
  const pairs = readParallel(options);
  if (options.measure) {
    printLengths(pairs);
    return true;
  }
  const reports = runConditions(pairs, options.rounds);
  console.log(`\n${conditionTable(reports, options.markdown)}`);
  console.log(`\n${moveTable(runMoves(pairs, options.rounds), options.markdown)}`);
  for (const report of options.failures ? reports : []) {
    const { edited, share, hasHeadings } = report.condition;
    if (edited === 'either' && share === 0.3)
      console.log(`\nHeadings ${hasHeadings ? 'kept' : 'removed'}:\n${failureList(report)}`);
  }
  const missed = listMissedTargets(reports);
  console.log(`\n${missed.map((each) => `✗ ${each}`).join('\n') || '✓ All targets are met.'}`);
  return missed.length === 0;
}

function readParallel({ corpus, content }: Options): TextPair[] {
  const pairs = corpus === undefined ? readContent(content) : readCorpus(corpus);
  const parallel = filterParallel(pairs);
  if (corpus === undefined) console.log(`Without --corpus, the articles of ${content}/ are aligned.`);
  console.log(
    `${parallel.length} of ${pairs.length} texts have blocks of the same kinds in the same order in both languages.`,
  );
  if (parallel.length === 0)
    throw new Error(
      'No text has the same blocks in both languages, so there are no known pairs to compare with',
    );
  return parallel;
}

function printLengths(pairs: readonly TextPair[]): void {
  const { texts, paragraphs, ratio, variance } = measureLengths(pairs);
  console.log(`${paragraphs} paragraphs of ${texts} texts`);
  console.log(`English characters per Korean character (c): ${ratio.toFixed(3)}`);
  console.log(`variance per English character (s²): ${variance.toFixed(3)}`);
}
