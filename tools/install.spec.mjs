import { expect, test } from '@jest/globals';
import { sameVersions } from './install.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'apps/api': { version: '0.1.0' },
    'node_modules/@fourways/api': { link: true },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/binary-of-another-platform': { version: '1.0.0', optional: true },
  },
};

test.each([
  ['the same version', { 'node_modules/zod': { version: '4.6.7' } }, true],
  ['another version', { 'node_modules/zod': { version: '4.6.6' } }, false],
  ['nothing', {}, false],
])('with %s installed', (_name, packages, expected) => {
  expect(sameVersions(lock, { packages })).toBe(expected);
});
