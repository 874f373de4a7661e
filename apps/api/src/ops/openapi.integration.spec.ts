import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS, PATHS } from '@fourways/chat-core';
import { startServer, type TestServer } from '../../test/server.js';

interface Schema {
  readonly type?: string;
  readonly properties?: Record<string, Schema>;
  readonly required?: string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly enum?: string[];
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly parameters?: Parameter[];
  readonly requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  readonly responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components?: { schemas?: Record<string, Schema> };
}

let server: TestServer;
let document: Document;
beforeAll(async () => {
  server = await startServer();
  document = (await (await fetch(`${server.url}/api/docs.json`)).json()) as Document;
});
afterAll(() => server.stop());

/** The routes as Fastify prints them: a tree, four characters to the level. */
function registered(): string[] {
  const parents: string[] = [];
  const lines = server.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }).split('\n');
  const routes = lines.flatMap((line) => {
    const [, indent, path, methods] = /^([│ ]*)[├└]── (\S+) \(([^)]+)\)$/.exec(line) ?? [];
    if (indent === undefined) return [];
    const depth = indent.length / 4;
    parents[depth] = `${depth > 0 ? parents[depth - 1] : ''}${path}`;
    return methods!.split(', ').map((method) => `${method} ${parents[depth]!.replace(/:(\w+)/g, '{$1}')}`);
  });
  return routes.filter((route) => !route.startsWith('HEAD') && !route.includes(' /api/docs')).sort();
}

const operation = (method: string, path: string) => document.paths[path]![method]!;
const bodyOf = (method: string, path: string) => operation(method, path).requestBody!.content['application/json']!.schema;
const parameterOf = (path: string, name: string) => operation('get', path).parameters?.find((each) => each.name === name);
const messages = `${PATHS.rooms}/{roomId}/messages`;

describe('the OpenAPI document', () => {
  it('[X1] is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
  });

  it('[X1] describes every route under /api, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`));
    expect(described.sort()).toEqual(registered());
  });

  it.each([
    ['post', PATHS.session, ['name']],
    ['post', PATHS.rooms, ['name', 'kind', 'topic']],
    ['post', PATHS.direct, ['userIds']],
    ['patch', `${PATHS.rooms}/{roomId}`, ['name', 'topic', 'archived']],
    ['post', `${PATHS.rooms}/{roomId}/read`, ['number', 'quiet']],
    ['post', `${PATHS.rooms}/{roomId}/unread`, ['number']],
    ['patch', `${PATHS.rooms}/{roomId}/preference`, ['level', 'starred', 'position']],
    ['put', `${messages}/{messageId}/reactions`, ['emoji', 'on']],
    ['post', `${PATHS.rooms}/{roomId}/members`, ['userId']],
    ['post', `${PATHS.rooms}/{roomId}/typing`, ['typing']],
    ['post', PATHS.alive, ['conn', 'cursor', 'idle']],
    ['post', messages, ['clientMsgId', 'body', 'replyTo', 'mentions', 'attachments']],
    ['patch', `${messages}/{messageId}`, ['body', 'mentions', 'updatedSeq']],
  ])('[X1] %s %s says what its body holds', (method, path, names) => {
    expect(Object.keys(bodyOf(method, path).properties!)).toEqual(names);
  });

  it('[X1] says the limits, where a schema has them', () => {
    expect(bodyOf('post', PATHS.session).properties!['name']).toMatchObject({ type: 'string', minLength: 1, maxLength: LIMITS.nameChars });
    expect(bodyOf('post', PATHS.rooms).properties!['name']).toMatchObject({ type: 'string', minLength: 1, maxLength: LIMITS.roomNameChars });
    expect(bodyOf('post', PATHS.rooms)).toMatchObject({ required: ['name'], properties: { kind: { enum: ['public', 'private'] } } });
    expect(bodyOf('post', messages)).toMatchObject({ required: ['clientMsgId', 'body'], properties: { clientMsgId: { format: 'uuid' }, body: { maxLength: LIMITS.bodyChars } } });
    expect(bodyOf('patch', `${messages}/{messageId}`)).toMatchObject({ required: ['body'], properties: { body: { maxLength: LIMITS.bodyChars } } });
  });

  it.each([PATHS.poll, PATHS['long-poll'], PATHS.sse])('[X1] %s says its query', (path) => {
    expect(parameterOf(path, 'cursor')).toMatchObject({ in: 'query', required: true, schema: { type: 'string' } });
    expect(parameterOf(path, 'eph')).toMatchObject({ in: 'query', required: false, schema: { type: 'integer', minimum: 0 } });
    expect(parameterOf(path, 'conn')).toMatchObject({ in: 'query', required: false, schema: { type: 'string', maxLength: 64 } });
  });

  it('[X1] [H1] history says its query and its path', () => {
    expect(parameterOf(messages, 'limit')).toMatchObject({ in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: LIMITS.historyPage } });
    expect(parameterOf(messages, 'before')).toMatchObject({ in: 'query', required: false, schema: { type: 'integer' } });
    expect(parameterOf(messages, 'roomId')).toMatchObject({ in: 'path', required: true, schema: { type: 'string', format: 'uuid' } });
  });

  it('[X1] every operation says what it answers, and how it refuses', () => {
    for (const path of Object.values(document.paths)) {
      for (const { responses } of Object.values(path)) {
        expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
        expect(responses['default']?.content?.['application/problem+json']?.schema.properties).toHaveProperty('code');
      }
    }
    expect(operation('get', PATHS.poll).responses['200']?.content?.['application/json']?.schema.properties).toHaveProperty('next');
    expect(operation('post', messages).responses['201']?.content?.['application/json']?.schema.properties).toHaveProperty('cursor');
  });

  it('says itself to be readable: each reference leads somewhere', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
    for (const path of references) expect(path.split('/').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document)).toBeDefined();
  });
});
