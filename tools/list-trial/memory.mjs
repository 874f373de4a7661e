const EACH_S = 20;
const MB = 1_000_000;

/** One leaves the room open, at its end, while a hundred messages a second arrive. */
export async function memory(reader, crowd, minutes) {
  await reader.open();
  const hush = crowd.burst();
  const samples = [];
  for (let n = 0; n < (minutes * 60) / EACH_S; n++) {
    await reader.page.waitForTimeout(EACH_S * 1_000);
    samples.push(await reader.weight());
  }
  hush();
  const newest = crowd.said - 1;
  await reader.page.waitForTimeout(1_000);
  const arrived = await reader.list.getByText(new RegExp(`^${newest}\\b`)).count();
  const third = Math.max(1, Math.floor(samples.length / 3));
  const [early, late] = [samples.slice(0, third), samples.slice(-third)];
  const mean = (part, key) => part.reduce((sum, each) => sum + each[key], 0) / part.length;
  const growth = mean(late, 'bytes') - mean(early, 'bytes');
  return [
    { what: `JavaScript heap, first third of ${minutes} minutes`, value: mean(early, 'bytes') / MB, unit: 'MB' },
    { what: 'JavaScript heap, last third', value: mean(late, 'bytes') / MB, unit: 'MB' },
    { what: 'it grew by', value: growth / MB, unit: 'MB', limit: 2 },
    { what: 'nodes of the document grew by, in percent', value: (mean(late, 'nodes') / mean(early, 'nodes') - 1) * 100, unit: '%', limit: 10 },
    { what: 'the last thing that was said is missing', value: arrived > 0 ? 0 : 1, unit: '', limit: 0 },
    { what: '[B6] rows in the document, most', value: Math.max(...samples.map(({ rows }) => rows)), unit: 'rows', limit: 300 },
  ];
}
