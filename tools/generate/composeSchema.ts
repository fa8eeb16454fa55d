/** The schema of Compose files, made from the copy in the npm package `dclint`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Generated } from './main.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const PREFIX = '#/definitions/';

/** Definitions of what docker compose knows and the package's copy does not have yet. */
function addNewer(definitions: JsonObject): void {
  const service = propertiesOf(definitions, 'service');
  const build = propertiesOf(branch(objectAt(service, 'build'), 'object'));
  build.no_cache_filter = {
    $ref: 'string_or_list',
    description: 'Stages of the Dockerfile that are built without the cache.',
  };
  build.provenance = {
    type: ['string', 'boolean'],
    description: "Add a provenance attestation to the build, optionally with its parameters, e.g., 'mode=max'.",
  };
  build.sbom = {
    type: ['string', 'boolean'],
    description: 'Add a software bill of materials attestation to the build, optionally with its parameters.',
  };
  definitions.pre_start_hook = {
    type: 'object',
    description: 'A container that runs to completion before the service starts.',
    properties: {
      ...propertiesOf(definitions, 'service_hook'),
      image: { type: 'string', description: "Image to run the hook in. Defaults to the service's image." },
      per_replica: {
        type: ['boolean', 'string'],
        description: 'Whether to run the hook once for each replica.',
      },
    },
    additionalProperties: false,
    patternProperties: { '^x-': {} },
  };
  service.pre_start = {
    type: 'array',
    items: { $ref: 'pre_start_hook' },
    description: 'Commands to run to completion before the container starts, each in a container of its own.',
  };
  const models = objectAt(
    objectAt(branch(objectAt(service, 'models'), 'object'), 'patternProperties'),
    '^[a-zA-Z0-9._-]+$',
  );
  models.type = ['object', 'null'];
  const watch = propertiesOf(objectAt(objectAt(propertiesOf(definitions, 'development'), 'watch'), 'items'));
  watch.initial_sync = {
    type: 'boolean',
    description: 'Synchronise all files once when watching begins. Only for the sync actions.',
  };
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Error(`no '${key}' in the schema`);
  return value;
}

function propertiesOf(object: JsonObject, definition?: string): JsonObject {
  return objectAt(definition === undefined ? object : objectAt(object, definition), 'properties');
}

function branch(schema: JsonObject, type: string): JsonObject {
  const branches = schema.oneOf;
  if (!Array.isArray(branches)) throw new Error('no branches in the schema');
  for (const candidate of branches) {
    if (candidate !== null && typeof candidate === 'object' && !Array.isArray(candidate) && candidate.type === type) {
      return candidate;
    }
  }
  throw new Error(`no branch '${type}' in the schema`);
}

function withShortReferences(value: Json): Json {
  if (Array.isArray(value)) return value.map(withShortReferences);
  if (value === null || typeof value !== 'object') return value;
  const result: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    result[key] =
      key === '$ref' && typeof child === 'string' && child.startsWith(PREFIX)
        ? child.slice(PREFIX.length)
        : withShortReferences(child);
  }
  return result;
}

/** `server/src/compose/schema/compose.generated.ts`. */
export async function generateComposeSchema(root: string): Promise<Generated[]> {
  const source = JSON.parse(
    readFileSync(join(root, 'node_modules/dclint/schemas/compose.schema.json'), 'utf8'),
  ) as JsonObject;
  const schema = objectAt({ schema: withShortReferences(source) }, 'schema');
  const definitions = objectAt(schema, 'definitions');
  addNewer(definitions);
  const { type, description, properties, patternProperties, additionalProperties } = schema;
  definitions.compose = { type, description, properties, patternProperties, additionalProperties } as JsonObject;
  const lines = Object.keys(definitions)
    .sort()
    .map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(definitions[name])},`);
  const text = [
    '// biome-ignore-all format: generated',
    '// biome-ignore-all lint: generated',
    "// Written by 'npm run generate' from schemas/compose.schema.json of the npm package dclint, which is the schema of the",
    '// Compose Specification (https://github.com/compose-spec/compose-spec), licensed under the Apache License, Version 2.0',
    '// (https://www.apache.org/licenses/LICENSE-2.0). Changed: references shortened, newer attributes added.',
    "import type { Schema } from './schema.ts';",
    '',
    "/** The definitions of the schema by name; `compose` is the whole file's. */",
    'export const definitions: Readonly<Record<string, Schema>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
  return [{ path: 'server/src/compose/schema/compose.generated.ts', text }];
}
