import { expect, test } from '@jest/globals';
import { findBrowser } from './browser.mjs';

test('CHROMIUM_PATH decides', () => {
  expect(findBrowser({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
});

test('a CHROMIUM_PATH that cannot be run is no browser, and no other is taken in its place', () => {
  expect(findBrowser({ CHROMIUM_PATH: '/nowhere/chrome' })).toBeUndefined();
});
