import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { PushNotice } from '@fourways/chat-core';

interface Ece {
  decrypt(body: Buffer, keys: { version: 'aes128gcm'; privateKey: unknown; authSecret: string }): Buffer;
}

const ece = createRequire(import.meta.url)('http_ece') as Ece;

export interface Push {
  readonly notice: PushNotice;
  readonly headers: IncomingMessage['headers'];
}

/** What a browser gives away of itself, and the secret that it keeps. */
export interface Browser {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** A push service with its browsers: takes what is sent, proves who sent it, and opens it as a browser does. */
export class PushServiceStandIn {
  private readonly opening = new Map<string, (body: Buffer) => PushNotice>();
  private readonly taken = new Map<string, Push[]>();
  private readonly silent = new Set<string>();
  private readonly answers = new Map<string, { status: number; headers?: Record<string, string> }[]>();

  private constructor(
    private readonly server: Server,
    private readonly publicKey: () => string,
  ) {}

  /** `publicKey` is of the only sender whose pushes are taken. */
  static async start(publicKey: () => string): Promise<PushServiceStandIn> {
    const server = createServer();
    const service = new PushServiceStandIn(server, publicKey);
    server.on('request', (request, response) => {
      if (service.silent.has(request.url!)) return;
      void bodyOf(request).then((body) => {
        const { status, headers } = service.answer(request, body);
        response.writeHead(status, headers).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  browser(name: string): Browser {
    const ecdh = createECDH('prime256v1');
    const p256dh = ecdh.generateKeys('base64url');
    const auth = randomBytes(16).toString('base64url');
    this.taken.set(`/${name}`, []);
    this.opening.set(`/${name}`, (body) => JSON.parse(ece.decrypt(body, { version: 'aes128gcm', privateKey: ecdh, authSecret: auth }).toString()) as PushNotice);
    return { endpoint: `${this.origin}/${name}`, keys: { p256dh, auth } };
  }

  /** What has come for a browser, in order. */
  pushes(name: string): readonly Push[] {
    return this.taken.get(`/${name}`)!;
  }

  /** The next push for a browser is answered so, and not taken. */
  refuse(name: string, status: number, headers?: Record<string, string>): void {
    this.answers.set(`/${name}`, [...(this.answers.get(`/${name}`) ?? []), { status, ...(headers && { headers }) }]);
  }

  /** What is sent to this browser is not answered, until it is said that it does. */
  hang(name: string, hangs = true): void {
    this.silent[hangs ? 'add' : 'delete'](`/${name}`);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer({ url = '', headers }: IncomingMessage, body: Buffer): { status: number; headers?: Record<string, string> } {
    const open = this.opening.get(url);
    if (!open) return { status: 404 };
    const refusal = this.answers.get(url)?.shift();
    if (refusal) return refusal;
    if (!this.isSigned(headers.authorization)) return { status: 403 };
    this.taken.get(url)!.push({ notice: open(body), headers });
    return { status: 201 };
  }

  /** RFC 8292: a token for this service, signed by the key that the browser was told. */
  private isSigned(authorization = ''): boolean {
    const [, head, claims, signature, key] = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) ?? [];
    if (!head || !claims || !signature || key !== this.publicKey()) return false;
    const { aud, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; sub: string };
    const point = Buffer.from(key, 'base64url');
    const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
    const isOurs = verify('sha256', Buffer.from(`${head}.${claims}`), { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
    return isOurs && aud === this.origin && sub === 'mailto:ops@example.com';
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
