import { measureLengths } from './measure-lengths.ts';
import { help, readOptions, type Options } from './options.ts';
import { keepParallel, readContent, readCorpus, type TextPair } from './pairs.ts';
import { conditionTable, failureList, missedBars, moveTable, tryAll, tryMoving } from './report.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else process.exitCode = evaluate(options) ? 0 : 1;
} catch (error) {
  // 1 says that a bar is missed; that nothing could be measured is another matter.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** Measure, print, and say whether every bar is kept. */
function evaluate(options: Options): boolean {
  const pairs = readParallel(options);
  if (options.measure) {
    printLengths(pairs);
    return true;
  }
  const reports = tryAll(pairs, options.rounds);
  console.log(`\n${conditionTable(reports, options.markdown)}`);
  console.log(`\n${moveTable(tryMoving(pairs, options.rounds), options.markdown)}`);
  for (const report of options.failures ? reports : []) {
    const { edited, share, hasHeadings } = report.condition;
    if (edited === 'either' && share === 0.3)
      console.log(`\nHeadings ${hasHeadings ? 'kept' : 'removed'}:\n${failureList(report)}`);
  }
  const missed = missedBars(reports);
  console.log(`\n${missed.map((each) => `✗ ${each}`).join('\n') || '✓ Every bar is kept.'}`);
  return missed.length === 0;
}

function readParallel({ corpus, content }: Options): TextPair[] {
  const pairs = corpus === undefined ? readContent(content) : readCorpus(corpus);
  const parallel = keepParallel(pairs);
  if (corpus === undefined) console.log(`No --corpus given: the articles of ${content}/ are aligned.`);
  console.log(
    `${parallel.length} of ${pairs.length} texts have blocks of the same kinds in the same order in both languages.`,
  );
  if (parallel.length === 0) throw new Error('No text whose blocks are known to stand for each other');
  return parallel;
}

function printLengths(pairs: readonly TextPair[]): void {
  const { texts, paragraphs, ratio, variance } = measureLengths(pairs);
  console.log(`${paragraphs} paragraphs of ${texts} texts`);
  console.log(`letters of English for one of Korean (c): ${ratio.toFixed(3)}`);
  console.log(`variance for each letter of English (s²): ${variance.toFixed(3)}`);
}
