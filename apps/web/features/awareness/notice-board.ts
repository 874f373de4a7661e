export interface Notice {
  readonly title: string;
  readonly body: string;
  /** A newer one with the same tag takes its place. */
  readonly tag: string;
  readonly onClick?: () => void;
}

/** What is shown outside of the window: at most one notification per tag. The sound is ours. */
export class NoticeBoard {
  private readonly shown = new Map<string, Notification>();

  /** Says whether the browser took it: on Android it does so only from a service worker. */
  show({ title, body, tag, onClick }: Notice): boolean {
    this.withdraw(tag);
    try {
      const notification = new Notification(title, { body, tag, icon: '/icon.svg', silent: true });
      this.shown.set(tag, notification);
      notification.onclose = () => this.shown.get(tag) === notification && this.shown.delete(tag);
      notification.onclick = () => {
        window.focus();
        notification.close();
        onClick?.();
      };
      return true;
    } catch {
      return false;
    }
  }

  withdraw(tag: string): void {
    this.shown.get(tag)?.close();
    this.shown.delete(tag);
  }
}

export const noticeBoard = new NoticeBoard();
