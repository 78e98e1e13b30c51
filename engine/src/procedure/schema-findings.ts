import type * as z from 'zod';
import type { Finding } from '../vocabulary/finding.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What a schema refuses, as findings in plain words, each at `prefix/key/...`. */
export function schemaFindings(prefix: string, issues: readonly Issue[]): Finding[] {
  return issues.flatMap((issue) => toFindings(prefix, [], issue));
}

/** `file/key/...`, as findings name places. */
export function placeOf(prefix: string, path: Path): string {
  return [prefix, ...path.map(String)].join('/');
}

function toFindings(prefix: string, above: Path, issue: Issue): Finding[] {
  const path = [...above, ...issue.path];
  const place = placeOf(prefix, path);
  const found = (code: string, message: string, parameters: Finding['parameters'] = {}): Finding[] => [
    { code, severity: 'error', path: place, parameters, message },
  ];
  const name = String(path[path.length - 1] ?? prefix);

  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'schema.unknown_field',
        severity: 'error',
        path: placeOf(place, [key]),
        parameters: { field: key },
        message: `"${key}" is not a field of ${name}; remove it or correct its name.`,
      }));
    case 'invalid_key':
      return found('schema.key', `"${name}" cannot be a key here; use ${wanted(issue.issues[0])}.`, {
        key: name,
      });
    case 'invalid_union':
      return fromUnion(prefix, path, issue, found);
    case 'invalid_type':
      if (issue.message.includes('received undefined')) {
        return found('schema.missing', `"${name}" is missing; add it (${kindName(issue.expected)}).`, {
          field: name,
        });
      }
      return found('schema.type', `"${name}" must be ${kindName(issue.expected)}.`, {
        expected: issue.expected,
      });
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(', ');
      return found('schema.value', `"${name}" must be one of: ${allowed}.`, { allowed });
    }
    case 'too_small':
    case 'too_big': {
      const bound = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
      const side = issue.code === 'too_small' ? 'least' : 'most';
      const unit = issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : '';
      return found('schema.bounds', `"${name}" must be at ${side} ${bound}${unit}.`, { side, bound });
    }
    case 'invalid_format':
    case 'custom':
      return found('schema.format', `"${name}" must be ${wanted(issue)}.`, { wanted: wanted(issue) });
    default:
      return found('schema.value', `"${name}" is not valid: ${issue.message}.`);
  }
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

/** Of the shapes a place may have, the one that was most likely meant tells what is wrong. */
function fromUnion(
  prefix: string,
  path: Path,
  issue: UnionIssue,
  found: (code: string, message: string, parameters?: Finding['parameters']) => Finding[],
): Finding[] {
  if (issue.discriminator !== undefined) {
    const allowed = ('options' in issue ? (issue.options ?? []) : []).map(String).join(', ');
    return found('schema.value', `"${issue.discriminator}" must be one of: ${allowed}.`, { allowed });
  }
  const options = [...issue.errors].sort((a, b) => distance(a) - distance(b));
  const nearest = options[0];
  if (!nearest || nearest.length === 0)
    return found('schema.shape', 'This has none of the shapes that may stand here.');
  if (distance(nearest) >= WRONG_KIND) {
    const kinds = [...new Set(issue.errors.map((each) => each[0]).map(kindWanted))].join(', or ');
    return found('schema.shape', `"${String(path[path.length - 1] ?? prefix)}" must be ${kinds}.`, {
      expected: kinds,
    });
  }
  return nearest.flatMap((each) => toFindings(prefix, path, each));
}

const WRONG_KIND = 1_000;

function distance(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.path.length > 0)
      return sum + (issue.code === 'invalid_type' && issue.path.length === 1 ? 10 : 1);
    if (issue.code === 'unrecognized_keys') return sum + 20 * issue.keys.length;
    if (issue.code === 'invalid_type' || issue.code === 'invalid_value') return sum + WRONG_KIND;
    if (issue.code === 'invalid_union') return sum + Math.min(...issue.errors.map(distance), WRONG_KIND);
    return sum + 5;
  }, 0);
}

function kindWanted(issue: Issue | undefined): string {
  if (issue === undefined) return 'something else';
  if (issue.code === 'invalid_type') return kindName(issue.expected);
  if (issue.code === 'invalid_value') return `one of: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_union')
    return [...new Set(issue.errors.map((each) => kindWanted(each[0])))].join(', or ');
  return wanted(issue);
}

/** Our own patterns carry their cure as message; what the library words itself is said shortly. */
function wanted(issue: Issue | undefined): string {
  if (issue === undefined) return 'another value';
  if (issue.code === 'invalid_format' && issue.message.startsWith('Invalid')) {
    if (issue.format === 'date') return 'a date such as 2026-03-02';
    if (issue.format === 'datetime') return 'an instant such as 2026-03-02T08:00:00Z';
    return `text of the form ${issue.pattern ?? issue.format}`;
  }
  return issue.message;
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

function kindName(expected: string): string {
  return KIND_NAMES[expected] ?? expected;
}
