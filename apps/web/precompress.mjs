// Runs after `compile-hints.mjs`: what browsers are given unchanged for a year is compressed once, as small as it gets.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const folder = fileURLToPath(new URL('.next/static/', import.meta.url));
const texts = /\.(js|css|svg|json)$/;
const encodings = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

async function compress(name) {
  const bytes = await readFile(folder + name);
  await Promise.all(Object.entries(encodings).map(async ([ending, encode]) => writeFile(`${folder}${name}.${ending}`, await encode(bytes))));
}

const names = await readdir(folder, { recursive: true });
await Promise.all(names.filter((name) => texts.test(name)).map(compress));
