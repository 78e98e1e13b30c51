import type { Pack } from '../../procedure/pack.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import { type Check, error, own } from '../check.ts';
import type { Node, Outline } from '../outline.ts';
import type { NameKind, Use } from '../use.ts';

/** Every name that is used must be defined, as what it is used for. What rules and derivations read is told by `checkRules`. */
export const names: Check = function* (outline) {
  const tags = new Set(outline.nodes.flatMap((node) => node.tags));
  for (const use of outline.uses) {
    if (READ_BY_RULES.test(use.path)) continue;
    const wrong = wrongUse(outline, tags, use);
    if (wrong) yield wrong;
  }
};

const READ_BY_RULES = /^(rules\/[^/]+\/(conditions|also|or_also)|facts\/[^/]+\/derive)\//;

function unknown(use: Use, kind: string): Finding {
  const message = `There is no ${kind} "${use.name}"; define it or correct the name.`;
  return error('name.unknown', use.path, message, { kind, name: use.name });
}

const SECTION_OF = {
  rule: 'rules',
  event: 'events',
  fact: 'facts',
  parameter: 'parameters',
  role: 'roles',
  form: 'forms',
  deadline: 'deadlines',
  source: 'sources',
} as const satisfies Partial<Record<NameKind, keyof Pack>>;

function wrongUse(outline: Outline, tags: ReadonlySet<string>, use: Use): Finding | undefined {
  const { pack, byId } = outline;
  const { kind, name } = use;
  switch (kind) {
    case 'value':
      return own(pack.facts, name) || own(pack.parameters, name)
        ? undefined
        : unknown(use, 'fact or parameter');
    case 'signal':
      if (!own(pack.events, name)) return unknown(use, 'event');
      if (outline.isSignal(name)) return undefined;
      return error('name.kind', use.path, `"${name}" is not a signal; give the event a rule in "when".`, {
        kind: 'signal',
        name,
      });
    case 'contact':
      return own(pack.pack.contacts, name) ? undefined : unknown(use, 'contact');
    case 'field':
      return own(own(pack.facts, use.of ?? '')?.fields, name)
        ? undefined
        : unknown(use, `field of ${use.of}`);
    case 'track':
      return byId.get(name)?.kind === 'track' ? undefined : unknown(use, 'track');
    case 'state':
      return byId.has(name) ? undefined : unknown(use, 'step or stage');
    case 'step':
      return isLeaf(byId.get(name)) ? undefined : unknown(use, 'step');
    case 'reference':
      return wrongReference(outline, tags, use);
    default:
      return own<unknown>(pack[SECTION_OF[kind]], name) ? undefined : unknown(use, kind);
  }
}

/** `step:` is a leaf, `stage:` a state with others inside, `leave:` either, `tag:` one that some state carries. */
function wrongReference({ pack, byId }: Outline, tags: ReadonlySet<string>, use: Use): Finding | undefined {
  const [kind = '', name = ''] = use.name.split(':');
  const node = byId.get(name);
  const exists: Readonly<Record<string, boolean>> = {
    step: isLeaf(node),
    stage: node !== undefined && !isLeaf(node),
    leave: node !== undefined,
    tag: tags.has(name),
    event: Object.hasOwn(pack.events, name),
    rule: Object.hasOwn(pack.rules, name),
    deadline: Object.hasOwn(pack.deadlines, name),
  };
  return exists[kind] ? undefined : unknown({ ...use, name }, kind);
}

function isLeaf(node: Node | undefined): boolean {
  return node?.kind === 'leaf' || node?.kind === 'final';
}
