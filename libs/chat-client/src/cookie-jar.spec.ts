import { describe, expect, it } from '@jest/globals';
import { CookieJar } from './cookie-jar.js';

const setting = (...lines: string[]) => new Headers(lines.map((line) => ['set-cookie', line]));

describe('CookieJar', () => {
  it('[K1] sends back what was set, and drops what is expired', () => {
    const jar = new CookieJar('lang=en');
    jar.take(setting('fourways_session=a=b; Path=/; HttpOnly; SameSite=Lax', 'lang=ru; Max-Age=60'));
    expect(jar.header).toBe('lang=ru; fourways_session=a=b');
    jar.take(setting('fourways_session=; Max-Age=0', 'lang=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'));
    expect(jar.header).toBeUndefined();
  });
});
