import { parseArguments } from '../../environment/index.ts';

/** Output of `--help`. */
export const help = `npm run schemas

Writes the JSON schemas of front matter and of the YAML files to .vscode/schemas, for editors. Run it after a change of a schema in
src/model.

  --help  print this help`;

/** Parses command-line arguments. Throws if an option is unknown. */
export function parseOptions(args: string[]): { help: boolean } {
  return parseArguments({ args, options: { help: { type: 'boolean', default: false } } }).values;
}
