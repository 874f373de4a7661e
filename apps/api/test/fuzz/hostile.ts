import * as fc from 'fast-check';

/** Names that are in every object. */
const PROTOTYPE = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'then'];

/** Texts that are handled badly somewhere. */
const KNOWN_TEXTS = [
  ...PROTOTYPE,
  '', ' ', '\u0000', 'a\u0000b', '\ufeff', '\ufeff{}', '\ud800', 'a\udc00', '\u202egnp.exe', '\u2066\u2069', '\u200b', 'e\u0301'.repeat(50), '👩‍👩‍👧‍👦',
  'null', 'undefined', 'NaN', 'Infinity', '-Infinity', 'true', '[object Object]', '-0', '0', '-1', '1e400', '1e-400', '9007199254740993', '18446744073709551616',
  '0x10', '٣', '1,000', "' OR 1=1 --", '"; DROP TABLE Message; --', '<script>alert(1)</script>', '${7*7}', '{{7*7}}', '%00', '%zz', '%', '..', '../../etc/passwd', '..%2f..%2fetc',
  '\r\nSet-Cookie: a=b', '\n', '\t', 'x'.repeat(255), 'x'.repeat(9_000), '!gap', '!stop', '!', 'W/"x"', '*',
  'zzzzzzzz.zzzzzzzzzzz', '00000000.00000000000', 'k3v9q2ma.00000000001', '.', 'a.b', 'K3V9Q2MA.0000000000A', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff',
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KNOWN_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);

const hostileNumber = fc.oneof(fc.double(), fc.maxSafeInteger(), fc.constantFrom(-0, 1e308, -1, 2 ** 53));
const name = fc.oneof(fc.constantFrom(...PROTOTYPE, 'name', 'data', 'body', 'roomId', 'conn', 'cursor', '_placeholder', 'num'), fc.string({ maxLength: 8 }));

/** JSON text, not always of a value: keys twice, prototypes, no end, depth. */
export const hostileJson: fc.Arbitrary<string> = fc.oneof(
  fc.json(),
  fc.array(fc.tuple(name, fc.oneof(hostileText, hostileNumber, fc.constant(null))), { maxLength: 4 }).map(objectText),
  fc.constantFrom('', '{', '[', '{"a":', '{"a":1,}', '[1,2', 'nul', '"\\ud800"', '"\\u0000"', '{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{}}}', '01', '1e999', '\ufeff{}', "{'a':1}"),
  fc.integer({ min: 1, max: 20_000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  fc.integer({ min: 1, max: 5_000 }).map((depth) => '{"data":'.repeat(depth) + '1' + '}'.repeat(depth)),
);

/** Pairs as they come, also the same key twice. */
function objectText(pairs: readonly (readonly [string, unknown])[]): string {
  return `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}

/** An object that is nearly right: now and then a field is missing or holds something else. */
export function nearly(fields: Readonly<Record<string, unknown>>): fc.Arbitrary<string> {
  const values = Object.entries(fields).map(([key, value]) => {
    const text = fc.oneof({ weight: 8, arbitrary: fc.constant(JSON.stringify(value)) }, { weight: 1, arbitrary: hostileText.map((wrong) => JSON.stringify(wrong)) }, { weight: 1, arbitrary: fc.json() });
    return fc.option(text, { freq: 12 }).map((found) => (found === null ? [] : [`${JSON.stringify(key)}:${found}`]));
  });
  return fc.tuple(...values).map((found) => `{${found.flat().join(',')}}`);
}
