import { expect, test } from 'vitest';
import { formatGrowth, formatSite, median, type SiteReport } from './report.ts';

function site(texts: number, cpuMs: readonly number[]): SiteReport {
  const usages = cpuMs.map((ms) => ({ wallMs: ms / 2, cpuMs: ms, peakBytes: 300_000_000 }));
  const saves = [{ wallMs: 250, cpuMs: undefined, peakBytes: undefined }];
  const works = [
    { name: 'cold', usages },
    { name: 'dev: save to changed page', usages: saves },
  ];
  return { content: 'generated', texts, files: 10, bytes: 2_000_000, cacheBytes: 500_000, works };
}

test('a table shows medians with the minimum and the maximum, and a dash for what was not measured', () => {
  expect(formatSite(site(100, [3_000, 1_000, 2_000]), undefined, true)).toBe(
    `| generated, 100 texts | wall s | CPU s | peak MB |
| :-- | --: | --: | --: |
| cold | 1.00 (0.50–1.50) | 2.00 (1.00–3.00) | 300 (300–300) |
| dev: save to changed page | 0.25 | – | – |

10 files, 2.0 MB; caches 0.5 MB`,
  );
});

test('the kept run is beside it, with a dash for works that it did not measure', () => {
  const kept = { ...site(100, [8_000]), works: site(100, [8_000]).works.slice(0, 1) };
  const [head = '', , cold = '', save = ''] = formatSite(site(100, [2_000]), kept, true).split('\n');
  expect(head).toContain('| kept wall s | kept CPU s | kept peak MB |');
  expect(cold).toContain('| 4.00 | 8.00 | 300 |');
  expect(save).toContain('| – | – | – |');
});

test('growth is the exponent of CPU time against the number of texts', () => {
  const [, , cold = ''] = formatGrowth(
    [site(100, [1_000]), site(200, [2_000]), site(400, [4_000])],
    true,
  ).split('\n');
  expect(cold).toBe('| cold | 1.00 | 2.00 | 4.00 | 1.00 | 0.00 |');
});

test.each([
  [[3, 1, 2], 2],
  [[1, 2, 3, 10], 2.5],
  [[5, undefined], 5],
  [[undefined], undefined],
])('the median of %j is %j', (values, expected) => {
  expect(median(values)).toBe(expected);
});
