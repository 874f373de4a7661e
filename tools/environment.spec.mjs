import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { freePort, portProblem } from './environment.mjs';

test('a free port is no problem', async () => {
  expect(await portProblem(await freePort(), '127.0.0.1')).toBeUndefined();
});

test('a taken port is named in the sentence', async () => {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  expect(await portProblem(port, '127.0.0.1', 0)).toMatch(`PORT ${port} is taken.`);
  await new Promise((closed) => server.close(closed));
});
