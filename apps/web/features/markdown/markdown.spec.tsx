import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import en from '@/messages/en.json' with { type: 'json' };
import { Markdown } from './markdown';

afterEach(cleanup);

function draw(text: string): HTMLElement {
  return render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <Markdown text={text} />
    </NextIntlClientProvider>,
  ).container;
}

describe('the Markdown of a chat', () => {
  it('draws emphasis, code, quotes, lists, tasks and tables', () => {
    const page = draw('*a* **b** ~~c~~ `d`\n\n> quote\n\n- one\n- two\n\n3. three\n\n- [x] done\n- [ ] open\n\n| h | i |\n|---|--:|\n| 1 | 2 |');
    expect(['em', 'strong', 'del', 'code', 'blockquote', 'ul', 'ol', 'table'].filter((name) => !page.querySelector(name))).toEqual([]);
    expect(page.querySelector('ol')?.start).toBe(3);
    expect(screen.getByRole('img', { name: 'Done' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'To do' })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Table' }).tabIndex).toBe(0);
    expect(page.querySelectorAll('th')[1]?.style.textAlign).toBe('right');
  });

  it('breaks a line where its author did', () => {
    expect(draw('*one*\ntwo').querySelectorAll('br')).toHaveLength(1);
  });

  it.each([
    '<b>bold</b> and <script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a\n<div onclick="x">b</div>',
    '*a* &amp; &lt;',
    '[a]: http://b.c',
    '[^1] and\n\n[^1]: a footnote',
    'Map<string, T[]>',
  ])('keeps what it does not know as it was typed: %j', (text) => {
    const said = draw(text).textContent;
    for (const word of text.replaceAll('*', '').split(/\s+/)) expect(said).toContain(word);
    expect(document.querySelector('script, img[src], [onclick], sup')).toBeNull();
  });

  it('makes no heading, neither of # nor of a line of dashes', () => {
    const page = draw('# loud\n\nquiet\n---');
    expect(page.querySelector('h1, h2, h3')).toBeNull();
    expect(page.textContent).toContain('loud');
  });

  it.each(['https://a.example/?q=1', 'http://a.example', 'mailto:ann@a.example'])('links to %s, in a new tab that learns nothing', (address) => {
    draw(`[there](${address})`);
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'there' });
    expect(link.getAttribute('href')).toBe(address);
    expect(link.target).toBe('_blank');
    expect(link.rel).toBe('noopener noreferrer nofollow');
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '/api/session', '//a.example', 'tel:1', '#x', 'https:a'])(
    'does not link to %j',
    (address) => {
      draw(`[there](<${address}>) ![there](<${address}>) **x**`);
      expect(screen.queryByRole('link')).toBeNull();
    },
  );

  it('finds bare addresses', () => {
    draw('see https://a.example/b_c_d, www.a.example and ann@a.example.');
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['https://a.example/b_c_d', 'http://www.a.example', 'mailto:ann@a.example']);
  });

  it('shows no pictures, only where they are', () => {
    draw('![a cat](https://a.example/cat.png)');
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByRole('link', { name: 'a cat' }).getAttribute('href')).toBe('https://a.example/cat.png');
  });

  it('draws fenced code as it was typed, with its language and its copy button', () => {
    const page = draw('```ts\nconst a = `1`;\n\n  <b>\n```');
    expect(page.querySelector('pre')?.textContent).toBe('const a = `1`;\n\n  <b>');
    expect(page.querySelector('pre')?.tabIndex).toBe(0);
    expect(screen.getByRole('group', { name: 'Code, ts' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy the code' })).toBeTruthy();
  });

  it.each([['> ', ''], ['*', '*'], ['- ', ''], ['[', '](x)'], ['_a ', ' _']])('shows what is nested absurdly deep as it was typed: %j', (open, close) => {
    for (const depth of [8_000 / (open.length + close.length) - 1, 90]) {
      const page = draw(`${open.repeat(depth)}x${close.repeat(depth)}`);
      expect(depthOf(page)).toBeLessThan(80);
      expect(page.textContent).toContain('x');
      cleanup();
    }
  });
});

function depthOf(node: Node): number {
  let depth = 0;
  let level = [...node.childNodes];
  for (; level.length > 0; depth++) level = level.flatMap((each) => [...each.childNodes]);
  return depth;
}
