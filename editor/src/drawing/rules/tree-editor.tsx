import { Button, Group, Menu, NativeSelect, Stack, Text, UnstyledButton } from '@mantine/core';
import { LIMITS } from '@parcours/engine';
import {
  IconArrowDown,
  IconArrowUp,
  IconBracketsContain,
  IconDotsVertical,
  IconPlus,
  IconReplace,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { depthOf, GROUP_MODES, type GroupMode, type SentenceTree } from './sentence-tree.ts';

type Parts<Leaf> = Extract<SentenceTree<Leaf>, { kind: 'group' }>;

type Props<Leaf> = {
  readonly tree: SentenceTree<Leaf>;
  readonly onChange: (tree: SentenceTree<Leaf>) => void;
  /** Shows one sentence and changes it. */
  readonly leaf: (leaf: Leaf, onChange: (leaf: Leaf) => void, place: string) => ReactNode;
  readonly newLeaf: () => Leaf | undefined;
  readonly isReadOnly?: boolean;
  /** Where it stands among the parts around it: "2.1"; empty for the outermost. */
  readonly place?: string;
  /** Groups around it, itself counted. */
  readonly level?: number;
};

const OPPOSITE: Readonly<Record<GroupMode, GroupMode>> = {
  all: 'not_all',
  not_all: 'all',
  any: 'none',
  none: 'any',
};

/** A condition as sentences in groups, each changed, moved, enclosed and removed by mouse or keys. */
export function TreeEditor<Leaf>(props: Props<Leaf>) {
  const { tree, onChange, leaf, newLeaf, isReadOnly = false, place = '', level = 1 } = props;
  const { t } = useDrawingWords();
  if (tree.kind === 'leaf') return null;
  const change = (of: Parts<Leaf>['of']) => onChange({ ...tree, of });
  const setAt = (index: number, next: SentenceTree<Leaf>) =>
    change(tree.of.map((each, at) => (at === index ? next : each)));
  const add = (made: (leaf: Leaf) => SentenceTree<Leaf>) => {
    const said = newLeaf();
    if (said !== undefined) change([...tree.of, made(said)]);
  };
  const asLeaf = (said: Leaf): SentenceTree<Leaf> => ({ kind: 'leaf', negated: false, leaf: said });
  const hasRoom = level + Math.max(0, ...tree.of.map(depthOf)) < LIMITS.ruleDepth - 1;
  return (
    <fieldset
      className="sentence-group"
      aria-label={place === '' ? t('rules.mode') : t('rules.group', { place })}
    >
      <Stack gap="sm">
        {tree.of.length > 1 || tree.mode !== 'all' ? (
          <NativeSelect
            aria-label={place === '' ? t('rules.mode') : `${t('rules.mode')} ${place}`}
            value={tree.mode}
            disabled={isReadOnly}
            maw={340}
            data={GROUP_MODES.map((mode) => ({ value: mode, label: t(`rules.modes.${mode}`) }))}
            onChange={(event) => onChange({ ...tree, mode: event.currentTarget.value as GroupMode })}
          />
        ) : null}
        <ol className="sentence-parts">
          {tree.of.map((part, index) => {
            const here = place === '' ? `${index + 1}` : `${place}.${index + 1}`;
            return (
              // Parts have no names of their own: their place is what tells them apart.
              <li key={index}>
                {index > 0 ? <p className="sentence-between">{t(`rules.between.${tree.mode}`)}</p> : null}
                <Group gap="xs" wrap="nowrap" align="flex-start">
                  <div style={{ flex: 1, minWidth: 0 }}>
                    {part.kind === 'group' ? (
                      <TreeEditor
                        {...props}
                        tree={part}
                        place={here}
                        level={level + 1}
                        onChange={(next) => setAt(index, next)}
                      />
                    ) : (
                      <Stack gap={4}>
                        {part.negated ? <Text fw={600}>{t('rules.not')}</Text> : null}
                        {leaf(part.leaf, (next) => setAt(index, { ...part, leaf: next }), here)}
                      </Stack>
                    )}
                  </div>
                  {isReadOnly ? null : (
                    <PartMenu
                      place={here}
                      isFirst={index === 0}
                      isLast={index === tree.of.length - 1}
                      mayGo={tree.of.length > 1 || place !== ''}
                      mayEnclose={hasRoom}
                      onMove={(by) => change(moved(tree.of, index, by))}
                      onNegate={() =>
                        setAt(
                          index,
                          part.kind === 'leaf'
                            ? { ...part, negated: !part.negated }
                            : { ...part, mode: OPPOSITE[part.mode] },
                        )
                      }
                      onEnclose={() => setAt(index, { kind: 'group', mode: 'any', of: [part] })}
                      onRemove={() => change(tree.of.filter((_, at) => at !== index))}
                    />
                  )}
                </Group>
              </li>
            );
          })}
        </ol>
        {isReadOnly ? null : (
          <Group gap="xs">
            <Button
              variant="light"
              size="sm"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => add(asLeaf)}
            >
              {t('rules.addCondition')}
            </Button>
            {hasRoom ? (
              <Button
                variant="subtle"
                size="sm"
                leftSection={<IconBracketsContain size={16} aria-hidden />}
                onClick={() => add((said) => ({ kind: 'group', mode: 'any', of: [asLeaf(said)] }))}
              >
                {t('rules.addGroup')}
              </Button>
            ) : (
              <Text size="sm" c="dimmed">
                {t('rules.deep')}
              </Text>
            )}
          </Group>
        )}
      </Stack>
    </fieldset>
  );
}

