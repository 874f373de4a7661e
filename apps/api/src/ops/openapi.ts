import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { PATHS, Problem, SESSION_COOKIE } from '@fourways/chat-core';

const LAST_EVENT_ID = { name: 'Last-Event-ID', in: 'header' as const, required: false, description: 'Wins over the cursor of the query', schema: { type: 'string' } };

/** OpenAPI 3.1 from the zod schemas that also validate, at `/api/docs` (a page) and `/api/docs.json`. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApi(app), { jsonDocumentUrl: 'api/docs.json', yamlDocumentUrl: 'api/docs.yaml', customSiteTitle: 'Fourways API' });
}

export function openApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Fourways')
    .setDescription(`One conversation, four ways. The promises and the streams are described in PROTOCOL.md; Socket.IO listens at ${PATHS.websocket}.`)
    .setVersion('0.1.0')
    .addCookieAuth(SESSION_COOKIE)
    .build();
  const standardSchemaConverter = (schema: object, { schemaType }: { schemaType: 'input' | 'output' }) => ({ schema: jsonSchema(schema as z.core.$ZodType, schemaType) });
  const document = SwaggerModule.createDocument(app, config, { standardSchemaConverter } as never);
  const [poll, sse] = [document.paths[PATHS.poll]?.get, document.paths[PATHS.sse]?.get];
  // It reads its query by itself, since it refuses in the stream.
  if (poll && sse) sse.parameters = [...(poll.parameters ?? []), LAST_EVENT_ID];
  for (const operation of operationsOf(document)) operation['responses'] = { ...(operation['responses'] as object), default: refusal() };
  return document;
}

function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  return json;
}

function refusal(): object {
  return { description: 'A refusal (RFC 9457)', content: { 'application/problem+json': { schema: jsonSchema(Problem, 'output') } } };
}

function operationsOf(document: OpenAPIObject): Record<string, unknown>[] {
  return Object.values(document.paths).flatMap((path) => Object.values(path as Record<string, Record<string, unknown>>));
}
