import type { Bye } from './notice.js';
import { type Verdict, VERDICTS, type VerdictCode } from './verdict.js';

/** The goodbye for a verdict; `afterMs` is required by the reader when its retry is `after`. */
export function bye(code: VerdictCode, afterMs?: number): Bye {
  const { name, retry, hint }: Verdict = VERDICTS[code];
  return {
    code,
    name,
    retry,
    ...(afterMs !== undefined && { afterMs }),
    ...(hint && { hint }),
  };
}
