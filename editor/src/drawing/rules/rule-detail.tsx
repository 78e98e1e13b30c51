import { Button, Card, Checkbox, Stack, Text } from '@mantine/core';
import { type Conditions, type Pack, ruleUses } from '@parcours/engine';
import { IconPlus } from '@tabler/icons-react';
import { useCountryName } from '../../procedures/country-name.ts';
import { setField } from '../commands/elements.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { FindingsHere } from '../findings/findings-here.tsx';
import { newId } from '../log/new-id.ts';
import { ElementProvider, useElement } from '../sections/element-context.tsx';
import { usePicks } from '../sections/element-picks.ts';
import { TickField, WordsField } from '../sections/fields.tsx';
import { PicksField } from '../sections/pick-field.tsx';
import { RemoveButton } from '../sections/remove-button.tsx';
import { GroundsFields } from '../sections/source-picker.tsx';
import { WhereUsed } from '../sections/where-used.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { startingAtom } from './comparisons.ts';
import { ConditionBuilder } from './condition-builder.tsx';

type Addition = 'also' | 'or_also';
type Adaptation = NonNullable<Pack['rules'][string]['adaptation']>;

/** One rule: what it states, when it is true, what a country adds, who may override it, what it rests on, where it serves. */
export function RuleDetail({ id, onRemoved }: { readonly id: string; readonly onRemoved: () => void }) {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const base = useDrawingState((state) => state.base);
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const drawing = useDrawing();
  const rule = pack.rules[id];
  if (!rule) return null;
  const set = (path: readonly [string, ...string[]], value: Conditions) =>
    drawing.perform(setField, { section: 'rules', id, path, value });
  const inherited = base !== undefined && Object.hasOwn(base.rules, id) ? leeway(base, id) : undefined;
  const isKept = inherited !== undefined && inherited.level !== 'free';
  return (
    <ElementProvider section="rules" id={id}>
      <Stack gap="lg">
        <FindingsHere place={`rules/${id}`} />
        <WordsField path={['label']} label={t('rules.says')} />
        <Stack gap="xs">
          <Text fw={600} size="lg">
            {t('rules.isTrueWhen')}
          </Text>
          {isKept ? <Text c="dimmed">{t('rules.inherited')}</Text> : null}
          <ConditionBuilder
            conditions={rule.conditions}
            onChange={(conditions) => set(['conditions'], conditions)}
            isReadOnly={isReadOnly || isKept}
            within={id}
          />
        </Stack>
        <Additions id={id} kind="also" isOffered={inherited?.offers.includes('also') ?? false} />
        <Additions id={id} kind="or_also" isOffered={inherited?.offers.includes('or_also') ?? false} />
        <OverrideFields />
        <GroundsFields />
        <WhereUsed section="rules" id={id} />
        <RemoveButton section="rules" id={id} onRemoved={onRemoved} />
      </Stack>
    </ElementProvider>
  );
}

/** How far an adaptation may change a rule: what decides about the child or protects it is only tightened, unless it says otherwise. */
function leeway(
  base: Pack,
  id: string,
): { readonly level: Adaptation; readonly offers: readonly Addition[] } {
  const use = ruleUses(base as unknown as Parameters<typeof ruleUses>[0]).get(id);
  const level = base.rules[id]?.adaptation ?? (use?.decides ? 'tighten' : 'free');
  if (level === 'locked') return { level, offers: [] };
  if (level === 'free') return { level, offers: ['also', 'or_also'] };
  return { level, offers: use?.opensProtective ? ['or_also'] : ['also'] };
}

function Additions(props: { readonly id: string; readonly kind: Addition; readonly isOffered: boolean }) {
  const { id, kind, isOffered } = props;
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const drawing = useDrawing();
  const countryName = useCountryName();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const added = pack.rules[id]?.[kind] ?? {};
  const names = Object.keys(added);
  if (names.length === 0 && !isOffered) return null;
  const country = countryName(pack.pack.jurisdiction);
  const set = (name: string, value: Conditions | undefined) =>
    drawing.perform(setField, {
      section: 'rules',
      id,
      path: [kind, name],
      ...(value === undefined ? {} : { value }),
    });
  const [fact] = Object.keys(pack.facts);
  return (
    <Stack gap="xs">
      {names.map((name) => (
        <Card key={name} withBorder p="md">
          <Stack gap="xs">
            <Text fw={600}>{t(kind === 'also' ? 'rules.also' : 'rules.orAlso', { country })}</Text>
            <ConditionBuilder
              conditions={added[name] as Conditions}
              onChange={(conditions) => set(name, conditions)}
              isReadOnly={isReadOnly}
              within={id}
            />
            {isReadOnly ? null : (
              <Button
                variant="subtle"
                color="red"
                size="sm"
                w="fit-content"
                onClick={() => set(name, undefined)}
              >
                {t('rules.removeAddition')}
              </Button>
            )}
          </Stack>
        </Card>
      ))}
      {isOffered && !isReadOnly && fact !== undefined ? (
        <Button
          variant="light"
          w="fit-content"
          className="wrap"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() =>
            set(
              newId(`${kind} ${pack.pack.jurisdiction}`, 'addition', (each) => Object.hasOwn(added, each)),
              { all: [startingAtom(pack, fact)] },
            )
          }
        >
          {t(kind === 'also' ? 'rules.addAlso' : 'rules.addOrAlso', { country })}
        </Button>
      ) : null}
    </Stack>
  );
}

function OverrideFields() {
  const { t } = useDrawingWords();
  const { value, set, isReadOnly } = useElement();
  const roles = usePicks('roles', (role: { reports?: boolean }) => role.reports !== false);
  const isOverridable = value['overridable'] !== undefined;
  const [first] = roles;
  return (
    <Stack gap="xs">
      <Checkbox
        className="tick"
        label={t('rules.override')}
        checked={isOverridable}
        disabled={isReadOnly || (!isOverridable && !first)}
        onChange={(event) =>
          set(
            ['overridable'],
            event.currentTarget.checked && first ? { by: [first.value], secondPerson: true } : undefined,
          )
        }
      />
      {isOverridable ? (
        <>
          <PicksField path={['overridable', 'by']} label={t('rules.overrideBy')} picks={roles} least={1} />
          <TickField path={['overridable', 'secondPerson']} label={t('rules.overrideSecond')} />
        </>
      ) : null}
    </Stack>
  );
}