/** A group left without parts goes; the outermost keeps one. */
export function withoutEmpty<Leaf>(tree: SentenceTree<Leaf>): SentenceTree<Leaf> | undefined {
  if (tree.kind === 'leaf') return tree;
  const of = tree.of.flatMap((part) => withoutEmpty(part) ?? []);
  return of.length === 0 ? undefined : { ...tree, of };
}

function moved<Part>(parts: readonly Part[], index: number, by: -1 | 1): readonly Part[] {
  const next = [...parts];
  const [part] = next.splice(index, 1);
  if (part !== undefined) next.splice(index + by, 0, part);
  return next;
}

type MenuProps = {
  readonly place: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly mayGo: boolean;
  readonly mayEnclose: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onNegate: () => void;
  readonly onEnclose: () => void;
  readonly onRemove: () => void;
};

function PartMenu(props: MenuProps) {
  const { place, isFirst, isLast, mayGo, mayEnclose, onMove, onNegate, onEnclose, onRemove } = props;
  const { t } = useDrawingWords();
  // The focus would be lost on an act that cannot be done.
  const first = !isFirst ? 'up' : !isLast ? 'down' : 'negate';
  const takesFocus = (act: typeof first) => (act === first ? { 'data-autofocus': true } : {});
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton className="part-menu" aria-label={t('rules.acts', { place })}>
          <IconDotsVertical size={20} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          {...takesFocus('up')}
          disabled={isFirst}
          leftSection={<IconArrowUp size={16} aria-hidden />}
          onClick={() => onMove(-1)}
        >
          {t('rules.up')}
        </Menu.Item>
        <Menu.Item
          {...takesFocus('down')}
          disabled={isLast}
          leftSection={<IconArrowDown size={16} aria-hidden />}
          onClick={() => onMove(1)}
        >
          {t('rules.down')}
        </Menu.Item>
        <Menu.Item
          {...takesFocus('negate')}
          leftSection={<IconReplace size={16} aria-hidden />}
          onClick={onNegate}
        >
          {t('rules.negate')}
        </Menu.Item>
        <Menu.Item
          disabled={!mayEnclose}
          leftSection={<IconBracketsContain size={16} aria-hidden />}
          onClick={onEnclose}
        >
          {t('rules.enclose')}
        </Menu.Item>
        <Menu.Item
          color="var(--mantine-color-error)"
          disabled={!mayGo}
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={onRemove}
        >
          {t('rules.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
