import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { ActionIcon, Card, Fieldset, Group, Select, Stack, Text } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPlus, IconX } from '@tabler/icons-react';
import { useLabels } from '../../pack/pack-context.tsx';
import { useDrawnPack } from '../drawing-context.tsx';
import { newId } from '../log/new-id.ts';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type FieldPath, useElement, useFieldValue } from './element-context.tsx';
import { usePicks } from './element-picks.ts';
import { TickField, WordsField } from './fields.tsx';
import { FormPreview } from './form-preview.tsx';
import type { DetailProps } from './listed-elements.tsx';
import { NewElement } from './new-element.tsx';
import { PickField } from './pick-field.tsx';

type Form = Pack['forms'][string];
type Section = Form['sections'][string];
type FormField = Section['fields'][number];

/** A form built of parts and questions, with the very form beside as it will open. */
export function FormDetail({ id }: DetailProps) {
  const { t, language } = useDrawingWords();
  const pack = useDrawnPack();
  const { set } = useElement();
  const sections = (useFieldValue(['sections']) ?? {}) as Form['sections'];
  const facts = usePicks('facts', (fact: Pack['facts'][string]) => fact.derive === undefined);
  const [first] = facts;
  const asked = new Set(Object.values(sections).flatMap(({ fields }) => fields.map(({ fact }) => fact)));
  const ordered = Object.keys(sections).sort(
    (a, b) => (sections[a]?.order ?? 0) - (sections[b]?.order ?? 0) || (a < b ? -1 : 1),
  );
  const add = (words: string) => {
    const fact = facts.find(({ value }) => !asked.has(value)) ?? first;
    if (!fact) return;
    const made = newId(words, 'section', (each) => Object.hasOwn(sections, each));
    set(['sections', made], {
      label: { [textLanguage(pack, language)]: words },
      order: ordered.length + 1,
      fields: [{ fact: fact.value }],
    });
  };
  return (
    <>
      <WordsField path={['label']} label={t('sections.fields.label')} />
      <WordsField path={['help']} label={t('sections.fields.help')} long />
      <div className="form-columns">
        <Stack gap="md">
          <Text fw={600} size="lg">
            {t('sections.forms.sections')}
          </Text>
          {ordered.map((section, index) => (
            <SectionCard
              key={section}
              id={section}
              section={sections[section] as Section}
              facts={facts.filter(({ value }) => !asked.has(value))}
              onMove={(by) => {
                const next = [...ordered];
                const [moved] = next.splice(index, 1);
                if (moved !== undefined) next.splice(index + by, 0, moved);
                set(
                  ['sections'],
                  Object.fromEntries(
                    next.map((each, at) => [each, { ...(sections[each] as Section), order: at + 1 }]),
                  ),
                );
              }}
              isFirst={index === 0}
              isLast={index === ordered.length - 1}
            />
          ))}
          {first ? (
            <NewElement label={t('sections.forms.addSection')} onAdd={add} />
          ) : (
            <Text c="dimmed">{t('sections.forms.noFact')}</Text>
          )}
        </Stack>
        <FormPreview id={id} />
      </div>
    </>
  );
}

const inOrder = (a: FormField, b: FormField): number =>
  (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER);

