import type { FastifyInstance } from 'fastify';
import { ChatError, PATHS } from '@fourways/chat-core';

/** What is held open until there is news can be asked for by GET only. */
const HELD: readonly string[] = [PATHS['long-poll'], PATHS.sse];

interface Route {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** The routes that have been registered, to tell a path that does not exist from one that was asked in the wrong way. */
export class RouteTable {
  private readonly routes = new Map<string, Route>();

  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', (route) => {
      if (route.method === 'HEAD' && HELD.includes(route.url)) route.onRequest = refuse;
      else if (!route.url.includes('*')) this.add(route.url, [route.method].flat());
    });
  }

  /** The methods that a path offers; none when there is no such path. */
  methodsOf(path: string): string[] {
    const matching = [...this.routes.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
  }

  private add(url: string, methods: readonly string[]): void {
    const pattern = new RegExp(`^${url.replace(/[.]/g, '\\.').replace(/:[^/]+/g, '[^/]+')}/?$`);
    const route = this.routes.get(url) ?? { pattern, methods: new Set() };
    this.routes.set(url, route);
    for (const method of methods) route.methods.add(method);
  }
}

async function refuse(): Promise<never> {
  throw new ChatError('method_not_allowed');
}
