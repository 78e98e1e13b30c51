import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { LONG } from '../../fixtures/long-words.ts';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { findState } from '../log/find-state.ts';
import { BesidePanel } from './beside-panel.tsx';
import { DeadlinesField } from './deadlines-field.tsx';
import { GoesToDialog } from './goes-to-dialog.tsx';
import { InTurn } from './in-turn.tsx';
import { KindField } from './kind-field.tsx';
import { TasksField, TextsField } from './list-fields.tsx';
import { PickMany, PickOne } from './pick-field.tsx';
import { StepPanel } from './step-panel.tsx';
import { TextField } from './text-field.tsx';
import { WaysField } from './ways-field.tsx';
import { WhoField } from './who-field.tsx';

const meta = {
  component: StepPanel,
  subcomponents: {
    BesidePanel,
    DeadlinesField,
    GoesToDialog,
    InTurn,
    KindField,
    TasksField,
    TextsField,
    PickMany,
    PickOne,
    TextField,
    WaysField,
    WhoField,
  } as never,
  decorators: [onTheTable],
  parameters: { drawing: { selected: 'steps/meet' } },
} satisfies Meta<typeof StepPanel>;
export default meta;
type Story = StoryObj<typeof meta>;

const step = (id: string) => lastDrawing().get().log.pack.steps[id];

export const TypingIsOneEntry: Story = {
  play: async ({ canvas }) => {
    const title = canvas.getByRole('textbox', { name: 'Titre' });
    await userEvent.clear(title);
    await userEvent.type(title, 'Voir l’enfant');
    await expect(step('meet')?.title).toMatchObject({ fr: 'Voir l’enfant' });
    await expect(lastDrawing().get().log.past).toHaveLength(1);
    lastDrawing().undo();
    await waitFor(() => expect(title).toHaveValue('Rencontrer l’enfant, seul d’abord'));
  },
};
export const ADeadlineInWords: Story = {
  play: async ({ canvas }) => {
    const field = await canvas.findByRole('textbox', { name: 'Nouveau délai' });
    await userEvent.type(field, 'bientôt{Enter}');
    await expect(await canvas.findByText(/Ce délai ne se lit pas/)).toBeVisible();
    await expect(lastDrawing().get().log.past).toHaveLength(0);
    await userEvent.clear(field);
    await userEvent.type(field, '3 jours ouvrables{Enter}');
    const { deadlines } = lastDrawing().get().log.pack;
    const made = Object.values(deadlines).find(({ within }) => within === 'P3D');
    await expect(made).toMatchObject({ calendar: 'working', basis: 'practice' });
    await expect(lastDrawing().get().log.past).toHaveLength(1);
  },
};
export const AWayByMenu: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Mène à une autre étape…' }));
    const dialog = within(await within(document.body).findByRole('dialog'));
    const draw = dialog.getByRole('button', { name: 'Tracer le chemin' });
    await expect(draw).toBeDisabled();
    await userEvent.click(dialog.getByRole('combobox', { name: 'Étape' }));
    await userEvent.click(await within(document.body).findByRole('option', { name: 'Enfant placé' }));
    await userEvent.type(dialog.getByRole('textbox', { name: /Résultat/ }), 'Le juge place l’enfant');
    await userEvent.click(draw);
    const ways = findState(lastDrawing().get().log.pack.machine, 'meet')?.state.on ?? {};
    await expect(ways['le_juge_place_l_enfant']).toEqual([{ target: '#placed' }]);
  },
};
export const NothingSelected: Story = { parameters: { drawing: {} } };
export const AStage: Story = { parameters: { drawing: { selected: 'steps/reception' } } };
export const AnIdleStep: Story = { parameters: { drawing: { selected: 'steps/urgent_idle' } } };
export const ReadOnly: Story = {
  parameters: { drawing: { selected: 'steps/meet', isReadOnly: true } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('textbox', { name: 'Titre' })).toHaveAttribute('readonly');
    await expect(canvas.queryByRole('button', { name: 'Supprimer l’étape' })).toBeNull();
  },
};
export const TasksAndDocuments: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /Tâches \(2\)/ }));
    await userEvent.click(canvas.getByRole('button', { name: 'Ajouter : Tâche' }));
    await expect(await canvas.findByRole('group', { name: 'Tâche 3' })).toBeVisible();
    await userEvent.click(await canvas.findByRole('button', { name: '+ Documents' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Ajouter : Document' }));
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Document 1' }), 'Procès-verbal');
    const meet = step('meet');
    await expect(meet && 'documents' in meet && meet.documents).toEqual([{ fr: 'Procès-verbal' }]);
  },
};
const long = samplePack();
export const LongText: Story = {
  parameters: {
    drawing: {
      selected: 'steps/meet',
      pack: { ...long, steps: { ...long.steps, meet: { ...long.steps['meet'], title: { fr: LONG } } } },
    },
  },
};
export const BesideAView: Story = {
  render: () => (
    <BesidePanel isOpen onClose={() => undefined}>
      <div style={{ minHeight: 300 }} />
    </BesidePanel>
  ),
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
