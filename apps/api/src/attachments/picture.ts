import { ChatError, LIMITS } from '@fourways/chat-core';
import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';

// Everything else that libvips can read stays unread: SVG and PDF above all.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((kind) => `VipsForeignLoad${kind}`) });

/** The kinds that browsers show, by what the bytes are. */
const FORMATS = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif', 'image/avif': 'avif' } as const;
type PictureType = keyof typeof FORMATS;

/** Those of phones, which nothing here can read, would be kept with the place where they were taken. */
const NAMED_PICTURE = /\.(jpe?g|png|webp|gif|avif|heic|heif)$/i;
const PREVIEW = { width: 960, height: 640, fit: 'inside', withoutEnlargement: true } as const;
const SECONDS = 15;

interface Drawn {
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly previewBytes: number;
  readonly width: number;
  readonly height: number;
}

/** An uploaded picture, which is drawn anew: nothing of what the file said beside its pixels (EXIF, place, trailing bytes) is kept. */
export class Picture {
  private constructor(
    private readonly file: string,
    private readonly mediaType: PictureType,
    private readonly animated: boolean,
  ) {}

  /** Undefined when the file is no picture; one that is, or says so, and cannot be drawn, is refused. */
  static async in(file: string, name: string): Promise<Picture | undefined> {
    const found = await sharp(file, { limitInputPixels: false }).metadata().catch(() => undefined);
    if (!found && !NAMED_PICTURE.test(name)) return undefined;
    if (!found || !isPictureType(found.mediaType)) throw new ChatError('image_unreadable');
    return new Picture(file, found.mediaType, isAnimated(found));
  }

  async draw(picture: string, preview: string): Promise<Drawn> {
    try {
      const { size, width, height, pageHeight } = await this.open({ animated: this.animated, autoOrient: !this.animated })
        .toFormat(FORMATS[this.mediaType], { effort: this.mediaType === 'image/avif' ? 2 : undefined })
        .toFile(picture);
      const { size: previewBytes } = await this.open({ autoOrient: !this.animated }).resize(PREVIEW).webp().toFile(preview);
      return { mediaType: this.mediaType, sizeBytes: size, previewBytes, width, height: pageHeight ?? height };
    } catch (cause) {
      throw new ChatError('image_unreadable', { cause });
    }
  }

  private open(options: SharpOptions): Sharp {
    return sharp(this.file, { limitInputPixels: LIMITS.imagePixels, ...options }).timeout({ seconds: SECONDS });
  }
}

function isPictureType(mediaType: string | undefined): mediaType is PictureType {
  return mediaType !== undefined && Object.hasOwn(FORMATS, mediaType);
}

function isAnimated({ pages = 1 }: Metadata): boolean {
  return pages > 1;
}
