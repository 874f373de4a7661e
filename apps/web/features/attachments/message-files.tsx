'use client';
import { useState } from 'react';
import { lazilyOpened } from '@/components/lazily-opened';
import { FileCard } from './file-card';
import { PictureTile } from './picture-tile';
import type { ShownFile } from './shown-file';

const PictureDialog = lazilyOpened(() => import('./picture-dialog').then((module) => module.PictureDialog));

/** The files of a message: pictures first, as large as there is room for, then what can only be saved. Their order never changes, so it is their key: the one that was chosen here stays when its message arrives. */
export function MessageFiles({ files }: { files: readonly ShownFile[] }) {
  const [shown, setShown] = useState<number | null>(null);
  const pictures = files.filter(({ picture }) => picture);
  return (
    <div className="my-1 grid grid-cols-[minmax(0,1fr)] gap-2">
      {pictures.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {pictures.map((file, i) => (
            <PictureTile key={i} file={file} small={pictures.length > 1} onOpen={() => setShown(i)} />
          ))}
        </div>
      )}
      {files.filter(({ picture }) => !picture).map((file, i) => (
        <FileCard key={i} file={file} />
      ))}
      {pictures.length > 0 && <PictureDialog open={shown !== null} pictures={pictures} at={shown ?? 0} onGo={setShown} />}
    </div>
  );
}
