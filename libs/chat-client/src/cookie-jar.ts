/**
 * The cookies of one server, for Node. In a browser `Set-Cookie` cannot be read, the jar stays empty, and the
 * browser's own cookies are used.
 */
export class CookieJar {
  private readonly cookies = new Map<string, string>();

  /** `header` is the value of a `Cookie` header to begin with. */
  constructor(header = '') {
    for (const pair of header.split(';')) this.store(pair);
  }

  /** Value of the `Cookie` header; undefined when there is none to send. */
  get header(): string | undefined {
    if (this.cookies.size === 0) return undefined;
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Takes what an answer sets, and drops what it expires (RFC 6265 §5.2). */
  take(headers: Headers): void {
    for (const line of headers.getSetCookie?.() ?? []) {
      const [pair = '', ...attributes] = line.split(';');
      this.store(pair);
      if (attributes.some(expires)) this.cookies.delete(nameOf(pair));
    }
  }

  clear(): void {
    this.cookies.clear();
  }

  private store(pair: string): void {
    const name = nameOf(pair);
    if (name) this.cookies.set(name, pair.slice(pair.indexOf('=') + 1).trim());
  }
}

function nameOf(pair: string): string {
  return pair.slice(0, Math.max(0, pair.indexOf('='))).trim();
}

function expires(attribute: string): boolean {
  const [name = '', value = ''] = attribute.trim().split('=');
  if (name.toLowerCase() === 'max-age') return Number(value) <= 0;
  return name.toLowerCase() === 'expires' && Date.parse(value) <= Date.now();
}
