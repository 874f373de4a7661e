import type { Attachment } from '@fourways/chat-core';

/** Nothing that was uploaded ever runs, or is taken for anything but what it is. */
const LOCKED = {
  'Cache-Control': 'private, max-age=31536000, immutable',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
};

/** Only a picture that the server has drawn itself is shown in place. */
export function fileHeaders({ name, mediaType, width }: Attachment, preview: boolean): Record<string, string> {
  const drawn = width !== undefined;
  return {
    ...LOCKED,
    'Content-Type': preview ? 'image/webp' : mediaType,
    'Content-Disposition': `${drawn ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name)}`,
  };
}

/** RFC 8187. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
