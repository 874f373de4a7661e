'use client';
import { useSyncExternalStore } from 'react';
import type { ChosenFile } from './chosen-file';

const NONE: readonly ChosenFile[] = [];

/**
 * The files beside what is being written, per person and room. They live here while the page does; what is in the room
 * already is kept beyond it, and of the others the names, so that nobody is left wondering.
 */
export class ChosenFiles {
  private readonly known = new Map<string, readonly ChosenFile[]>();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  get(key: string): readonly ChosenFile[] {
    let files = this.known.get(key);
    if (!files) {
      files = stored(key);
      this.known.set(key, files);
    }
    return files;
  }

  add(key: string, files: readonly ChosenFile[]): void {
    this.set(key, [...this.get(key), ...files]);
  }

  change(key: string, uploadId: string, change: (file: ChosenFile) => ChosenFile): void {
    this.set(key, this.get(key).map((file) => (file.uploadId === uploadId ? change(file) : file)));
  }

  remove(key: string, uploadIds: readonly string[]): void {
    this.set(key, this.get(key).filter(({ uploadId }) => !uploadIds.includes(uploadId)));
  }

  private set(key: string, files: readonly ChosenFile[]): void {
    this.known.set(key, files.length > 0 ? files : NONE);
    store(key, files);
    for (const listener of this.listeners) listener();
  }
}

export const chosenFiles = new ChosenFiles();

export function chosenFilesKey(userId: string, roomId: string): string {
  return `fourways.files.${userId}.${roomId}`;
}

export function useChosenFiles(key: string): readonly ChosenFile[] {
  return useSyncExternalStore(
    chosenFiles.subscribe,
    () => chosenFiles.get(key),
    () => NONE,
  );
}

function store(key: string, files: readonly ChosenFile[]): void {
  try {
    const lasting = files.map(({ content: _content, ...file }) => file);
    if (lasting.length > 0) localStorage.setItem(key, JSON.stringify(lasting));
    else localStorage.removeItem(key);
  } catch {
    return;
  }
}

function stored(key: string): readonly ChosenFile[] {
  try {
    const files: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(files) && files.length > 0 ? (files as ChosenFile[]) : NONE;
  } catch {
    return NONE;
  }
}
