import { describe, expect, it } from '@jest/globals';
import { bye } from './bye.js';
import { Bye } from './notice.js';
import { isTerminal, type Verdict, type VerdictCode, VERDICTS } from './verdict.js';

const codes = Object.keys(VERDICTS).map(Number) as VerdictCode[];

describe('bye', () => {
  it.each(codes)('[V1] %i is what the table says, on the wire too', (code) => {
    const { name, retry, hint }: Verdict = VERDICTS[code];
    const goodbye = Bye.parse(JSON.parse(JSON.stringify(bye(code, 1_500))));
    expect(goodbye).toEqual({ code, name, retry, afterMs: 1_500, ...(hint && { hint }) });
    expect(bye(code)).not.toHaveProperty('afterMs');
  });

  it('[V1] 45xx are terminal and say never; the others are not', () => {
    for (const code of codes) {
      expect(isTerminal(code)).toBe(code >= 4500);
      if (isTerminal(code)) expect(VERDICTS[code].retry).toBe('never');
    }
  });

  it('[V1] an unknown code is judged by its range', () => {
    expect([4099, 4199, 4299, 4399, 4499].map(isTerminal)).toEqual([false, false, false, false, false]);
    expect([4500, 4542, 4599].map(isTerminal)).toEqual([true, true, true]);
  });
});
