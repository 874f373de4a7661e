import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ofCheck, ofJest, ofPlaywright, sum } from './counts.mjs';

const well = { code: 0, timedOut: false };
const badly = { code: 1, timedOut: false };
const killed = { code: 1, timedOut: true };

function reportOf(content) {
  const file = join(mkdtempSync(join(tmpdir(), 'counts-')), 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const jest = (counts) =>
  reportOf({ numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0, numTodoTests: 0, ...counts });
const playwright = (stats, errors = []) => reportOf({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

test.each([
  ['passed tests', well, jest({ numPassedTests: 7 }), { passed: 7, failed: 0, skipped: 0 }],
  ['failed tests', badly, jest({ numPassedTests: 7, numFailedTests: 2 }), { passed: 7, failed: 2, skipped: 0 }],
  ['a suite that could not be loaded', badly, jest({ numPassedTests: 7, numRuntimeErrorTestSuites: 1 }), { passed: 7, failed: 1, skipped: 0 }],
  ['skipped tests and plans', well, jest({ numPassedTests: 1, numPendingTests: 2, numTodoTests: 3 }), { passed: 1, failed: 0, skipped: 5 }],
  ['a run that hung after its tests', killed, jest({ numPassedTests: 7 }), { passed: 7, failed: 1, skipped: 0 }],
  ['a bad end that no test explains', badly, jest({ numPassedTests: 7 }), { passed: 7, failed: 1, skipped: 0 }],
  ['no test at all', well, jest({}), { passed: 0, failed: 1, skipped: 0 }],
  ['no report', well, '/nowhere/report.json', { passed: 0, failed: 1, skipped: 0 }],
])('Jest: %s', (_name, result, file, counts) => {
  expect(ofJest(result, file)).toEqual(counts);
});

test.each([
  ['expected, flaky and skipped tests', well, playwright({ expected: 5, flaky: 1, skipped: 2 }), { passed: 6, failed: 0, skipped: 2 }],
  ['unexpected results', badly, playwright({ expected: 5, unexpected: 2 }), { passed: 5, failed: 2, skipped: 0 }],
  ['an error outside of the tests', badly, playwright({ expected: 5 }, [{ message: 'x' }]), { passed: 5, failed: 1, skipped: 0 }],
  ['no report, as without a browser', badly, '/nowhere/report.json', { passed: 0, failed: 1, skipped: 0 }],
])('Playwright: %s', (_name, result, file, counts) => {
  expect(ofPlaywright(result, file)).toEqual(counts);
});

test('a check counts as one', () => {
  expect(ofCheck(well)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(ofCheck(badly)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('the sum is over all checks', () => {
  expect(sum([ofCheck(well), ofCheck(badly), { passed: 10, failed: 2, skipped: 1 }])).toEqual({ passed: 11, failed: 3, skipped: 1 });
});
