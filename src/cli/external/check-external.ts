import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Library } from '../../library/index.ts';
import { root } from '../root.ts';
import type { AskOptions, ExternalAnswer } from './ask-address.ts';
import { askAll } from './ask-all.ts';
import { listExternalLinks, reportAnswers } from './external-links.ts';
import { readAnswers, writeAnswers } from './remembered-answers.ts';

/** Options of {@link checkExternal}. */
interface ExternalOptions {
  now: Date;
  /** The file with the answers of earlier runs, as an absolute path. */
  memory?: string;
  ask?: Partial<AskOptions>;
  onProgress?: (message: string) => void;
}

const memoryFile = path.join(root, 'node_modules/.cache/external-links.json');

/** Asks the addresses of other sites that texts link to. Returns warnings about those that have moved, are missing or can’t be reached. */
export async function checkExternal(
  library: Library,
  { now, memory = memoryFile, ask = {}, onProgress = () => undefined }: ExternalOptions,
): Promise<Diagnostic[]> {
  const links = listExternalLinks(library);
  const known = readAnswers(memory, now);
  const open = [...new Set(links.map(({ url }) => url))].filter((url) => !known.has(url));
  onProgress(`Asking ${open.length} ${open.length === 1 ? 'address' : 'addresses'} of other sites`);
  const options = {
    agent: `Narani link check (${library.content.site.origin})`,
    timeout: 20_000,
    pause: async (milliseconds: number) => pause(milliseconds),
    ...ask,
  };
  const asked = await askAll(open, options, (done) => {
    if (done % 20 === 0) onProgress(`  ${done} of ${open.length}`);
  });
  if (isOffline(asked)) return [offline(library.content.files.site.name)];
  writeAnswers(memory, asked, now);
  return reportAnswers(links, new Map([...known, ...asked]));
}

/** Returns whether no address could be reached, so that the fault is here. */
function isOffline(answers: ReadonlyMap<string, ExternalAnswer>): boolean {
  const all = [...answers.values()];
  return all.length > 1 && all.every(({ type }) => type === 'unreachable');
}

function offline(file: string): Diagnostic {
  return {
    file,
    line: 1,
    column: 1,
    rule: 'external/offline',
    severity: 'warning',
    what: 'No address of another site can be reached',
    why: 'This computer seems to be offline, so nothing is known about the links to other sites.',
    fix: 'Run this again when it is online.',
  };
}
