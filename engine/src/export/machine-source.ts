import { guardSource } from './guard-source.ts';

type Config = { readonly [key: string]: unknown };

/** The states of the compiled machine as a JavaScript object; `indent` is the depth at which it stands. */
export function statesSource(states: unknown, indent: number): string {
  return source(states, indent);
}

function source(value: unknown, indent: number): string {
  const pad = '  '.repeat(indent + 1);
  const end = '  '.repeat(indent);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => `${pad}${source(item, indent + 1)},\n`).join('')}${end}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const lines = Object.entries(value as Config).flatMap(([key, item]) => {
    const text = key === 'guard' ? guardSource(item) : source(item, indent + 1);
    return text === undefined || isEmpty(key, item) ? [] : [`${pad}${JSON.stringify(key)}: ${text},\n`];
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${end}}`;
}

/** Handlers that name nothing are left out, so that the module can be read. */
function isEmpty(key: string, item: unknown): boolean {
  return ['on', 'after', 'always'].includes(key) && Object.keys(item as object).length === 0;
}
