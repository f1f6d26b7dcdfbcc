import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { listEditorSchemas } from './schemas.ts';

const usage = `npm run schemas

Writes the JSON schemas of front matter and of the YAML files to .vscode/schemas, for editors. Run it after a change of a schema in
src/model.`;

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } });
if (values.help) console.log(usage);
else {
  const folder = path.resolve(import.meta.dirname, '../../../.vscode/schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of listEditorSchemas()) writeFileSync(path.join(folder, name), text);
}
