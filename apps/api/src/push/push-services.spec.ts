import { describe, expect, it } from '@jest/globals';
import { Config } from '../config/config.js';
import { PushServices } from './push-services.js';

const services = (list?: string) => new PushServices(new Config({ DATA_DIR: '/tmp', ...(list && { PUSH_SERVICES: list }) }));

describe('[P5] the push services that are sent to', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])('are those of the browsers: %s', (endpoint) => {
    expect(services().includes(endpoint)).toBe(true);
  });

  it.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/abc',
    'https://fcm.googleapis.com.example.com/abc',
    'https://evil-notify.windows.com/abc',
    'https://user:secret@fcm.googleapis.com/abc',
    'https://127.0.0.1/abc',
    'https://[::1]/abc',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
  ])('are no others: %s', (endpoint) => {
    expect(services().includes(endpoint)).toBe(false);
  });

  it('can be named by whoever runs the server', () => {
    const own = services('push.example.com, http://10.0.0.7:8090');
    expect(own.includes('https://push.example.com/a')).toBe(true);
    expect(own.includes('http://10.0.0.7:8090/a')).toBe(true);
    expect(own.includes('http://10.0.0.7:8091/a')).toBe(false);
    expect(own.includes('https://fcm.googleapis.com/a')).toBe(false);
  });
});
