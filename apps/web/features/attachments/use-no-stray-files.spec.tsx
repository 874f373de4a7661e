import { afterEach, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, render } from '@testing-library/react';
import { useDroppedFiles } from './use-dropped-files';
import { useNoStrayFiles } from './use-no-stray-files';

afterEach(cleanup);

const taken = jest.fn();

function Room() {
  useDroppedFiles(taken);
  return null;
}

function Screen({ open }: { open: boolean }) {
  useNoStrayFiles();
  return open && <Room />;
}

/** Whether the browser would go on with it by itself. */
const drag = (type: 'dragOver' | 'drop', types: string[]) => fireEvent[type](document.body, { dataTransfer: { types, files: ['plan'] } });

it('[ux D5] a file that is dropped where no room takes it does not take the page away', () => {
  const { rerender } = render(<Screen open={false} />);
  expect([drag('dragOver', ['Files']), drag('drop', ['Files'])]).toEqual([false, false]);
  expect([drag('dragOver', ['text/plain']), drag('drop', ['text/plain'])]).toEqual([true, true]);
  rerender(<Screen open />);
  expect([drag('dragOver', ['Files']), drag('drop', ['Files'])]).toEqual([false, false]);
  expect(taken.mock.calls).toEqual([[['plan']]]);
});
