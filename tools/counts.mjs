// Counts what passed and failed, from the reports of the test runners. A run that ended badly without naming a failed test
// (it was killed, or could not begin) counts as one failure, and so does one that found no test: no run is good by silence.
import { readFileSync } from 'node:fs';

export const nothing = { passed: 0, failed: 0, skipped: 0, flaky: 0 };

/** Those that needed a second try, the flaky ones, are among the passed. */
export const sum = (counts) => counts.reduce((all, each) => Object.fromEntries(Object.keys(nothing).map((key) => [key, all[key] + each[key]])), nothing);

/** A check that has no tests inside. */
export const ofCheck = ({ code }) => (code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 });

export const ofJest = (result, file) => withEnding(result, read(file, fromJest));

export const ofPlaywright = (result, file) => withEnding(result, read(file, fromPlaywright));

const fromJest = (report) => ({
  ...nothing,
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  skipped: report.numPendingTests + report.numTodoTests,
});

/** A test that passed at its second try passed, unless the first one found that something was lost or doubled: no slowness explains that. */
const fromPlaywright = ({ stats, errors, suites }) => {
  const lost = suites.flatMap(testsOf).filter(({ status, results }) => status === 'flaky' && results.some(foundLoss)).length;
  const flaky = stats.flaky - lost;
  return { passed: stats.expected + flaky, failed: stats.unexpected + errors.length + lost, skipped: stats.skipped, flaky };
};

const foundLoss = ({ annotations }) => annotations.some(({ type }) => type === 'lost');

const testsOf = ({ specs, suites = [] }) => [...specs.flatMap(({ tests }) => tests), ...suites.flatMap(testsOf)];

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
