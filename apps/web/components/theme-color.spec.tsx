import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cleanup, render } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import en from '@/messages/en.json' with { type: 'json' };
import { Providers } from './providers';
import { ThemeColor } from './theme-color';

const page = (
  <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
    <Providers>
      <ThemeColor />
    </Providers>
  </NextIntlClientProvider>
);
const colors = () => [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].map((meta) => `${meta.getAttribute('media')} ${meta.content}`);

beforeEach(() => {
  localStorage.clear();
  window.matchMedia = (() => ({ matches: false, addListener: () => {}, removeListener: () => {} })) as unknown as typeof window.matchMedia;
});
afterEach(cleanup);

it.each([
  ['system', '#f4f2ed', '#0f1114'],
  ['light', '#f4f2ed', '#f4f2ed'],
  ['dark', '#0f1114', '#0f1114'],
])('[ux J5] the browser colours itself as the page was chosen to be: %s', (theme, light, dark) => {
  localStorage.setItem('theme', theme);
  render(page);
  expect(colors()).toEqual([`(prefers-color-scheme: light) ${light}`, `(prefers-color-scheme: dark) ${dark}`]);
});
