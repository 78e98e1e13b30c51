import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, spyOn, userEvent, waitFor, within } from 'storybook/test';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { LONG } from '../../fixtures/long-words.ts';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { mapGraph } from '../../map/map-graph.ts';
import { largePack } from '../fixtures/large-pack.ts';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { findState } from '../log/find-state.ts';
import { ArrowTools } from './arrow-tools.tsx';
import { CardTools } from './card-tools.tsx';
import { ArrowMenu, StepMenu } from './map-menus.tsx';
import { MapToolbar } from './map-toolbar.tsx';
import { MapView } from './map-view.tsx';

const meta = {
  component: MapView,
  subcomponents: { ArrowMenu, ArrowTools, CardTools, MapToolbar, StepMenu } as never,
  decorators: [onTheTable],
  beforeEach: () => localStorage.removeItem('parcours.pins.story-procedure'),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
  },
} satisfies Meta<typeof MapView>;
export default meta;
type Story = StoryObj<typeof meta>;

const PATIENCE = { timeout: 20_000 };
const drawn = (canvas: HTMLElement) =>
  waitFor(() => expect(canvas.querySelector('.arrow-plus')).not.toBeNull(), PATIENCE);
const card = (canvas: HTMLElement, id: string) => {
  const found = canvas.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`);
  if (!found) throw new Error(`The map has no card ${id}.`);
  return found;
};
const pack = () => lastDrawing().get().log.pack;
const waysFrom = (id: string) => findState(pack().machine, id)?.state.on ?? {};
const page = () => within(document.body);

export const Usual: Story = {};

/** "+" on an arrow puts a step there, ready to be named; one undo takes back the name, another the step. */
export const PlusOnAnArrow: Story = {
  play: async ({ canvas, canvasElement }) => {
    await drawn(canvasElement);
    await userEvent.click(
      canvas.getByRole('button', {
        name: 'Insérer une étape entre « Recevoir le signalement » et « Rencontrer l’enfant, seul d’abord »',
      }),
    );
    const title = await canvas.findByRole('textbox', { name: 'Titre de l’étape' }, PATIENCE);
    await waitFor(() => expect(title).toHaveFocus());
    await userEvent.type(title, 'Vérifier l’adresse{Enter}');
    await expect(waysFrom('receive')['report_taken']).toEqual([{ target: '#step' }]);
    await expect(pack().steps['step']?.title).toMatchObject({ fr: 'Vérifier l’adresse' });
    await expect(lastDrawing().get().log.past).toHaveLength(2);
    await waitFor(() => expect(canvas.getByText('Vérifier l’adresse')).toBeVisible(), PATIENCE);
  },
};

/** The whole by keys: walking along the ways, naming, adding, the menu, the panel. */
export const ByKeyboardAlone: Story = {
  play: async ({ canvas, canvasElement }) => {
    await drawn(canvasElement);
    await expect(canvasElement.querySelectorAll('.react-flow__node[tabindex="0"]')).toHaveLength(1);
    card(canvasElement, 'receive').focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(card(canvasElement, 'meet')));
    await expect(lastDrawing().get().selected).toBe('steps/meet');
    await userEvent.keyboard('m');
    await userEvent.click(await page().findByRole('menuitem', { name: 'Marquer comme mesure' }));
    await expect(findState(pack().machine, 'meet')?.state.tags).toEqual(['measure']);
    card(canvasElement, 'meet').focus();
    await userEvent.keyboard('{F2}');
    const title = await canvas.findByRole('textbox', { name: 'Titre de l’étape' });
    await userEvent.clear(title);
    await userEvent.type(title, 'Voir l’enfant{Enter}');
    await expect(pack().steps['meet']?.title).toMatchObject({ fr: 'Voir l’enfant' });
    await waitFor(() => expect(document.activeElement).toBe(card(canvasElement, 'meet')));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.getByRole('textbox', { name: 'Titre' })).toHaveFocus());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(canvas.queryByRole('textbox', { name: 'Titre' })).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(card(canvasElement, 'meet')));
  },
};

/** "Goes to..." by a key: a way is drawn only when its outcome is named. */
export const GoesToByKey: Story = {
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    card(canvasElement, 'receive').focus();
    await userEvent.keyboard('g');
    const dialog = within(await page().findByRole('dialog'));
    await userEvent.click(dialog.getByRole('combobox', { name: 'Étape' }));
    await userEvent.click(await page().findByRole('option', { name: 'Décider de la suite' }));
    await expect(dialog.getByRole('button', { name: 'Tracer le chemin' })).toBeDisabled();
    await userEvent.type(dialog.getByRole('textbox', { name: /Résultat/ }), 'Déjà connu');
    await userEvent.click(dialog.getByRole('button', { name: 'Tracer le chemin' }));
    await expect(waysFrom('receive')['deja_connu']).toEqual([{ target: '#decide' }]);
  },
};

/** The same from the menu of the step: the first field has the focus, and who gives up stands on the card again. */
export const GoesToFromTheMenu: Story = {
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    card(canvasElement, 'receive').focus();
    await userEvent.keyboard('m');
    const act = await page().findByRole('menuitem', { name: 'Mène à…' });
    act.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await page().findByRole('dialog', { name: /mène à/ });
    await waitFor(() => expect(within(dialog).getByRole('combobox', { name: 'Étape' })).toHaveFocus());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(card(canvasElement, 'receive')));
    await expect(page().queryByRole('dialog')).toBeNull();
  },
};

/** The arrow back from the search has two causes: it asks which. */
export const AnArrowWithTwoCausesAsksWhich: Story = {
  parameters: { drawing: { selected: 'steps/search' } },
  play: async ({ canvas, canvasElement }) => {
    await drawn(canvasElement);
    await userEvent.click(
      await canvas.findByRole('button', { name: /entre « Rechercher l’enfant » et « Rencontrer/ }),
    );
    const items = await page().findAllByRole('menuitem', { name: 'Insérer une étape ici' });
    await expect(items).toHaveLength(2);
    await userEvent.click(items[0]!);
    await expect(waysFrom('search')['child_found']).toEqual([{ target: '#step' }]);
  },
};

/** The end of an arrow is pulled to another card; let go beside, it springs back. */
export const TheEndOfAnArrowIsPulled: Story = {
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const before = pack();
    const end = canvasElement.querySelector<HTMLElement>('.arrow-end')!;
    end.setPointerCapture = () => undefined;
    const pull = (x: number, y: number) => {
      const at = { clientX: x, clientY: y, pointerId: 1, buttons: 1 };
      fireEvent.pointerDown(end, at);
      fireEvent.pointerMove(end, at);
      fireEvent.pointerUp(end, { ...at, buttons: 0 });
    };
    const canvas = canvasElement.querySelector('.map')!.getBoundingClientRect();
    pull(canvas.right - 4, canvas.top + 4);
    await expect(pack()).toBe(before);
    const search = card(canvasElement, 'search').getBoundingClientRect();
    pull(search.left + 20, search.top + 20);
    await waitFor(() => expect(waysFrom('receive')['report_taken']).toEqual([{ target: '#search' }]));
  },
};

/** What cannot be is refused with its reason, and nothing changes. */
export const ReadOnly: Story = {
  parameters: { drawing: { isReadOnly: true } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.step-card')).not.toBeNull(), PATIENCE);
    await expect(canvasElement.querySelector('.arrow-plus')).toBeNull();
    card(canvasElement, 'meet').focus();
    await userEvent.keyboard('{Delete}');
    await expect(lastDrawing().get().log.past).toHaveLength(0);
  },
};

export const WithThePanel: Story = {
  play: async ({ canvas, canvasElement }) => {
    await drawn(canvasElement);
    await userEvent.click(card(canvasElement, 'meet'));
    await expect(await canvas.findByRole('textbox', { name: 'Titre' })).toBeVisible();
  },
};
const sample = samplePack();
export const LongText: Story = {
  parameters: {
    drawing: {
      pack: {
        ...sample,
        steps: { ...sample.steps, receive: { ...sample.steps['receive'], title: { fr: LONG } } },
      },
    },
  },
};
/** As large as procedures come: only what is in sight is made, by keys one comes to the rest, on paper all of it is. */
export const ThreeHundredSteps: Story = {
  // Axe would take minutes for cards that are all alike; the other stories are looked at.
  parameters: { drawing: { pack: largePack(300) }, a11y: { test: 'off' } },
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const cards = () => canvasElement.querySelectorAll('.step-card').length;
    await expect(cards()).toBeLessThan(60);
    // One begins where the procedure does.
    await waitFor(() => {
      const around = canvasElement.querySelector('.map')!.getBoundingClientRect();
      const first = card(canvasElement, 'receive').getBoundingClientRect();
      expect(first.left).toBeGreaterThan(around.left + 200);
      expect(first.bottom).toBeLessThan(around.bottom);
    });
    // The overview of all of them comes after the cards in sight.
    const overview = () => canvasElement.querySelectorAll('.react-flow__minimap-node').length;
    await waitFor(() => expect(overview()).toBeGreaterThanOrEqual(300), PATIENCE);
    canvasElement.querySelector<HTMLElement>('.react-flow')!.focus();
    const stop = () => document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
    await waitFor(() => expect(stop()).toBe('receive'), PATIENCE);
    const first = lastDrawing().get().log.pack.steps;
    const far = Object.keys(first).at(-1)!;
    lastDrawing().select(`steps/${far}`, { reveal: true });
    await waitFor(() => expect(card(canvasElement, far)).toBeVisible(), PATIENCE);
    card(canvasElement, far).focus();
    await userEvent.keyboard('{ArrowUp}');
    // While the canvas glides the card that was left is gone and the next one not yet there.
    await waitFor(() => {
      expect(stop()).toBeDefined();
      expect(stop()).not.toBe(far);
    }, PATIENCE);
    await expect(cards()).toBeLessThan(60);
    window.dispatchEvent(new Event('beforeprint'));
    await expect(cards()).toBeGreaterThanOrEqual(300);
    await expect(canvasElement.querySelectorAll('.arrow').length).toBeGreaterThanOrEqual(300);
    window.dispatchEvent(new Event('afterprint'));
    await waitFor(() => expect(cards()).toBeLessThan(60));
  },
};
const held: IdleRequestCallback[] = [];
const pictures: Blob[] = [];
/** The first track is there and the others are not: who takes a picture then gets all of them. */
export const APictureTakenAtOnceHasEveryTrack: Story = {
  beforeEach: () => {
    held.length = 0;
    pictures.length = 0;
    const idle = spyOn(window, 'requestIdleCallback').mockImplementation((call) => held.push(call));
    const given = spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      pictures.push(blob as Blob);
      return '#';
    });
    return () => {
      idle.mockRestore();
      given.mockRestore();
    };
  },
  play: async ({ canvas, canvasElement }) => {
    await drawn(canvasElement);
    const { nodes } = mapGraph(pack());
    const beside = nodes.filter(({ kind, track }) => kind === 'step' && track !== nodes[0]?.track);
    const isThere = (id: string) => canvasElement.querySelector(`[data-id="${id}"]`) !== null;
    await expect(beside.length).toBeGreaterThan(0);
    await expect(beside.filter(({ id }) => isThere(id))).toEqual([]);
    await userEvent.click(canvas.getByRole('button', { name: 'Image' }));
    await userEvent.click(await page().findByRole('menuitem', { name: 'Image à agrandir (SVG)' }));
    // Long enough for a picture of what is there.
    await new Promise((later) => setTimeout(later, 1_500));
    await expect(pictures).toEqual([]);
    // What is around the stage in sight waits for time, then what is beside its track.
    await waitFor(() => {
      for (const call of held.splice(0)) call({ didTimeout: true, timeRemaining: () => 0 });
      expect(pictures).toHaveLength(1);
    }, PATIENCE);
    const svg = await pictures[0]!.text();
    for (const { id } of beside) await expect(svg).toContain(`data-id="${id}"`);
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = {
  globals: { direction: 'rtl', language: 'ar' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.react-flow__edge')).not.toBeNull());
    const said = [...canvasElement.querySelectorAll('.react-flow__node, .react-flow__edge')].flatMap(
      (each) => [each.getAttribute('aria-label') ?? '', each.getAttribute('aria-roledescription') ?? ''],
    );
    await expect(said.filter((words) => /^Edge|\b(?:node|edge)\b/.test(words))).toEqual([]);
    await expect(said.some((words) => words.startsWith('من «'))).toBe(true);
  },
};
export const HighContrast: Story = inHighContrast(WithThePanel);
export const HighContrastDark: Story = inHighContrast(Usual, 'dark');
