import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { addStage } from '../commands/stages.ts';
import { DeskContext } from '../desk/desk-context.ts';
import { DrawingTable } from '../drawing-table.tsx';
import { TakeOut } from '../exchange/take-out.tsx';
import { emptyPack } from '../fixtures/empty-pack.ts';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { GuideCard } from './guide-card.tsx';
import { GUIDE_KEY } from './use-guide.ts';
import { REMEMBERED } from './use-remembered.ts';

const KEYS = [GUIDE_KEY, ...Object.values(REMEMBERED)];
const forget = () => {
  for (const key of Object.keys(localStorage))
    if (KEYS.some((each) => key.startsWith(each))) localStorage.removeItem(key);
};

const below: Decorator = (Story) => (
  <>
    <h1 style={{ fontSize: 20, marginBlockStart: 0 }}>Essai</h1>
    <Story />
  </>
);

const meta = {
  component: GuideCard,
  decorators: [below, onTheTable],
  parameters: { drawing: { pack: emptyPack() } },
  args: { onView: fn(), onClose: fn() },
  beforeEach: () => {
    forget();
    return forget;
  },
} satisfies Meta<typeof GuideCard>;
export default meta;
type Story = StoryObj<typeof meta>;

export const OnAnEmptyPage: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getAllByText('Écrire une phase')[0]).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Montrez-moi où' }));
    await expect(args.onView).toHaveBeenCalledWith('outline');
    await expect(lastDrawing().get().selected).toBe('steps/receive_report');
  },
};
/** Whoever writes far below reaches the next task by one key. */
export const ReachedByOneKey: Story = {
  play: async ({ canvas }) => {
    const next = canvas.getByRole('button', { name: 'Montrez-moi où' });
    await expect(next).not.toHaveFocus();
    await userEvent.keyboard('{F6}');
    await expect(next).toHaveFocus();
  },
};
export const TheDraftTellsWhatIsDone: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('1 sur 11')).toBeVisible();
    const stage = { title: { fr: 'Accueil' }, firstStep: {}, into: 'main', after: 'receive_report' };
    lastDrawing().perform(addStage, { ...stage, outcome: { fr: 'C’est fait' } });
    await expect(await canvas.findByText('2 sur 11')).toBeVisible();
    lastDrawing().undo();
    await expect(await canvas.findByText('1 sur 11')).toBeVisible();
  },
};
export const AllTasks: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByText('Toutes les tâches'));
    const tasks = within(canvas.getByRole('list')).getAllByRole('button');
    await expect(tasks).toHaveLength(11);
    await expect(within(tasks[0]!).getByRole('img', { name: 'Fait' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /Poser une garantie/ }));
    await expect(args.onView).toHaveBeenCalledWith('sections');
  },
};
/** What is picked from the list is told in the card, where eyes and keys are then; the list no longer hides it. */
export const PickedFromTheList: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByText('Toutes les tâches'));
    await userEvent.click(canvas.getByRole('button', { name: /Essayer sur un dossier inventé/ }));
    await expect(args.onView).toHaveBeenCalledWith('trial');
    await expect(canvas.getByText(/Garder cet essai/)).toBeVisible();
    await expect(canvas.getByText('Donner son nom à la procédure')).not.toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Montrez-moi où' })).toHaveFocus();
  },
};
/** Writing the rule leads away from where it opens the track: the card names the place, not “here”. */
export const DangerNamesItsPlace: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Toutes les tâches'));
    await userEvent.click(canvas.getByRole('button', { name: /Dire quand un danger ouvre un volet/ }));
    await expect(canvas.getByText(/dans Règles, « Signaux et questions reposées »/)).toBeVisible();
  },
};
/** Where the window is low the list scrolls, and how far one has come is still drawn. */
export const InALowWindow: Story = {
  decorators: [
    (Story) => (
      <>
        <style>{'.guide-card { max-block-size: 420px; overflow: auto; }'}</style>
        <Story />
      </>
    ),
  ],
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Toutes les tâches'));
    await expect(canvas.getByRole('progressbar').parentElement?.offsetHeight).toBeGreaterThan(3);
  },
};
/** Who looked and found no text says so, and goes on: practice is an honest answer. */
export const PracticeIsAnAnswer: Story = {
  render: (args) => (
    <DeskContext value={{ id: 'd1', account: 'amina', pack: 'essai' }}>
      <GuideCard {...args} />
    </DeskContext>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Toutes les tâches'));
    const task = canvas.getByRole('button', { name: /Dire sur quoi une étape repose$/ });
    await userEvent.click(task);
    await userEvent.click(canvas.getByRole('button', { name: 'Nous avons cherché : c’est une pratique' }));
    await expect(canvas.getByText('2 sur 11')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Montrez-moi où' })).toHaveFocus();
    await expect(canvas.queryByRole('button', { name: /c’est une pratique$/ })).toBeNull();
  },
};
export const TakenOutOnPaper: Story = {
  parameters: { drawing: {} },
  render: (args) => (
    <DeskContext value={{ id: 'd1', account: 'amina', pack: 'essai' }}>
      <GuideCard {...args} />
      <TakeOut />
    </DeskContext>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Toutes les tâches'));
    const task = canvas.getByRole('button', { name: /Imprimer la procédure$/ });
    await expect(within(task).getByRole('img', { name: 'À faire' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /Page à lire/ }));
    await expect(await within(task).findByRole('img', { name: 'Fait' }, { timeout: 30_000 })).toBeVisible();
    await expect(localStorage.getItem(`${REMEMBERED.takenOut}.d1`)).toBe('yes');
  },
};
export const EverythingDone: Story = { parameters: { drawing: {} } };
export const BesideTheView: Story = {
  render: () => (
    <DeskContext value={{ id: 'd1', account: 'amina', pack: 'essai' }}>
      <DrawingTable view="outline" onView={() => undefined} />
    </DeskContext>
  ),
  play: async ({ canvas }) => {
    const guide = await canvas.findByRole('complementary', { name: 'Votre première procédure' });
    await userEvent.click(within(guide).getByRole('button', { name: 'Ranger le guide' }));
    const button = canvas.getByRole('button', { name: 'Guide de la première procédure' });
    await expect(button).toHaveFocus();
    await expect(guide).not.toBeInTheDocument();
    await expect(localStorage.getItem(`${GUIDE_KEY}.amina`)).toBe('away');
    await userEvent.keyboard('{Enter}');
    await expect(await canvas.findByRole('complementary')).toBeVisible();
    await expect(localStorage.getItem(`${GUIDE_KEY}.amina`)).toBe('d1');
  },
};
export const Dark: Story = { ...AllTasks, globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
export const HighContrast: Story = inHighContrast(AllTasks);
