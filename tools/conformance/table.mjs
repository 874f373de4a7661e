const row = (result, id, mode, what, ms) => `${result.padEnd(7)}${id.padEnd(5)}${mode.padEnd(11)}${what.padEnd(74)}${ms.padStart(7)}`;

export const heading = row('', 'Rule', 'Mode', 'What', 'ms');

/** One rule as a line, and why it failed below it. */
export function line({ id, mode = 'all', what }, { passed, reason, ms }) {
  const text = row(passed ? 'pass' : 'FAIL', id, mode, what, ms.toFixed(0));
  return passed ? text : `${text}\n${reason.trim().replace(/^/gm, '         ')}`;
}

export function closing(verdicts) {
  const passed = verdicts.filter((verdict) => verdict.passed).length;
  return `${passed} passed, ${verdicts.length - passed} failed`;
}
