import type { Meta, StoryObj } from '@storybook/react-vite';
import { strToU8, zipSync } from 'fflate';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { answering } from '../../fixtures/answering.ts';
import { BringIn } from './bring-in.tsx';
import { READ_LIMITS } from './in/reading.ts';

const service = answering({ 'POST /api/drafts': { id: 'd1' } });

const meta = { component: BringIn, beforeEach: service.beforeEach } satisfies Meta<typeof BringIn>;
export default meta;
type Story = StoryObj<typeof meta>;

const TABLE = [
  ['Quoi', 'Qui', 'Quand', 'Avec qui', 'Comment'],
  ['Recevoir le signalement', 'Assistante sociale', '24 heures', 'La personne qui signale', 'Sans enquêter'],
  [
    'Visiter l’enfant',
    'Assistante sociale',
    '48 heures après le signalement',
    'Police',
    'Seule avec l’enfant',
  ],
  ['Tenir la réunion', 'Le responsable désigné', 'dans les meilleurs délais', 'Juge des enfants', ''],
]
  .map((row) => row.join('\t'))
  .join('\n');

export const Empty: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Choisir un fichier' })).toBeVisible();
  },
};

/** The worker reads; the review shows what became what; a sector is chosen; the draft is begun. */
export const ATablePasted: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('textbox', { name: /Coller un tableau/ }));
    await userEvent.paste(TABLE);
    await userEvent.click(canvas.getByRole('button', { name: 'Lire le tableau' }));
    await waitFor(() => expect(canvas.getByText(/étapes : 3, délais lus : 2/)).toBeVisible(), {
      timeout: 20_000,
    });
    await expect(
      canvas.getByText(/Délai non compris, gardé en mots : « dans les meilleurs délais »/),
    ).toBeVisible();
    await userEvent.click(canvas.getByRole('combobox', { name: 'Secteur de « Le responsable désigné »' }));
    await userEvent.click(await screen.findByRole('option', { name: /Social|social/ }));
    await expect(canvas.getByText('secteur choisi')).toBeVisible();
  },
};

const bring = async (canvasElement: HTMLElement, file: File) => {
  const input = canvasElement.querySelector<HTMLInputElement>('input[type=file][accept]');
  if (!input) throw new Error('There is no place for a file.');
  await userEvent.upload(input, file);
};

export const AHugeFile: Story = {
  play: async ({ canvas, canvasElement }) => {
    await bring(canvasElement, new File([new Uint8Array(READ_LIMITS.fileBytes + 5)], 'gros.docx'));
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('10 Mo'), { timeout: 20_000 });
    await expect(canvas.getByRole('alert')).toHaveTextContent('Aucun brouillon n’a changé');
  },
};

export const ABrokenFileInArabic: Story = {
  globals: { language: 'ar', direction: 'rtl' },
  play: async ({ canvas, canvasElement }) => {
    await bring(canvasElement, new File(['PK\u0003\u0004 broken'], 'x.docx'));
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('تالف'), { timeout: 20_000 });
  },
};

export const AWorkbook: Story = {
  play: async ({ canvas, canvasElement }) => {
    const cells = (row: number, texts: readonly string[]) =>
      `<row r="${row}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const sheet = (rows: readonly (readonly string[])[]) =>
      strToU8(
        `<worksheet><sheetData>${rows.map((row, index) => cells(index + 1, row)).join('')}</sheetData></worksheet>`,
      );
    const bytes = zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook><sheets><sheet name="Suivi" r:id="a"/><sheet name="Adresses" r:id="b"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<R><Relationship Id="a" Type="/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="/worksheet" Target="worksheets/sheet2.xml"/></R>',
      ),
      'xl/worksheets/sheet1.xml': sheet([
        ['Quoi', 'Qui', 'Délai (en heures)'],
        ['Visiter la famille', 'Comisaría de familia', '48'],
      ]),
      'xl/worksheets/sheet2.xml': sheet([
        ['Nom', 'Téléphone'],
        ['Ligne verte', '141'],
      ]),
    });
    await bring(canvasElement, new File([bytes], 'suivi.xlsx'));
    await waitFor(() => expect(canvas.getByText(/^Phases : 0, étapes : 1, délais lus : 1/)).toBeVisible(), {
      timeout: 20_000,
    });
    await expect(canvas.getByText(/Feuille « Adresses » laissée de côté/)).toBeVisible();
    await expect(canvas.getByRole('combobox', { name: 'Secteur de « Comisaría de familia »' })).toHaveValue(
      '',
    );
  },
};

export const AMachine: Story = {
  play: async ({ canvas, canvasElement }) => {
    const machine = {
      id: 'casework',
      initial: 'intake',
      states: {
        intake: { entry: 'log', on: { ACCEPT: { target: 'done', guard: 'isAtRisk' } } },
        done: { type: 'final' },
      },
    };
    await bring(canvasElement, new File([JSON.stringify(machine)], 'machine.json'));
    await waitFor(() => expect(canvas.getByText('Une machine dessinée ailleurs')).toBeVisible(), {
      timeout: 20_000,
    });
    await expect(canvas.getByText(/« entry : log » n’a pas de place/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Commencer le brouillon' }));
    await waitFor(() => expect(JSON.stringify(service.asked.at(-1))).toContain('machine.json'));
  },
};
