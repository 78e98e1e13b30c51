import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import type { ReadBlock } from './in/reading.ts';
import { ReviewBrought } from './review-brought.tsx';

const FRENCH: readonly ReadBlock[] = [
  { kind: 'paragraph', text: 'Document de travail du comité local de protection.' },
  { kind: 'heading', level: 1, text: 'Accueil' },
  { kind: 'item', level: 0, isOrdered: true, text: 'Recevoir le signalement' },
  { kind: 'paragraph', text: 'Selon l’article 20 du code, le signalement est obligatoire.' },
  {
    kind: 'item',
    level: 0,
    isOrdered: true,
    text: 'Évaluer le danger avec la personne qui signale, sans interroger l’enfant, en notant les mots employés et l’heure, puis prévenir la permanence si quelque chose inquiète.',
  },
  { kind: 'heading', level: 1, text: 'Suivi' },
  {
    kind: 'table',
    rows: [
      ['Quoi', 'Qui', 'Quand', 'Avec qui'],
      ['Visite à domicile', 'Assistante sociale', '48 heures', 'Police'],
      ['Réunion', 'Le responsable désigné', 'dans les meilleurs délais', ''],
    ],
  },
];
const ARABIC: readonly ReadBlock[] = [
  { kind: 'heading', level: 1, text: 'الاستقبال' },
  {
    kind: 'table',
    rows: [
      ['الخطوة', 'من', 'متى', 'كيف'],
      ['استقبال الإشعار', 'مندوب حماية الطفولة', '24 ساعة', 'في مكان هادئ'],
      ['زيارة المنزل', 'الشرطة', 'في أقرب الآجال', ''],
    ],
  },
];

const meta = {
  component: ReviewBrought,
  args: {
    reading: { kind: 'document', title: 'Prise en charge de l’enfant', blocks: FRENCH, findings: [] },
    name: 'procedure.docx',
    isBusy: false,
    onBegin: fn(),
  },
} satisfies Meta<typeof ReviewBrought>;
export default meta;
type Story = StoryObj<typeof meta>;

export const AWordProcedure: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('combobox', { name: /Ce que devient « Document de travail/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'laissé de côté' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Commencer le brouillon' }));
    await expect(args.onBegin).toHaveBeenCalledWith(
      expect.objectContaining({ 'machine.json': expect.stringContaining('visite_a_domicile') }),
    );
    await expect(args.onBegin).toHaveBeenCalledWith(
      expect.objectContaining({ 'pack.json': expect.not.stringContaining('Document de travail') }),
    );
  },
};
export const InArabic: Story = {
  globals: { language: 'ar', direction: 'rtl' },
  args: {
    reading: { kind: 'document', title: 'التعهد بالطفل', blocks: ARABIC, findings: [] },
    name: 'x.docx',
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'بدء المسودة' })).toBeEnabled();
  },
};
export const ALongDocument: Story = {
  args: {
    reading: {
      kind: 'document',
      title: '',
      blocks: Array.from(
        { length: 400 },
        (_, n): ReadBlock => ({ kind: 'item', level: 0, isOrdered: true, text: `Étape numéro ${n + 1}` }),
      ),
      findings: [],
    },
  },
};
