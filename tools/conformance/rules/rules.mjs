import { auditRules } from './audit.mjs';
import { cursorRules } from './cursor.mjs';
import { endingRules } from './ending.mjs';
import { ephemeralRules } from './ephemeral.mjs';
import { historyRules } from './history.mjs';
import { httpRules } from './http.mjs';
import { readingRules } from './reading.mjs';
import { refusalRules } from './refusal.mjs';
import { sessionRules } from './session.mjs';
import { sseRules } from './sse.mjs';
import { timedRules } from './timed.mjs';
import { visibilityRules } from './visibility.mjs';
import { writingRules } from './writing.mjs';

/**
 * What is checked, in the order of the table: `id` is the rule's number in PROTOCOL.md, and `check` is given a World and rejects
 * when the server does not keep the rule; it has `limitMs` for it (15 s), and is left out without --long if it is `long`.
 */
export const rules = [
  ...sessionRules,
  ...readingRules,
  ...httpRules,
  ...sseRules,
  ...visibilityRules,
  ...cursorRules,
  ...endingRules,
  ...writingRules,
  ...historyRules,
  ...ephemeralRules,
  ...refusalRules,
  ...auditRules,
  ...timedRules,
];
