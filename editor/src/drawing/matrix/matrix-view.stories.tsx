import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { LONG } from '../../fixtures/long-words.ts';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { CellEditor } from './cell-editor.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixLine } from './matrix-row.tsx';
import { MatrixView } from './matrix-view.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { UnknownWords } from './unknown-words.tsx';

const meta = {
  component: MatrixView,
  subcomponents: { CellEditor, MatrixGrid, MatrixLine, PasteDialog, UnknownWords } as never,
  decorators: [onTheTable],
} satisfies Meta<typeof MatrixView>;
export default meta;
type Story = StoryObj<typeof meta>;

const pack = () => lastDrawing().get().log.pack;
const cell = async (canvas: HTMLElement, words: string) => {
  const found = (await within(canvas).findByText(words)).closest<HTMLElement>('[data-row]');
  if (!found) throw new Error(`No cell says ${words}.`);
  return found;
};
const paste = (into: HTMLElement, text: string) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  into.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};

export const Usual: Story = {};
export const WritingByKeys: Story = {
  play: async ({ canvas, canvasElement }) => {
    const title = await cell(canvasElement, 'Rencontrer l’enfant, seul d’abord');
    await userEvent.click(title);
    await expect(canvasElement.querySelectorAll('[role="grid"] [tabindex="0"]')).toHaveLength(1);
    await userEvent.keyboard('{F2}');
    const field = await canvas.findByRole('textbox', { name: 'Quoi' });
    await userEvent.clear(field);
    await userEvent.type(field, 'Voir l’enfant{Enter}');
    await expect(pack().steps['meet']?.title).toMatchObject({ fr: 'Voir l’enfant' });
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Rechercher l’enfant'));
    await userEvent.keyboard('{ArrowUp}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    await userEvent.type(await canvas.findByRole('combobox', { name: 'Quand' }), '48 h{Enter}{Enter}');
    await waitFor(() =>
      expect(Object.values(pack().deadlines).some(({ within: span }) => span === 'PT48H')).toBe(true),
    );
    await expect(lastDrawing().get().log.past).toHaveLength(2);
  },
};
export const EscapeLeavesTheCellAsItWas: Story = {
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(await cell(canvasElement, 'Décider de la suite'));
    await userEvent.keyboard('{Enter}');
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Quoi' }), ' autrement{Escape}');
    await expect(lastDrawing().get().log.past).toHaveLength(0);
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Décider de la suite'));
  },
};
export const AColumnForSeveralRows: Story = {
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(await cell(canvasElement, 'Recevoir le signalement'));
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await userEvent.click(await canvas.findByRole('button', { name: 'Changer « Qui » pour 3 étapes' }));
    const field = canvasElement.querySelector<HTMLInputElement>('.cell-editor input')!;
    await userEvent.type(field, 'Responsable;');
    await userEvent.click(await canvas.findByRole('button', { name: 'Appliquer aux 3 étapes' }));
    for (const id of ['receive', 'meet', 'search'])
      await expect(JSON.stringify(pack().steps[id])).toContain('supervisor');
    await expect(lastDrawing().get().log.past).toHaveLength(1);
  },
};
export const PastedFromASpreadsheet: Story = {
  play: async ({ canvas, canvasElement }) => {
    const at = await cell(canvasElement, 'Recevoir le signalement');
    await userEvent.click(at);
    paste(at, 'Quoi\tQui\tDélai\nAppeler l’école\tPolice des mineurs\t48 h\nVoir la famille\tMédiateur\t\n');
    const dialog = within(await within(document.body).findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Ajouter comme nouvelles étapes' }));
    await expect(pack().steps['appeler_l_ecole']).toMatchObject({ who: ['police'] });
    await expect(pack().steps['voir_la_famille']).not.toHaveProperty('who');
    await expect(await canvas.findByText('Mots non reconnus : rien n’a été inventé')).toBeVisible();
    await expect(lastDrawing().get().log.past).toHaveLength(1);
  },
};
export const ReadOnly: Story = {
  parameters: { drawing: { isReadOnly: true } },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(await cell(canvasElement, 'Décider de la suite'));
    await userEvent.keyboard('{Enter}{Delete}');
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await expect(lastDrawing().get().log.past).toHaveLength(0);
  },
};
const sample = samplePack();
export const LongText: Story = {
  parameters: {
    drawing: {
      pack: {
        ...sample,
        steps: {
          ...sample.steps,
          meet: { ...sample.steps['meet'], title: { fr: LONG }, how: { fr: `${LONG}. ${LONG}. ${LONG}` } },
        },
      },
    },
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { direction: 'rtl', language: 'ar' } };
export const HighContrast: Story = inHighContrast(Usual);
export const HighContrastDark: Story = inHighContrast(Usual, 'dark');
