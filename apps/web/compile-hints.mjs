// Runs after `next build`. Chromium compiles a script so marked while it is fetched, in another thread: without, it compiles each
// function when it is first called, in the thread that answers keys. Other browsers read a comment. https://v8.dev/blog/explicit-compile-hints
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.next/static/chunks/', import.meta.url));
const HINT = '//# allFunctionsCalledOnLoad\n';

async function mark(name) {
  const script = await readFile(folder + name, 'utf8');
  if (!script.startsWith(HINT)) await writeFile(folder + name, HINT + script);
}

const names = await readdir(folder, { recursive: true });
await Promise.all(names.filter((name) => name.endsWith('.js')).map(mark));
