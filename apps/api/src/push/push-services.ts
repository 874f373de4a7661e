import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/** The push services that this server sends to. A browser names its own, so without such a list anyone could make the server ask any address. */
@Injectable()
export class PushServices {
  private readonly known: readonly string[];

  constructor({ push }: Config) {
    this.known = push.services;
  }

  includes(endpoint: string): boolean {
    const { origin, host, protocol, username, password } = new URL(endpoint);
    if (username || password) return false;
    return this.known.some((service) => (service.includes('://') ? service === origin : protocol === 'https:' && matches(service, host)));
  }
}

function matches(service: string, host: string): boolean {
  return service.startsWith('*.') ? host.endsWith(service.slice(1)) : host === service;
}
