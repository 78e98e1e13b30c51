import { type Check, info, warning } from '../check.ts';
import type { NameKind } from '../use.ts';

const SECTIONS = {
  facts: ['fact', 'value'],
  parameters: ['parameter', 'value'],
  rules: ['rule', 'reference'],
  forms: ['form'],
  deadlines: ['deadline', 'reference'],
  roles: ['role'],
  sources: ['source'],
} as const satisfies Readonly<Record<string, readonly NameKind[]>>;

/** What nothing uses, and what rules read although no form asks it. */
export const unused: Check = function* (outline) {
  const { pack } = outline;
  const used = new Set<string>();
  const read = new Map<string, string>();
  const asked = new Set<string>();
  for (const { kind, name, path } of outline.uses) {
    used.add(`${kind} ${kind === 'reference' ? name.slice(name.indexOf(':') + 1) : name}`);
    if (path.startsWith('forms/') && kind === 'fact') asked.add(name);
    if (kind === 'value' && !read.has(name)) read.set(name, path);
  }
  for (const [section, kinds] of Object.entries(SECTIONS)) {
    for (const id of Object.keys(pack[section as keyof typeof SECTIONS])) {
      if (kinds.some((kind) => used.has(`${kind} ${id}`))) continue;
      yield info('unused', `${section}/${id}`, `Nothing uses "${id}"; use it or take it away.`, { name: id });
    }
  }
  for (const [id, fact] of Object.entries(pack.facts)) {
    const place = read.get(id);
    if (place === undefined || asked.has(id) || fact.derive || fact.initial !== undefined) continue;
    yield warning('fact.never_asked', place, `A rule reads "${id}" and no form asks it; add it to a form.`, {
      fact: id,
    });
  }
};
