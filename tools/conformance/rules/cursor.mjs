import { formatCursor, parseCursor } from '@fourways/chat-core';
import { modes } from '../modes/modes.mjs';

const OTHER_EPOCHS = ['zzzzzzzz', 'yyyyyyyy'];

const places = {
  epoch: ({ epoch, seq }) => formatCursor(OTHER_EPOCHS.find((other) => other !== epoch), seq),
  future: ({ epoch }) => formatCursor(epoch, Number.MAX_SAFE_INTEGER),
};

async function saysGap(mode, reason, { ada }) {
  const { cursor } = await ada.snapshot();
  await mode.expectGap(ada, places[reason](parseCursor(cursor)), reason);
}

const malformed = { 'a malformed': { cursor: 'latest' }, 'a missing': {} };

const malformedRules = modes.flatMap((mode) =>
  Object.entries(malformed).map(([which, query]) => ({
    id: 'C2',
    mode: mode.name,
    what: `${which} cursor is refused`,
    check: ({ ada }) => mode.expectMalformed(ada, query),
  })),
);

const gapRules = modes.flatMap((mode) =>
  Object.keys(places).map((reason) => ({
    id: 'C3',
    mode: mode.name,
    what: `gap "${reason}", in the form of the mode`,
    check: (world) => saysGap(mode, reason, world),
  })),
);

export const cursorRules = [...malformedRules, ...gapRules];
