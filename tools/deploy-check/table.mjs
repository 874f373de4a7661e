const row = (...cells) => cells.map((cell, i) => (i === 0 ? String(cell).padEnd(11) : String(cell).padStart(14))).join('');
const sum = (reports, name) => reports.reduce((total, report) => total + report[name], 0);

/** What the clients of each mode have got of everything that was said, and for how long the unluckiest was out of sync. */
export function table(modes, all, said) {
  const lines = modes.map((mode) => {
    const reports = all.filter((report) => report.mode === mode);
    const longest = Math.max(...reports.map(({ awayMs }) => awayMs)) / 1_000;
    const matching = reports.filter(({ audit }) => audit === 'match').length;
    return row(mode, reports.length, sum(reports, 'unsent'), sum(reports, 'lost'), sum(reports, 'doubled'), `${matching}/${reports.length}`, sum(reports, 'reconnects'), sum(reports, 'gaps'), `${longest.toFixed(1)} s`);
  });
  return [`${said} messages were said; each client should have them all.`, row('mode', 'clients', 'unsent', 'lost', 'doubled', 'audit matches', 'reconnects', 'gaps', 'longest away'), ...lines].join('\n');
}
