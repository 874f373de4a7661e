import { activeWorker } from '@/features/push/worker';

export interface Notice {
  readonly title: string;
  readonly body: string;
  /** A newer one with the same tag takes its place. */
  readonly tag: string;
  /** To be opened by a click. */
  readonly roomId?: string;
}

const ICON = '/icon-192.png';

/**
 * What is shown outside of the window: at most one notification per tag. The sound is ours. Where there is a worker it is the one
 * to show them: then a push takes the place of what a page has shown, and on Android nobody else may.
 */
export class NoticeBoard {
  private readonly shown = new Map<string, Notification>();

  constructor(private readonly open: (roomId: string) => void = () => undefined) {}

  /** Says whether the browser took it. */
  async show(notice: Notice): Promise<boolean> {
    return (await this.showByWorker(notice)) || this.showByPage(notice);
  }

  async withdraw(tag: string): Promise<void> {
    this.shown.get(tag)?.close();
    this.shown.delete(tag);
    const left = await (await activeWorker())?.getNotifications({ tag });
    for (const notification of left ?? []) notification.close();
  }

  private async showByWorker({ title, body, tag, roomId }: Notice): Promise<boolean> {
    const worker = await activeWorker();
    const shown = worker?.showNotification(title, { body, tag, icon: ICON, silent: true, data: { roomId: roomId ?? null } });
    return shown ? shown.then(() => true, () => false) : false;
  }

  private showByPage({ title, body, tag, roomId }: Notice): boolean {
    this.shown.get(tag)?.close();
    try {
      const notification = new Notification(title, { body, tag, icon: ICON, silent: true });
      this.shown.set(tag, notification);
      notification.onclose = () => this.shown.get(tag) === notification && this.shown.delete(tag);
      notification.onclick = () => {
        window.focus();
        notification.close();
        if (roomId) this.open(roomId);
      };
      return true;
    } catch {
      return false;
    }
  }
}
