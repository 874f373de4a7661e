import { MODES } from '@fourways/chat-core';
import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './options.js';

describe('parseOptions', () => {
  it('measures all modes on a server of its own when told nothing', () => {
    expect(parseOptions([])).toEqual({ readers: 200, rate: 50, seconds: 20, modes: MODES, pollMs: 2_000, patienceMs: 10_000 });
  });

  it('takes what it is told', () => {
    const args = '--readers 3 --rate 4 --seconds 5 --modes sse,poll --poll-ms 600 --patience 1 --url http://127.0.0.1:1/ --json a --markdown b';
    const files = { url: 'http://127.0.0.1:1', json: 'a', markdown: 'b' };
    expect(parseOptions(args.split(' '))).toEqual({ readers: 3, rate: 4, seconds: 5, modes: ['sse', 'poll'], pollMs: 600, patienceMs: 1_000, ...files });
  });

  it.each([
    ['--readers 0', '--readers must be a whole number from 1 to 10000, not 0.'],
    ['--rate much', '--rate must be a whole number from 1 to 10000, not much.'],
    ['--seconds 301', '--seconds must be a whole number from 1 to 300, not 301.'],
    ['--modes sse,smoke', '--modes must be some of poll,long-poll,sse,websocket, not smoke.'],
    ['--reader 5', "Unknown option '--reader'"],
  ])('refuses %s in words', (args, sentence) => {
    expect(() => parseOptions(args.split(' '))).toThrow(sentence);
  });
});
