import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { help, parseOptions } from './options.ts';
import { listEditorSchemas } from './schemas.ts';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else writeSchemas();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function writeSchemas(): void {
  const folder = path.resolve(import.meta.dirname, '../../../.vscode/schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of listEditorSchemas()) writeFileSync(path.join(folder, name), text);
}
