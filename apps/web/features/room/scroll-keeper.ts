const NEAR_PX = 80;
/** For how long after a change of the content a scroll may still be one that the browser had begun before it. */
const UNDER_WAY_MS = 200;
/** So much of a growth at once is no turn of a wheel. */
const JUMP_RATIO = 0.75;

/**
 * Owns the scroll position of the message list. At the end it follows; elsewhere it holds the row being read where it is.
 *
 * The box is a `column-reverse` flex container: position 0 is the end and the way up is negative. So the end needs no
 * script, neither in the first paint nor when something grows while following, and older messages move nothing.
 * Only changes below the row being read are left to mend; `overflow-anchor` is off so that nobody mends them twice.
 */
export class ScrollKeeper {
  following = true;
  /** Whether below the last row there is nothing more: only such an end can be followed. */
  endIsReal = true;
  private anchor: { row: Element; textTop: number } | undefined;
  private lastTop = 0;
  private lastHeight = 0;
  private grownAbove = { px: 0, at: -Infinity };
  private still = false;

  constructor(
    private readonly box: HTMLElement,
    private readonly changed: (following: boolean, byReader: boolean) => void,
  ) {}

  /** Watches the box; the answer stops it. */
  watch(content: Element): () => void {
    const onScroll = () => this.scrolled();
    const sizes = new ResizeObserver(() => this.settle());
    sizes.observe(content);
    sizes.observe(this.box);
    this.box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      this.box.removeEventListener('scroll', onScroll);
    };
  }

  toEnd(): void {
    this.box.scrollTop = 0;
    this.follow(true);
    this.remember();
  }

  /** Takes the place where the list is for the one that is read. */
  stay(): void {
    this.follow(this.endIsReal && -this.box.scrollTop <= NEAR_PX);
    this.remember();
  }

  /** Puts the text of a row so far below the top; without a number the row a third of the way down, where one begins to read. */
  show(row: Element, textPx?: number): void {
    this.follow(false);
    this.box.scrollTop += textPx === undefined ? this.topOf(row) - this.box.clientHeight / 3 : this.textTopOf(row) - textPx;
    this.remember();
  }

  /** Moves no more than it takes to see the row. */
  bring(row: Element): void {
    row.scrollIntoView({ block: 'nearest' });
    this.remember();
  }

  /** The row being read and how far below the top its text begins, unless the end is followed. */
  get reading(): { readonly row: Element; readonly textTop: number } | undefined {
    return this.following ? undefined : this.anchor;
  }

  /** Holds everything where it is, at the end too, until the answer is called; then the end is followed again if it was. */
  holdStill(): () => void {
    const { following } = this;
    this.still = true;
    this.follow(false);
    this.remember();
    return () => {
      this.still = false;
      if (following) this.toEnd();
    };
  }

  /** Whether the row begins above what is on the screen. */
  isAbove(row: Element): boolean {
    return this.topOf(row) < 0;
  }

  /** A new one settles by itself as soon as the page has been laid out; whoever asks for it before has it laid out twice. */
  get settled(): boolean {
    return this.lastHeight > 0;
  }

  /** After any change of the content: the end stays the end, the row being read stays where it is. */
  settle(): void {
    if (this.following) this.box.scrollTop = 0;
    else if (this.anchor?.row.isConnected) {
      const moved = this.textTopOf(this.anchor.row) - this.anchor.textTop;
      if (Math.abs(moved) > 0.5) this.box.scrollTop += moved;
      else this.noteGrowthAbove();
    }
    this.remember();
  }

  private noteGrowthAbove(): void {
    const px = this.box.scrollHeight - this.lastHeight;
    if (px > this.box.clientHeight) this.grownAbove = { px, at: performance.now() };
  }

  /** A scroll that WebKit had begun counts from the top: when a page of older messages comes meanwhile, it ends a page too far up. */
  private takeBackJump(): void {
    const { px, at } = this.grownAbove;
    if (performance.now() - at > UNDER_WAY_MS || this.lastTop - this.box.scrollTop < px * JUMP_RATIO) return;
    this.grownAbove.at = -Infinity;
    this.box.scrollTop += px;
  }

  private scrolled(): void {
    this.takeBackJump();
    const { scrollTop, scrollHeight } = this.box;
    const byReader = scrollHeight === this.lastHeight;
    const moved = scrollTop !== this.lastTop;
    const up = scrollTop < this.lastTop - 1;
    // Held still, nobody comes to follow by the way, but one can always go away from the end.
    if (byReader && (!this.still || this.following)) this.follow(this.endIsReal && (up ? scrollTop > -2 : -scrollTop <= NEAR_PX), moved);
    this.remember();
  }

  private follow(following: boolean, byReader = false): void {
    if (this.following === following) return;
    this.following = following;
    this.changed(following, byReader);
  }

  private remember(): void {
    this.lastTop = this.box.scrollTop;
    this.lastHeight = this.box.scrollHeight;
    const row = this.following ? undefined : this.firstVisibleRow();
    this.anchor = row && { row, textTop: this.textTopOf(row) };
  }

  private firstVisibleRow(): Element | undefined {
    const rows = this.box.querySelectorAll('[data-row]');
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = rows[middle];
      if (row && this.topOf(row) + row.getBoundingClientRect().height > 0) high = middle;
      else low = middle + 1;
    }
    return rows[low];
  }

  /** Where its text begins: the first row loses its head when older ones come before it. */
  private textTopOf(row: Element): number {
    return this.topOf(row.querySelector('[data-head]')?.nextElementSibling ?? row);
  }

  private topOf(element: Element): number {
    return element.getBoundingClientRect().top - this.box.getBoundingClientRect().top;
  }
}
