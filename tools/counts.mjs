// Counts what passed and failed, from the reports of the test runners. A run that ended badly without naming a failed test
// (it was killed, or could not begin) counts as one failure, and so does one that found no test: no run is good by silence.
import { readFileSync } from 'node:fs';

export const nothing = { passed: 0, failed: 0, skipped: 0 };

export const sum = (counts) =>
  counts.reduce((all, { passed, failed, skipped }) => ({ passed: all.passed + passed, failed: all.failed + failed, skipped: all.skipped + skipped }), nothing);

/** A check that has no tests inside. */
export const ofCheck = ({ code }) => (code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 });

export const ofJest = (result, file) => withEnding(result, read(file, fromJest));

export const ofPlaywright = (result, file) => withEnding(result, read(file, fromPlaywright));

const fromJest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  skipped: report.numPendingTests + report.numTodoTests,
});

const fromPlaywright = ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
  skipped: stats.skipped,
});

function withEnding({ code, timedOut }, counts) {
  const silent = counts.passed + counts.failed === 0;
  const unexplained = timedOut || (code !== 0 && counts.failed === 0) || silent;
  return unexplained ? { ...counts, failed: counts.failed + 1 } : counts;
}

function read(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return nothing;
  }
}