type CardProps = {
  readonly id: string;
  readonly section: Section;
  /** What no part asks yet. */
  readonly facts: ReturnType<typeof usePicks>;
  readonly onMove: (by: -1 | 1) => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

function SectionCard({ id, section, facts, onMove, isFirst, isLast }: CardProps) {
  const { t, say } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const rules = usePicks('rules');
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const path = ['sections', id] as const;
  const fields = [...section.fields].sort(inOrder);
  const setFields = (fields: readonly FormField[]) => set([...path, 'fields'], fields);
  const move = (from: number, to: number) => {
    const next = [...fields];
    const [moved] = next.splice(from, 1);
    if (!moved) return;
    next.splice(to, 0, moved);
    // A form that gives ranks keeps giving them, so that what is moved stays where it was put.
    setFields(
      next.some(({ order }) => order !== undefined)
        ? next.map((field, at) => ({ ...field, order: at + 1 }))
        : next,
    );
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const from = fields.findIndex(({ fact }) => fact === active.id);
    const to = fields.findIndex(({ fact }) => fact === over?.id);
    if (from >= 0 && to >= 0 && from !== to) move(from, to);
  };
  const name = say(section.label, id);
  return (
    <Card withBorder p="md" data-form-section={id}>
      <Stack gap="sm">
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <div style={{ flex: 1, minWidth: 0 }}>
            <WordsField path={[...path, 'label']} label={t('sections.forms.sectionName')} />
          </div>
          {isReadOnly ? null : (
            <>
              <ActionIcon
                size={44}
                disabled={isFirst}
                aria-label={t('sections.up', { name })}
                onClick={() => onMove(-1)}
              >
                <IconArrowUp size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size={44}
                disabled={isLast}
                aria-label={t('sections.down', { name })}
                onClick={() => onMove(1)}
              >
                <IconArrowDown size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size={44}
                color="red"
                aria-label={t('sections.removeNamed', { name })}
                onClick={() => set(path, undefined)}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </>
          )}
        </Group>
        <PickField
          path={[...path, 'when']}
          label={t('sections.forms.when')}
          picks={rules}
          none={t('sections.forms.always')}
        />
        <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
          <SortableContext
            items={fields.map(({ fact }) => fact)}
            strategy={verticalListSortingStrategy}
            disabled={isReadOnly}
          >
            {fields.map((field, index) => (
              <FieldLine
                key={field.fact}
                field={field}
                path={[...path, 'fields', String(section.fields.indexOf(field))]}
                onMove={(by) => move(index, index + by)}
                isFirst={index === 0}
                isLast={index === fields.length - 1}
                {...(fields.length > 1
                  ? { onRemove: () => setFields(section.fields.filter((each) => each !== field)) }
                  : {})}
              />
            ))}
          </SortableContext>
        </DndContext>
        {isReadOnly ? null : (
          <Select
            aria-label={`${t('sections.forms.addField')} : ${name}`}
            placeholder={t('sections.forms.addField')}
            leftSection={<IconPlus size={18} aria-hidden />}
            data={facts}
            value={null}
            searchable
            limit={60}
            nothingFoundMessage={t('sections.none')}
            onChange={(fact) => fact !== null && setFields([...section.fields, { fact }])}
          />
        )}
      </Stack>
    </Card>
  );
}

type LineProps = {
  readonly field: FormField;
  readonly path: FieldPath;
  readonly onMove: (by: -1 | 1) => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onRemove?: () => void;
};

function FieldLine({ field, path, onMove, isFirst, isLast, onRemove }: LineProps) {
  const { t } = useDrawingWords();
  const labels = useLabels();
  const { isReadOnly } = useElement();
  const rules = usePicks('rules');
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({
    id: field.fact,
  });
  const name = labels.fact(field.fact);
  return (
    <Fieldset
      ref={setNodeRef}
      legend={name}
      style={{
        transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined,
        transition,
        ...(isDragging ? { zIndex: 2, position: 'relative' } : {}),
      }}
    >
      <Group gap="xs" align="flex-end" wrap="wrap">
        {isReadOnly ? null : (
          <>
            <ActionIcon
              size={44}
              className="drag-handle"
              {...attributes}
              {...listeners}
              aria-label={t('sections.forms.move', { name })}
            >
              <IconGripVertical size={20} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={44}
              disabled={isFirst}
              aria-label={t('sections.up', { name })}
              onClick={() => onMove(-1)}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={44}
              disabled={isLast}
              aria-label={t('sections.down', { name })}
              onClick={() => onMove(1)}
            >
              <IconArrowDown size={18} aria-hidden />
            </ActionIcon>
          </>
        )}
        <TickField path={[...path, 'required']} label={t('sections.forms.required')} />
        <div style={{ flex: '1 1 200px' }}>
          <PickField
            path={[...path, 'when']}
            label={t('sections.forms.when')}
            picks={rules}
            none={t('sections.forms.always')}
          />
        </div>
        {isReadOnly || !onRemove ? null : (
          <ActionIcon
            size={44}
            color="red"
            aria-label={t('sections.removeNamed', { name })}
            onClick={onRemove}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </Fieldset>
  );
}
