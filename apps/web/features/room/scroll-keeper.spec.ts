import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ScrollKeeper } from './scroll-keeper';

const SCREEN_PX = 600;
const ROW_PX = 28;
const PAGE = 50;

/** A box of rows as a browser lays it out from its end, so that position 0 is the end and the way up is negative. */
function list(rowCount: number) {
  const box = document.body.appendChild(document.createElement('div'));
  const content = box.appendChild(document.createElement('div'));
  const addEarlier = (count: number) => {
    for (let n = 0; n < count; n++) content.insertAdjacentHTML('afterbegin', '<article data-row></article>');
  };
  const heightOf = () => content.childElementCount * ROW_PX;
  let scrollTop = 0;
  const place = (value: number) => (scrollTop = Math.min(0, Math.max(SCREEN_PX - heightOf(), value)));
  Object.defineProperties(box, {
    clientHeight: { get: () => SCREEN_PX },
    scrollHeight: { get: heightOf },
    scrollTop: { get: () => scrollTop, set: place },
  });
  const topOf = (row: Element) => SCREEN_PX - heightOf() - scrollTop + [...content.children].indexOf(row) * ROW_PX;
  jest.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    return this === box ? new DOMRect(0, 0, 400, SCREEN_PX) : new DOMRect(0, topOf(this), 400, ROW_PX);
  });
  const scroll = (px: number) => {
    place(scrollTop + px);
    box.dispatchEvent(new Event('scroll'));
  };
  addEarlier(rowCount);
  return { box, content, addEarlier, scroll, topOf };
}

describe('what one reads, while a page of older messages comes', () => {
  const clock = { now: 0 };

  beforeEach(() => {
    jest.spyOn(performance, 'now').mockImplementation(() => clock.now);
    globalThis.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    globalThis.DOMRect = class {
      constructor(readonly x: number, readonly top: number, readonly width: number, readonly height: number) {}
    } as unknown as typeof DOMRect;
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.restoreAllMocks();
  });

  function reader() {
    const there = list(2 * PAGE);
    const keeper = new ScrollKeeper(there.box, () => {});
    keeper.watch(there.content);
    keeper.settle();
    there.scroll(-800);
    const { row } = keeper.reading!;
    const older = () => {
      there.addEarlier(PAGE);
      keeper.settle();
    };
    return { ...there, older, whereItIs: () => there.topOf(row) };
  }

  it('[ux B4] stays where it is', () => {
    const { older, whereItIs } = reader();
    const before = whereItIs();
    older();
    expect(whereItIs()).toBe(before);
  });

  it('[ux B4] stays where it is though the browser ends a scroll as far from the top as before (WebKit)', () => {
    const { older, scroll, whereItIs } = reader();
    const before = whereItIs();
    older();
    scroll(-PAGE * ROW_PX);
    expect(whereItIs()).toBe(before);
  });

  it('[ux B4] goes on with what was left of such a scroll', () => {
    const { older, scroll, whereItIs } = reader();
    const before = whereItIs();
    older();
    scroll(-PAGE * ROW_PX - 72);
    expect(whereItIs()).toBe(before + 72);
  });

  it('[ux B2] moves as far as one turns the wheel', () => {
    const { older, scroll, whereItIs } = reader();
    const before = whereItIs();
    older();
    for (let turn = 0; turn < 4; turn++) scroll(-300);
    expect(whereItIs()).toBe(before + 1_200);
  });

  it('[ux B2] moves as far as one wants some time after', () => {
    const { older, scroll, whereItIs } = reader();
    const before = whereItIs();
    older();
    clock.now += 250;
    scroll(-PAGE * ROW_PX);
    expect(whereItIs()).toBe(before + PAGE * ROW_PX);
  });
});
