// Started by `bundleProgram` with the absolute paths of the project and of the folder for the program. Sends the stack of an error.
import { build } from 'astro';

const [root = '', folder = ''] = process.argv.slice(2);
try {
  // Public files are no part of the program, which is kept when they change. So the bundler copies none.
  await build({ root, outDir: folder, publicDir: '.astro/no-public', logLevel: 'warn' });
} catch (error) {
  process.send?.(error instanceof Error ? error.stack : String(error));
  process.exitCode = 1;
}
process.disconnect();
