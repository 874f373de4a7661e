import { describe, expect, it } from '@jest/globals';
import { namedBy, pageAddress } from './page-address';

const here = (path: string) => namedBy(new URL(path, window.location.origin));

describe('the address of a room', () => {
  it('names a room, and perhaps a message, in any language', () => {
    expect(here('/en/rooms/garden')).toEqual({ roomId: 'garden', messageId: null });
    expect(here('/ru/rooms/garden?mode=poll&at=seed')).toEqual({ roomId: 'garden', messageId: 'seed' });
  });

  it.each(['/', '/en', '/en/rooms', '/api/rooms/garden', '/en/rooms/garden/files/a.pdf', 'https://elsewhere.example/en/rooms/garden', 'mailto:ann@a.example'])('is not %s', (path) => {
    expect(here(path)).toBeNull();
  });

  it('is told of at once when the page goes on or back', async () => {
    const heard: (string | undefined)[] = [];
    const stop = pageAddress.subscribe(() => heard.push(pageAddress.read()?.roomId));
    pageAddress.go('/en/rooms/garden');
    pageAddress.go('/en/rooms/kitchen?at=seed');
    expect(heard).toEqual(['garden', 'kitchen']);
    const back = new Promise((resolve) => addEventListener('popstate', resolve));
    history.back();
    await back;
    expect(heard).toEqual(['garden', 'kitchen', 'garden']);
    stop();
    pageAddress.go('/en');
    expect(heard).toHaveLength(3);
  });
});
