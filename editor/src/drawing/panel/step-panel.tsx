import './panel.css';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { IconTrash, IconX } from '@tabler/icons-react';
import { memo, type ReactNode, useId, useState } from 'react';
import { stageDefinition, stepDefinition } from '../../pack/step-of-pack.ts';
import { useTerms } from '../../pack/use-terms.ts';
import { AdaptedNote } from '../adapt/adapted-note.tsx';
import { removeStep } from '../commands/remove-step.ts';
import { useDrawing, useDrawingState } from '../drawing-context.tsx';
import { FindingsHere } from '../findings/findings-here.tsx';
import { useFindingsAt } from '../findings/use-findings.ts';
import { HelpPoint } from '../help/help-point.tsx';
import { WithHelp } from '../help/with-help.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { DeadlinesField } from './deadlines-field.tsx';
import { GoesToDialog } from './goes-to-dialog.tsx';
import { InTurn } from './in-turn.tsx';
import { KindField } from './kind-field.tsx';
import { TasksField, TextsField } from './list-fields.tsx';
import { PickMany, PickOne } from './pick-field.tsx';
import { useSetField } from './step-field.ts';
import { TextField } from './text-field.tsx';
import { useChoices } from './use-choices.ts';
import { WaysField } from './ways-field.tsx';
import { WhoField } from './who-field.tsx';

type Step = NonNullable<ReturnType<typeof stepDefinition>>;
type Stage = NonNullable<ReturnType<typeof stageDefinition>>;

/** The id that a place names, when it lies in a step, a stage or a track. */
export function stepOfPlace(place: string | undefined): string | undefined {
  return place?.startsWith('steps/') ? place.split('/')[1] : undefined;
}

/** Everything about the step that is looked at, beside the map, the matrix and the lanes: all of it can be changed here. */
export function StepPanel({ onClose }: { readonly onClose?: () => void }) {
  const { t, say } = useDrawingWords();
  const id = useDrawingState(({ selected }) => stepOfPlace(selected));
  const step = useDrawingState(({ log }) => (id === undefined ? undefined : stepDefinition(log.pack, id)));
  const stage = useDrawingState(({ log }) => stageDefinition(log.pack, id));
  const entry = step ?? stage;
  const terms = useTerms();
  const own = terms(stage ? stage.kind : 'step');
  return (
    <section
      className="step-panel"
      aria-label={entry ? `${t('panel.title')} : ${say(entry.title, id)}` : t('panel.title')}
      onKeyDown={(pressed) => {
        if (pressed.key !== 'Escape' || pressed.defaultPrevented) return;
        pressed.stopPropagation();
        onClose?.();
      }}
    >
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Group gap={2} wrap="nowrap">
          <Title order={2} size="h4">
            {own ?? (stage ? t('panel.stage') : t('panel.title'))}
          </Title>
          <HelpPoint about={stage ? stage.kind : 'step'} />
        </Group>
        {onClose ? (
          <Button
            variant="subtle"
            size="sm"
            mih={44}
            leftSection={<IconX size={18} aria-hidden />}
            onClick={onClose}
          >
            {t('panel.close')}
          </Button>
        ) : null}
      </Group>
      {id === undefined || entry === undefined ? <Text c="dimmed">{t('panel.none')}</Text> : null}
      {id !== undefined && entry !== undefined ? <AdaptedNote section="steps" id={id} /> : null}
      {id !== undefined && entry !== undefined ? (
        <FindingsPart key={`found ${id}`} place={`steps/${id}`} />
      ) : null}
      {id !== undefined && stage ? <StageFields key={id} id={id} stage={stage} /> : null}
      {id !== undefined && step ? <StepFields key={id} id={id} step={step} /> : null}
    </section>
  );
}

/** What is to do at the step, folded: the fields below are what most people come for. */
function FindingsPart({ place }: { readonly place: string }) {
  const { t } = useDrawingWords();
  const { findings } = useFindingsAt(place);
  if (findings.length === 0) return null;
  return (
    <More label={t('findings.count', { count: findings.length })}>
      <FindingsHere place={place} />
    </More>
  );
}

function StageFields({ id, stage }: { readonly id: string; readonly stage: Stage }) {
  const { t } = useDrawingWords();
  return (
    <Stack gap="md">
      <InTurn>
        <TextField section="steps" id={id} path={['title']} text={stage.title} label={t('panel.name')} />
        <TextField
          section="steps"
          id={id}
          path={['purpose']}
          text={stage.purpose}
          label={t('panel.purpose')}
          isLong
        />
        <DeadlinesField step={id} deadlines={stage.deadlines} />
        <Grounds id={id} basis={stage.basis} sources={stage.sources} />
        <RemoveStep id={id} />
      </InTurn>
    </Stack>
  );
}

