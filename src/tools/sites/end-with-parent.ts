/**
 * Loaded into each command that a test starts: ends it when the pipe to the test breaks, however the test came to its end.
 * Without it a development server would outlive a test run that was killed.
 */
process.stdin
  .on('end', () => {
    process.kill(process.pid, 'SIGTERM');
  })
  .resume();
// A command that has done its work must not wait for that.
if ('unref' in process.stdin) process.stdin.unref();
