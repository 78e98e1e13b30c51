import type { Atom, Conditions, FactValue, Pack } from '@parcours/engine';
import { useMemo } from 'react';
import { useValueWords } from '../../forms/value-words.ts';
import { useMoments } from '../../words/use-moments.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { comparedBy, comparisonOf } from './comparisons.ts';
import { readRule, readWay, type SentenceTree, type WayCondition } from './sentence-tree.ts';

/** Conditions in words: of an atom, of a whole rule, of a way. `rows` is the records fact whose fields are read first. */
export function useSentences() {
  const pack = useDrawnPack();
  const { t, say: spoken, dir } = useDrawingWords();
  const words = useValueWords();
  const { duration } = useMoments();
  return useMemo(() => {
    // A French name in an Arabic sentence keeps its own direction, marks and brackets around it theirs.
    const say: typeof spoken = (text, fallback) =>
      dir === 'rtl' ? `\u2068${spoken(text, fallback)}\u2069` : spoken(text, fallback);
    const nameOf = (id: string, rows?: string) => say(comparedBy(pack, id, rows)?.label, id);
    const value = (atom: Atom, rows?: string): string => {
      if (typeof atom.value === 'object' && 'fact' in atom.value)
        return t('sections.quoted', { name: nameOf(atom.value.fact, rows) });
      if (atom.operator === 'withinLast') return duration(String(atom.value));
      const compared = comparedBy(pack, atom.fact, rows);
      const one = (literal: boolean | number | string) => words(compared, literal as FactValue);
      return Array.isArray(atom.value) ? atom.value.map(one).join(', ') : one(atom.value as string);
    };
    const atom = (said: Atom, rows?: string): string => {
      const comparison = comparisonOf(said);
      const start = `${nameOf(said.fact, rows)} ${t(`rules.compare.${comparison}`)}`;
      const isWhole = comparison === 'yes' || comparison === 'no' || said.operator === 'known';
      return isWhole ? start : `${start} ${value(said, rows)}`;
    };
    const tree = <Leaf>(read: SentenceTree<Leaf>, leaf: (of: Leaf) => string, isInner: boolean): string => {
      if (read.kind === 'leaf')
        return read.negated ? t('rules.notSaid', { of: leaf(read.leaf) }) : leaf(read.leaf);
      const joined = read.of
        .map((part) => tree(part, leaf, read.of.length > 1 || isInner))
        .join(` ${t(`rules.between.${read.mode}`)} `);
      const said = t(`rules.said.${read.mode}`, { of: joined });
      return isInner && read.of.length > 1 ? `(${said})` : said;
    };
    return {
      atom,
      rule: (conditions: Conditions, rows?: string): string =>
        tree(
          readRule(conditions),
          (leaf) =>
            'atom' in leaf
              ? atom(leaf.atom, rows)
              : t('sections.quoted', { name: say(pack.rules[leaf.condition]?.label, leaf.condition) }),
          false,
        ),
      way: (guard: WayCondition | undefined): string => {
        const read = readWay(guard);
        if (!read) return t('rules.tables.else');
        return tree(
          read,
          (leaf) =>
            'rule' in leaf
              ? say(pack.rules[leaf.rule]?.label, leaf.rule)
              : t('rules.tables.isAt', { step: say(pack.steps[leaf.state]?.title, leaf.state) }),
          false,
        );
      },
    };
  }, [pack, t, spoken, dir, words, duration]);
}

/** The label of a rule, a fact, a step, or whatever a place of the pack names. */
export function placeOf(pack: Pack, path: string): { readonly section: string; readonly id: string } {
  const [section = '', id = ''] = path.split('/');
  return section === 'machine' ? { section: 'steps', id: stateIn(pack, path) } : { section, id };
}

/** The innermost state of a path of the machine: `machine/states/main/states/meet/on/x/0/guard`. */
function stateIn(pack: Pack, path: string): string {
  const keys = path.split('/');
  const states = keys.flatMap((key, index) => (keys[index - 1] === 'states' ? [key] : []));
  return states.findLast((id) => Object.hasOwn(pack.steps, id)) ?? states.at(-1) ?? '';
}