const StepFields = memo(function StepFields({ id, step }: { readonly id: string; readonly step: Step }) {
  const { t } = useDrawingWords();
  const set = useSetField('steps', id);
  const [goesFrom, setGoesFrom] = useState<string>();
  const roles = useChoices('roles');
  const forms = useChoices('forms');
  const facts = useChoices('facts', isAsked);
  const signals = useChoices('events', isSignal);
  const people = ['with', 'present', 'informed'] as const;
  const words = ['purpose', 'how', 'child'] as const;
  return (
    <Stack gap="md">
      <InTurn>
        <TextField section="steps" id={id} path={['title']} text={step.title} label={t('panel.name')} />
        <KindField id={id} kind={step.kind} />
        <WhoField
          label={t('panel.who')}
          who={step.who}
          onWho={(path, picked) => set(['who', ...path], picked)}
        />
        {people.map((field) => (
          <PickMany
            key={field}
            label={t(`panel.${field}`)}
            choices={roles}
            picked={step[field]}
            onPick={(picked) => set([field], picked)}
          />
        ))}
        <WithHelp about="deadline">
          <DeadlinesField step={id} deadlines={step.deadlines} />
        </WithHelp>
        {words.map((field) => (
          <TextField
            key={field}
            section="steps"
            id={id}
            path={[field]}
            text={step[field]}
            label={t(`panel.${field}`)}
            isLong
          />
        ))}
        <Grounds id={id} basis={step.basis} sources={step.sources} />
        <WaysField step={id} onGoesTo={setGoesFrom} />
        <More label={t('panel.form')}>
          <PickOne
            label={t('panel.form')}
            choices={forms}
            picked={step.form}
            onPick={(form) => set(['form'], form)}
          />
          <WithHelp about="fresh">
            <PickMany
              label={t('panel.fresh')}
              choices={facts}
              picked={step.fresh}
              onPick={(picked) => set(['fresh'], picked)}
            />
          </WithHelp>
          <WithHelp about="signal">
            <PickMany
              label={t('panel.settles')}
              choices={signals}
              picked={step.settles}
              onPick={(picked) => set(['settles'], picked)}
            />
          </WithHelp>
        </More>
        <More label={`${t('panel.tasks')} (${Object.keys(step.tasks ?? {}).length})`}>
          <TasksField step={id} tasks={step.tasks} />
        </More>
        <More label={t('panel.documents')}>
          <TextsField step={id} field="documents" texts={step.documents} />
          <TextsField step={id} field="competencies" texts={step.competencies} />
        </More>
        <RemoveStep id={id} />
      </InTurn>
      {goesFrom === undefined ? null : (
        <GoesToDialog from={goesFrom} onClose={() => setGoesFrom(undefined)} />
      )}
    </Stack>
  );
});

const isAsked = (pack: Pack, id: string) => pack.facts[id]?.derive === undefined;
const isSignal = (pack: Pack, id: string) => pack.events[id]?.when !== undefined;

/** What is seldom changed, one press away. */
function More({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        variant="subtle"
        size="sm"
        mih={44}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="wrap"
      >
        {`${isOpen ? '−' : '+'} ${label}`}
      </Button>
      <Stack gap="md" id={id} hidden={!isOpen} mt="xs">
        {isOpen ? children : null}
      </Stack>
    </div>
  );
}

type GroundsProps = { readonly id: string } & Pick<Step, 'basis' | 'sources'>;

const Grounds = memo(function Grounds({ id, basis, sources }: GroundsProps) {
  const { t } = useDrawingWords();
  const set = useSetField('steps', id);
  const choices = useChoices('sources');
  const bases = (['law', 'standard', 'practice'] as const).map((value) => ({
    value,
    label: t(`panel.basisNames.${value}`),
  }));
  return (
    <>
      <WithHelp about="basis">
        <PickOne
          label={t('panel.basis')}
          choices={bases}
          picked={basis}
          placeholder={t('panel.noBasis')}
          onPick={(picked) => set(['basis'], picked)}
        />
      </WithHelp>
      <PickMany
        label={t('panel.sources')}
        choices={choices}
        picked={sources}
        onPick={(picked) => set(['sources'], picked)}
      />
    </>
  );
});

function RemoveStep({ id }: { readonly id: string }) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  if (isReadOnly) return null;
  return (
    <Button
      variant="light"
      color="red"
      leftSection={<IconTrash size={18} aria-hidden />}
      onClick={() => {
        if (drawing.perform(removeStep, { id })) drawing.select(undefined);
      }}
      className="wrap"
    >
      {t('panel.removeStep')}
    </Button>
  );
}
