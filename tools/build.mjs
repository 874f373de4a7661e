// Builds everything that the server runs, unless it is built already.
import { alone } from './lock.mjs';
import { runNode } from './processes.mjs';
import { buildIsFresh, ofSources, rememberBuild } from './stamp.mjs';
import { mustSucceed } from './steps.mjs';
import { at } from './workspace.mjs';

const nx = at('node_modules/nx/dist/bin/nx.js');

export const runNx = (args, options) => runNode([nx, ...args], options);

/** The remark for the step's line. */
export async function build() {
  if (buildIsFresh()) return 'up to date';
  return alone(async () => {
    if (buildIsFresh()) return 'up to date';
    const sources = ofSources();
    const result = await runNx(['run-many', '-t', 'build', '-p', '@fourways/api,@fourways/web'], { limitSeconds: 900, env: { NODE_ENV: 'production' } });
    mustSucceed(result, 'The build failed: see above.');
    rememberBuild(sources);
    return 'built';
  });
}
