import type { Finding, Severity } from '../vocabulary/finding.ts';
import type { Outline } from './outline.ts';
import type { Use } from './use.ts';

/** What the checks read: the machine laid out, and every name that is used, gathered once. */
export type Material = Outline & { readonly uses: readonly Use[] };

/** One structural check: answers everything it finds. Never throws on a pack that its schema accepts. */
export type Check = (material: Material) => Iterable<Finding>;

type Parameters = Readonly<Record<string, string | number>>;

/** A finding of the given severity. The message says the cure. */
export function finding(
  severity: Severity,
  code: string,
  path: string,
  message: string,
  parameters: Parameters = {},
): Finding {
  return { code, severity, path, parameters, message };
}

export function error(code: string, path: string, message: string, parameters: Parameters = {}): Finding {
  return finding('error', code, path, message, parameters);
}

export function warning(code: string, path: string, message: string, parameters: Parameters = {}): Finding {
  return finding('warning', code, path, message, parameters);
}

export function info(code: string, path: string, message: string, parameters: Parameters = {}): Finding {
  return finding('info', code, path, message, parameters);
}

/** The element of that id, or undefined; never what a prototype holds. */
export function own<T>(map: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return map !== undefined && Object.hasOwn(map, id) ? map[id] : undefined;
}
