// Every rule of the house must really forbid: each is shown a file that breaks it and must answer with its own sentence.
import { describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import nx from '@nx/eslint-plugin';
import { root } from '../workspace.mjs';
import { boundaries } from './boundaries.mjs';

const eslint = new ESLint({ cwd: root });

async function complaints(filePath, text, linter = eslint) {
  const [result] = await linter.lintText(text, { filePath });
  return result.messages.map(({ message }) => message).join('\n');
}

const importing = (specifier) => `import * as it from '${specifier}';\nconsole.log(it);\n`;
const api = 'apps/api/src';

const forbidden = [
  ['libs/chat-core/src/x.ts', 'uuid', /chat-core imports only zod and itself/],
  ['libs/chat-core/src/x.ts', 'node:crypto', /chat-core imports only zod and itself/],
  ['libs/chat-core/src/x.ts', '@fourways/chat-client', /chat-core imports only zod and itself/],
  ['libs/chat-client/src/x.ts', 'react', /chat-client imports only chat-core, socket\.io-client/],
  ['libs/chat-client/src/x.ts', '../../../apps/api/src/config/config.js', /chat-client imports only chat-core/],
  ['libs/chat-client/src/transports/sse.ts', './poll.js', /A transport never imports another transport/],
  [`${api}/rooms/x.ts`, '@fourways/chat-client', /chat-client is for its tests only/],
  [`${api}/x.ts`, '../../web/server/api-url.js', /chat-client is for its tests only/],
  ['apps/web/features/x.ts', '../../api/src/config/config.js', /know the api by its protocol alone/],
  ['apps/web/features/x.ts', '@fourways/api', /know the api by its protocol alone/],
  ['apps/bench/src/x.ts', '../../api/src/config/config.js', /know the api by its protocol alone/],
  [`${api}/delivery/poll/x.ts`, '../long-poll/long-poll.controller.js', /The four ways are siblings/],
  [`${api}/delivery/long-poll/x.ts`, '../poll/poll.controller.js', /The four ways are siblings/],
  [`${api}/delivery/sse/x.ts`, '../websocket/gateway.js', /The four ways are siblings/],
  [`${api}/delivery/websocket/x.ts`, '../sse/sse.controller.js', /The four ways are siblings/],
  [`${api}/delivery/sse/x.ts`, '../../database/database.js', /Delivery reads the log through chat-core's reader/],
  [`${api}/delivery/x.ts`, '@prisma/client', /Delivery reads the log through chat-core's reader/],
  [`${api}/audit/x.ts`, '../database/database.js', /Delivery reads the log through chat-core's reader/],
  [`${api}/rooms/x.ts`, '../delivery/sse/sse.controller.js', /rooms imports session, log and database/],
  [`${api}/ops/x.ts`, '../database/database.js', /Only .* touch the database/],
  [`${api}/ops/x.ts`, 'better-sqlite3', /Only .* touch the database/],
  [`${api}/lab/x.ts`, '../generated/prisma/client.js', /Only .* touch the database/],
];

const allowed = [
  ['libs/chat-core/src/x.ts', 'zod'],
  ['libs/chat-core/src/x.ts', './cursor.js'],
  ['libs/chat-core/src/x.spec.ts', '@jest/globals'],
  ['libs/chat-client/src/transports/sse.ts', '../transport.js'],
  ['libs/chat-client/src/x.ts', '@fourways/chat-core'],
  [`${api}/rooms/x.ts`, '../log/ledger.js'],
  [`${api}/rooms/x.spec.ts`, '@fourways/chat-client'],
  [`${api}/delivery/sse/x.ts`, '../../session/session.service.js'],
  [`${api}/log/x.ts`, '../database/database.js'],
  ['apps/web/features/x.ts', '@fourways/chat-client'],
];

const shown = [
  ['an index.ts inside an app', `${api}/rooms/index.ts`, 'export const a = 1;', /No index\.ts inside an app/],
  ['an index.tsx inside the web app', 'apps/web/features/room/index.tsx', 'export const a = 1;', /No index\.ts inside an app/],
  ['a folder of utils', 'libs/chat-core/src/utils/x.ts', 'export const a = 1;', /No utils and no helpers/],
  ['a file of helpers', 'apps/web/features/helpers.ts', 'export const a = 1;', /No utils and no helpers/],
  ['process.env', `${api}/rooms/x.ts`, 'export const a = process.env.PORT;', /Settings are read in one place per app/],
  ['process.env in the web app', 'apps/web/features/x.ts', 'export const { env } = process;', /Settings are read in one place per app/],
  ['env from node:process', `${api}/rooms/x.ts`, "export { env } from 'node:process';", /Settings are read in one place per app/],
  ['a text in JSX', 'apps/web/features/x.tsx', 'export const A = () => <p>Send</p>;', /Texts that people read/],
  ['a Russian text in JSX', 'apps/web/features/x.tsx', 'export const A = () => <p>Отправить</p>;', /Texts that people read/],
  ['a text in braces', 'apps/web/features/x.tsx', "export const A = () => <p>{'Send'}</p>;", /Texts that people read/],
  ['a text in an attribute', 'apps/web/features/x.tsx', 'export const A = () => <a aria-label="Send" />;', /Texts that people read/],
  ['a re-export', 'libs/chat-core/src/x.ts', "export * from 'uuid';", /chat-core imports only zod/],
  ['a dynamic import', 'libs/chat-core/src/x.ts', "export const a = import('uuid');", /chat-core imports only zod/],
  ['an imported type', 'libs/chat-core/src/x.ts', "export type A = import('uuid').A;", /chat-core imports only zod/],
];

describe('boundaries', () => {
  test.each(forbidden)('%s may not import %s', async (file, specifier, sentence) => {
    expect(await complaints(file, importing(specifier))).toMatch(sentence);
  });

  test.each(allowed)('%s may import %s', async (file, specifier) => {
    expect(await complaints(file, importing(specifier))).toBe('');
  });

  test('every boundary is shown a file that crosses it', () => {
    const unproven = boundaries.filter(({ because }) => !forbidden.some(([, , sentence]) => sentence.test(because)));
    expect(unproven).toEqual([]);
  });
});

describe('the other rules', () => {
  test.each(shown)('%s fails', async (_name, file, text, sentence) => {
    expect(await complaints(file, text)).toMatch(sentence);
  });

  test.each([
    ['settings', `${api}/config/x.ts`, 'export const a = process.env.PORT;'],
    ['marks and names of classes in JSX', 'apps/web/features/x.tsx', "export const A = () => <p className={'tall'} data-way=\"sse\">· {'→'} {1}</p>;"],
  ])('%s pass in their place', async (_name, file, text) => {
    expect(await complaints(file, text)).toBe('');
  });
});

test('[ux J1] texts that people read are in the catalogs, not in the code', async () => {
  expect(await complaints('apps/web/components/x.tsx', 'export const X = () => <p>Hello</p>;')).toMatch(/Texts that people read live in apps\/web\/messages/);
  expect(await complaints('apps/web/components/x.tsx', 'export const X = () => <img alt="A cat" />;')).toMatch(/Texts that people read live in apps\/web\/messages/);
  expect(await complaints('apps/web/components/x.tsx', 'export const X = ({ text }: { text: string }) => <p>{text}</p>;')).not.toMatch(/Texts that people read/);
});

describe('the Nx tags', () => {
  const withConstraint = (depConstraints) =>
    new ESLint({
      cwd: root,
      overrideConfigFile: true,
      baseConfig: { files: ['**/*.ts'], plugins: { '@nx': nx }, rules: { '@nx/enforce-module-boundaries': ['error', { depConstraints }] } },
    });

  test('chat-core may not depend on chat-client', async () => {
    const [result] = await eslint.lintText(importing('@fourways/chat-client'), { filePath: 'libs/chat-core/src/x.ts' });
    expect(result.messages.map(({ ruleId }) => ruleId)).toContain('@nx/enforce-module-boundaries');
  });

  test('projects are not reached by relative paths', async () => {
    expect(await complaints('apps/web/features/x.ts', importing('../../../libs/chat-core/src/cursor.js'))).toMatch(/cannot be imported by a relative or absolute path/);
  });

  test('the tags of the package.json files are what the constraints are about', async () => {
    const strict = withConstraint([{ sourceTag: 'type:client', onlyDependOnLibsWithTags: ['type:nothing'] }]);
    expect(await complaints('libs/chat-client/src/x.ts', importing('@fourways/chat-core'), strict)).toMatch(/A project tagged with "type:client" can only depend on/);
  });
});
