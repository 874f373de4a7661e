const DOT = '<circle cx="25" cy="7" r="7" fill="#d92d20" stroke="#fff" stroke-width="1.5"/>';

/** The page's icon, with a dot while something awaits the reader. */
export class Favicon {
  private plain: string | null = null;
  private marked: Promise<string> | null = null;
  private wanted = false;

  mark(wanted: boolean): void {
    this.wanted = wanted;
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!link) return;
    this.plain ??= link.href;
    if (!wanted) return void (link.href = this.plain);
    this.marked ??= withDot(this.plain);
    void this.marked.then((href) => this.wanted && (link.href = href)).catch(() => (this.marked = null));
  }
}

async function withDot(href: string): Promise<string> {
  const picture = await (await fetch(href)).text();
  return `data:image/svg+xml,${encodeURIComponent(picture.replace('</svg>', `${DOT}</svg>`))}`;
}
