import { Hono } from 'hono';
import * as z from 'zod';
import { type Described, ROUTES } from './described-routes.ts';
import { type AppEnv, send } from './http.ts';

const jsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

type ObjectSchema = { readonly properties?: Readonly<Record<string, unknown>> };

function operation({ summary, body, query, open, keyed }: Described, path: string) {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries((query ? (jsonSchema(query) as ObjectSchema).properties : undefined) ?? {});
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 8 },
  };
  return {
    summary,
    parameters: [
      ...inPath,
      ...inQuery.map(([name, schema]) => ({ name, in: 'query', schema })),
      ...(keyed ? [key] : []),
    ],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body) } } } }
      : {}),
    ...(open ? { security: [] } : {}),
    responses: {
      default: { description: 'JSON; an error is `{ error, message, details }`.' },
    },
  };
}

/** The OpenAPI 3.1 document of the service. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [route, described] of Object.entries(ROUTES)) {
    const [method = '', path = ''] = route.split(' ');
    const written = path.replace(/:(\w+)/g, '{$1}');
    paths[written] = { ...paths[written], [method.toLowerCase()]: operation(described, path) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Parcours', version: '0.1.0', description: 'Procedures that run.' },
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'parcours_session' } } },
    security: [{ session: [] }],
    paths,
  };
}

/** Serves the document. */
export function openApiRoutes() {
  return new Hono<AppEnv>().get('/', (c) => send(c, openApiDocument()));
}
