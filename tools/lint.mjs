// npm run lint: ESLint over everything, with its arguments passed on.
import { pathToFileURL } from 'node:url';
import { runNx } from './build.mjs';
import { prepareEnvironment } from './environment.mjs';
import { endWithChildren, runNode } from './processes.mjs';
import { at } from './workspace.mjs';

/** Nx's rule on boundaries reads the graph of the projects from its cache, and skips itself where there is none. */
export async function lint(args = [], options = {}) {
  const graph = await runNx(['show', 'projects'], { limitSeconds: 120 });
  if (graph.code !== 0) {
    console.error(graph.output);
    return graph;
  }
  return runNode([at('node_modules/eslint/bin/eslint.js'), '.', ...args], { show: true, ...options });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  prepareEnvironment();
  endWithChildren();
  const { code } = await lint(process.argv.slice(2), { limitSeconds: 600 });
  process.exit(code);
}
