import { ActionIcon, Button, Checkbox, Fieldset, Group, Stack } from '@mantine/core';
import type { Pack, Text } from '@parcours/engine';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useDrawingState } from '../drawing-context.tsx';
import { newId } from '../log/new-id.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { PickOne } from './pick-field.tsx';
import { useSetField } from './step-field.ts';
import { TextField } from './text-field.tsx';
import { useChoices } from './use-choices.ts';
import { WhoField } from './who-field.tsx';

type Step = Extract<Pack['steps'][string], { kind: 'work' | 'idle' | 'wait' | 'choice' | 'end' }>;

function Remove({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <ActionIcon aria-label={label} title={label} onClick={onRemove}>
      <IconTrash size={20} aria-hidden />
    </ActionIcon>
  );
}

function Add({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) {
  return (
    <Button
      variant="light"
      size="sm"
      mih={44}
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={onAdd}
      className="wrap"
    >
      {label}
    </Button>
  );
}

type TextsProps = {
  readonly step: string;
  readonly field: 'documents' | 'competencies';
  readonly texts: readonly Text[] | undefined;
};

/** Documents or competencies: short texts, one under the other. */
export function TextsField({ step, field, texts = [] }: TextsProps) {
  const { t } = useDrawingWords();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const set = useSetField('steps', step);
  const one = field === 'documents' ? t('panel.document') : t('panel.competency');
  const all = field === 'documents' ? t('panel.documents') : t('panel.competencies');
  return (
    <Fieldset legend={all}>
      <Stack gap="xs">
        {texts.map((text, index) => (
          <Group key={index} align="flex-end" wrap="nowrap" gap={4} className="panel-row">
            <TextField
              section="steps"
              id={step}
              path={[field, String(index)]}
              text={text}
              label={`${one} ${index + 1}`}
              onText={(changed, burst) =>
                set(
                  [field],
                  texts.map((each, at) => (at === index ? changed : each)),
                  burst,
                )
              }
            />
            {isReadOnly ? null : (
              <Remove
                label={`${t('panel.remove')} : ${one} ${index + 1}`}
                onRemove={() =>
                  set(
                    [field],
                    texts.filter((_, at) => at !== index),
                  )
                }
              />
            )}
          </Group>
        ))}
        {isReadOnly ? null : (
          <Add label={`${t('panel.add')} : ${one}`} onAdd={() => set([field], [...texts, {}])} />
        )}
      </Stack>
    </Fieldset>
  );
}

/** Small duties inside a step: who, by when, done when a rule says so. */
export function TasksField({ step, tasks = {} }: { readonly step: string; readonly tasks: Step['tasks'] }) {
  const { t } = useDrawingWords();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const set = useSetField('steps', step);
  const deadlines = useChoices('deadlines');
  const rules = useChoices('rules');
  const add = () => {
    const id = newId('', 'task', (each) => Object.hasOwn(tasks, each));
    set(['tasks', id], { title: {}, basis: 'practice' });
  };
  return (
    <Stack gap="sm">
      {Object.entries(tasks).map(([id, task], index) => (
        <Fieldset key={id} legend={`${t('panel.task')} ${index + 1}`}>
          <Stack gap="xs">
            <TextField
              section="steps"
              id={step}
              path={['tasks', id, 'title']}
              text={task.title}
              label={t('panel.task')}
            />
            <WhoField
              label={t('panel.taskWho')}
              who={task.who}
              onWho={(path, roles) => set(['tasks', id, 'who', ...path], roles)}
            />
            <PickOne
              label={t('panel.taskDeadline')}
              choices={deadlines}
              picked={task.deadline}
              onPick={(picked) => set(['tasks', id, 'deadline'], picked)}
            />
            <PickOne
              label={t('panel.taskMet')}
              choices={rules}
              picked={task.met}
              onPick={(picked) => set(['tasks', id, 'met'], picked)}
            />
            <Group justify="space-between">
              <Checkbox
                label={t('panel.taskRequired')}
                checked={task.required ?? false}
                disabled={isReadOnly}
                onChange={({ currentTarget }) =>
                  set(['tasks', id, 'required'], currentTarget.checked ? true : undefined)
                }
              />
              {isReadOnly ? null : (
                <Remove
                  label={`${t('panel.remove')} : ${t('panel.task')} ${index + 1}`}
                  onRemove={() => set(['tasks', id], undefined)}
                />
              )}
            </Group>
          </Stack>
        </Fieldset>
      ))}
      {isReadOnly ? null : <Add label={`${t('panel.add')} : ${t('panel.task')}`} onAdd={add} />}
    </Stack>
  );
}
