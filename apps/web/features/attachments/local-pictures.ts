import type { OutboxFile } from '@fourways/chat-client';

const KEPT = 40;

/** Pictures that were chosen in this page, so that none has to come back from the server to be seen. The newest ones are kept. */
class LocalPictures {
  /** By `uploadId`, and by `attachmentId` as soon as there is one. */
  private readonly addresses = new Map<string, string>();

  addressOf({ uploadId, content, attachment }: OutboxFile): string | undefined {
    const address = this.addresses.get(uploadId) ?? (content && this.keep(uploadId, content));
    if (address && attachment) this.addresses.set(attachment.attachmentId, address);
    return address;
  }

  addressOfAttachment(attachmentId: string): string | undefined {
    return this.addresses.get(attachmentId);
  }

  private keep(uploadId: string, content: Blob): string {
    const address = URL.createObjectURL(content);
    this.addresses.set(uploadId, address);
    const distinct = [...new Set(this.addresses.values())];
    for (const oldest of distinct.slice(0, -KEPT)) this.drop(oldest);
    return address;
  }

  private drop(address: string): void {
    URL.revokeObjectURL(address);
    for (const [id, each] of this.addresses) if (each === address) this.addresses.delete(id);
  }
}

export const localPictures = new LocalPictures();
