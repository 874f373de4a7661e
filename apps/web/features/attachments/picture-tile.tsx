'use client';
import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { FileProgress } from './file-progress';
import type { ShownFile } from './shown-file';

const LARGE = { width: 400, height: 320 };
const SMALL = { width: 220, height: 180 };

interface PictureTileProps {
  file: ShownFile;
  /** One of several. */
  small: boolean;
  onOpen: () => void;
}

/** A picture in the conversation. Its place is reserved before it is there, so that nothing moves when it comes. */
export function PictureTile({ file, small, onOpen }: PictureTileProps) {
  const t = useTranslations('files');
  const { name, alt, address } = file;
  const picture = file.picture!;
  const { width, height } = fitted(picture, small ? SMALL : LARGE);

  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  }

  return (
    <div className="grid max-w-full gap-1" style={{ width }}>
      <a href={address ?? picture.address} onClick={open} title={alt || name} className="block overflow-hidden rounded-xl border bg-sunken" style={{ aspectRatio: `${width} / ${height}` }}>
        <picture>
          {picture.address !== picture.still && <source media="(prefers-reduced-motion: reduce)" srcSet={picture.still} />}
          <img src={picture.address} alt={alt || t('picture', { name })} width={width} height={height} loading="lazy" decoding="async" className="size-full object-cover" />
        </picture>
      </a>
      <FileProgress file={file} />
    </div>
  );
}

/** As large as fits, never larger than it is, and never so small that it could not be clicked. */
function fitted({ width, height }: { width: number; height: number }, within: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, within.width / width, within.height / height);
  return { width: Math.max(32, Math.round(width * scale)), height: Math.max(32, Math.round(height * scale)) };
}
