import { PATHS } from '@fourways/chat-core';
import { STANDS } from './cast.js';

interface Schema {
  readonly properties?: Record<string, unknown>;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
}

/** One route of the OpenAPI document, as far as it can be asked badly. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  /** Its fields with something right in each; undefined if it takes no body. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** What is right, by the name of the parameter or field. */
export const RIGHT: Readonly<Record<string, unknown>> = {
  after: 0, attachmentId: STANDS.fresh, attachments: [], before: 5, body: 'hello', clientMsgId: STANDS.fresh, conn: 'fuzz', cursor: STANDS.cursor, eph: 0, from: STANDS.cursor, hidden: '1', idle: true,
  kind: 'private', limit: 5, messageId: STANDS.message, name: 'Hostile', roomId: STANDS.room, to: STANDS.cursor, typing: true, uploadId: STANDS.fresh, userId: STANDS.user, wait: 0,
};

/** Beside the document: what it is served as, where nothing is, and where only sockets are. */
const OTHERS: readonly Route[] = ['/', '/api', '/api/docs', '/api/docs.json', '/api/docs.yaml', '/api/docs/asyncapi.json', '/api/docs/swagger-ui.css', '/api/nothing', PATHS.websocket, `${PATHS.websocket}/`].map((path) => ({
  method: 'GET',
  path,
  query: path.startsWith(PATHS.websocket) ? ['EIO', 'transport', 'sid', 't', 'b64'] : [],
  body: undefined,
}));

export async function routesOf(url: string): Promise<readonly Route[]> {
  const { paths } = (await (await fetch(`${url}/api/docs.json`)).json()) as { paths: Record<string, Record<string, Operation>> };
  const documented = Object.entries(paths).flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => routeOf(method, path, operation)));
  return [...documented, ...OTHERS];
}

function routeOf(method: string, path: string, { parameters = [], requestBody }: Operation): Route {
  const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const fields = requestBody && Object.keys(requestBody.content['application/json']?.schema.properties ?? {});
  return { method: method.toUpperCase(), path, query, body: fields && Object.fromEntries(fields.map((name) => [name, RIGHT[name]])) };
}
