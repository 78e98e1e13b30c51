import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CaseFile, LIMITS } from '@parcours/engine';
import { z } from 'zod';
import { UsageError } from './command.ts';

/** What a case file must show before the engine looks at it; the rest it carries along. */
const caseShape = z.looseObject({
  id: z.string(),
  pack: z.object({ id: z.string(), version: z.string(), hash: z.string() }),
  position: z.object({
    value: z.record(z.string(), z.unknown()),
    history: z.record(z.string(), z.array(z.string())),
  }),
  facts: z.record(z.string(), z.looseObject({ value: z.unknown(), at: z.string(), by: z.string() })),
  open: z.record(z.string(), z.string()),
  done: z.record(z.string(), z.string()),
  reported: z.record(z.string(), z.looseObject({ at: z.string(), by: z.string() })),
  signals: z.record(z.string(), z.string()),
  deadlines: z.record(z.string(), z.looseObject({ id: z.string(), deadline: z.string(), state: z.string() })),
  stood: z.record(z.string(), z.looseObject({ event: z.string() })),
  reconsider: z.array(z.looseObject({ seq: z.number() })),
  opened: z.string(),
  seq: z.number(),
  head: z.string(),
});

/** Case files, one by one: a file, or every `.json` of a folder. Throws `UsageError` for what is none. */
export function* readCases(path: string): Generator<CaseFile, void, undefined> {
  if (!existsSync(path)) throw new UsageError(`There is no case file ${path}.`);
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  for (const file of files) yield readCase(file);
}

function readCase(file: string): CaseFile {
  const name = basename(file);
  if (statSync(file).size > LIMITS.fileBytes) throw new UsageError(`${name} is larger than 1 MB.`);
  const parsed = caseShape.safeParse(readJson(file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UsageError(`${name} is no case file (${issue?.path.join('/')}: ${issue?.message}).`);
  }
  /** Its shape is that of a case file; what it holds is compared with the pack by the engine. */
  return parsed.data as unknown as CaseFile;
}

/** A JSON file. Throws `UsageError` for what is none. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`${basename(file)} cannot be read as JSON.`);
  }
}
