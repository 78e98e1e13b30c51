import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { answering } from '../../fixtures/answering.ts';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { LONG } from '../../fixtures/long-words.ts';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { SAMPLE_PACK_VIEW, SAMPLE_SUMMARY } from '../../fixtures/sample-views.ts';
import { stepDefinition } from '../../pack/step-of-pack.ts';
import { ActionsProvider } from '../actions/actions-provider.tsx';
import { DeskContext } from '../desk/desk-context.ts';
import { emptyPack } from '../fixtures/empty-pack.ts';
import { largePack } from '../fixtures/large-pack.ts';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { NewFact } from '../sections/new-fact.tsx';
import { AddToStep } from './add-to-step.tsx';
import { DragHandle } from './drag-handle.tsx';
import { FactsLine } from './facts-line.tsx';
import { OutlineDrag } from './outline-drag.tsx';
import { OutlineFoot } from './outline-foot.tsx';
import { OutlinePart } from './outline-part.tsx';
import { OutlinePicker } from './outline-picker.tsx';
import { OutlineRow } from './outline-row.tsx';
import { OutlineView } from './outline-view.tsx';
import { PickList } from './pick-list.tsx';
import { DeadlinePicker } from './pickers/deadline-picker.tsx';
import { FactPicker } from './pickers/fact-picker.tsx';
import { RolePicker } from './pickers/role-picker.tsx';
import { SourcePicker } from './pickers/source-picker.tsx';
import { TargetPicker } from './pickers/way-pickers.tsx';
import { TextBlock } from './text-block.tsx';
import { TitleField } from './title-field.tsx';
import { WayMenu } from './way-menu.tsx';
import { WaysList } from './ways-list.tsx';

const withActions: Decorator = (Story) => (
  <ActionsProvider onView={() => undefined}>
    <h1 style={{ fontSize: 20, marginBlockStart: 0 }}>Accueil d’un enfant</h1>
    <Story />
  </ActionsProvider>
);

const meta = {
  title: 'drawing/outline',
  component: OutlineView,
  subcomponents: {
    AddToStep,
    DragHandle,
    FactsLine,
    OutlineDrag,
    OutlineFoot,
    OutlinePart,
    OutlinePicker,
    OutlineRow,
    PickList,
    DeadlinePicker,
    FactPicker,
    NewFact,
    RolePicker,
    SourcePicker,
    TargetPicker,
    TextBlock,
    TitleField,
    WayMenu,
    WaysList,
  },
  decorators: [withActions, onTheTable],
} satisfies Meta<typeof OutlineView>;
export default meta;
type Story = StoryObj<typeof meta>;
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

const titleOf = (canvas: Canvas, number: string) =>
  canvas.findByRole('textbox', { name: `Titre de l’étape ${number}` });
const packNow = () => lastDrawing().get().log.pack;
const howToReceive = () => stepDefinition(packNow(), 'receive')?.how?.['fr'];
const body = () => within(document.body);

export const Usual: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: /^1 / })).toBeVisible();
    await expect(await titleOf(canvas, '1.1.2')).toHaveValue('Rencontrer l’enfant, seul d’abord');
    await expect(canvas.getByRole('button', { name: 'Avec qui : avec Personne qui signale' })).toBeVisible();
  },
};

export const Typing: Story = {
  play: async ({ canvas }) => {
    const title = await titleOf(canvas, '1.1.3');
    await userEvent.clear(title);
    await userEvent.type(title, 'Chercher l’enfant');
    await expect(packNow().steps['search']?.title).toMatchObject({ fr: 'Chercher l’enfant' });
    await expect(lastDrawing().get().log.past).toHaveLength(1);
    await userEvent.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(packNow()).toEqual(samplePack()));
    await expect(await titleOf(canvas, '1.1.3')).not.toHaveValue('Chercher l’enfant');
  },
};

export const EnterMakesTheNextStep: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await titleOf(canvas, '1.1.1'));
    await userEvent.keyboard('{Enter}');
    await waitFor(async () => expect(await titleOf(canvas, '1.1.2')).toHaveFocus());
    await userEvent.keyboard('Rassurer l’enfant');
    await expect(await titleOf(canvas, '1.1.2')).toHaveValue('Rassurer l’enfant');
    await expect(await titleOf(canvas, '1.1.3')).toHaveValue('Rencontrer l’enfant, seul d’abord');
    await expect(await canvas.findByText('quand « L’étape est faite »')).toBeVisible();
    await userEvent.clear(await titleOf(canvas, '1.1.2'));
    await userEvent.keyboard('{Backspace}');
    await waitFor(async () => expect(await titleOf(canvas, '1.1.1')).toHaveFocus());
    await expect(await titleOf(canvas, '1.1.2')).toHaveValue('Rencontrer l’enfant, seul d’abord');
  },
};

export const EnterAmidATitlePartsItAndBackspaceJoins: Story = {
  play: async ({ canvas }) => {
    const title = await titleOf(canvas, '1.1.2');
    await userEvent.click(title);
    (title as HTMLTextAreaElement).setSelectionRange(22, 22);
    await userEvent.keyboard('{Enter}');
    await waitFor(async () => expect(await titleOf(canvas, '1.1.3')).toHaveFocus());
    await expect(await titleOf(canvas, '1.1.2')).toHaveValue('Rencontrer l’enfant, s');
    await expect(await titleOf(canvas, '1.1.3')).toHaveValue('eul d’abord');
    await userEvent.keyboard('{Backspace}');
    await waitFor(async () => expect(await titleOf(canvas, '1.1.2')).toHaveFocus());
    await expect(await titleOf(canvas, '1.1.2')).toHaveValue('Rencontrer l’enfant, seul d’abord');
    await userEvent.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
    await waitFor(() => expect(packNow()).toEqual(samplePack()));
  },
};

export const ManyParagraphsPastedAreManySteps: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await titleOf(canvas, '1.1.3'));
    await userEvent.keyboard('{Enter}');
    await waitFor(async () => expect(await titleOf(canvas, '1.1.4')).toHaveFocus());
    await userEvent.paste('1.\tÉcouter\r\n2.\tÉvaluer le danger\r\n\r\n3.\tDécider');
    await waitFor(async () => expect(await titleOf(canvas, '1.1.6')).toHaveFocus());
    await expect(await titleOf(canvas, '1.1.4')).toHaveValue('Écouter');
    await expect(await titleOf(canvas, '1.1.5')).toHaveValue('Évaluer le danger');
    await userEvent.keyboard(' ensemble');
    await expect(await titleOf(canvas, '1.1.6')).toHaveValue('Décider ensemble');
    await userEvent.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
    await waitFor(async () => expect(await titleOf(canvas, '1.1.4')).toHaveValue(''));
    await waitFor(async () => expect(await titleOf(canvas, '1.1.4')).toHaveFocus());
  },
};

export const EnterOnTheLastEmptyOneLeaves: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await titleOf(canvas, '1.1.3'));
    await userEvent.keyboard('{Enter}');
    await waitFor(async () => expect(await titleOf(canvas, '1.1.4')).toHaveFocus());
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.queryByRole('textbox', { name: 'Titre de l’étape 1.1.4' })).toBeNull());
    await expect(canvas.getByRole('button', { name: /à la fin de « Réception »/ })).toHaveFocus();
  },
};

export const TabNestsAndAltMoves: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await titleOf(canvas, '1.2'));
    await userEvent.keyboard('{Home}{Tab}');
    await waitFor(async () => expect(await titleOf(canvas, '1.1.4')).toHaveFocus());
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    await waitFor(async () => expect(await titleOf(canvas, '1.2')).toHaveFocus());
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(async () => expect(await titleOf(canvas, '1.3')).toHaveFocus());
    await expect(
      lastDrawing()
        .get()
        .log.past.map(({ command }) => command),
    ).toEqual(['move_step', 'move_step', 'move_step']);
  },
};

export const BehindATitleShiftTabGoesBackAndTakesNothingOut: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await titleOf(canvas, '1.1.2'));
    await userEvent.keyboard('{End}{Shift>}{Tab}{/Shift}');
    await expect(await titleOf(canvas, '1.1.2')).not.toHaveFocus();
    await userEvent.click(await titleOf(canvas, '1.1.2'));
    await userEvent.keyboard('{Home}{Escape}{Shift>}{Tab}{/Shift}');
    await expect(await titleOf(canvas, '1.1.2')).not.toHaveFocus();
    await expect(lastDrawing().get().log.past).toHaveLength(0);
  },
};

export const ReachedByTabTheKeyGoesOn: Story = {
  play: async ({ canvas }) => {
    (await canvas.findByRole('button', { name: /^Déplacer : 1.1.1 / })).focus();
    await userEvent.tab();
    await expect(await titleOf(canvas, '1.1.1')).toHaveFocus();
    await userEvent.tab();
    await expect(await titleOf(canvas, '1.1.1')).not.toHaveFocus();
    await expect(lastDrawing().get().log.past).toHaveLength(0);
  },
};

export const ARoleIsPicked: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Qui : Gestionnaire de cas, Police/ }));
    const dialog = await body().findByRole('dialog', { name: 'Qui' });
    await userEvent.click(await within(dialog).findByRole('checkbox', { name: /Juge des enfants/ }));
    await expect(packNow().steps['meet']).toMatchObject({ who: ['caseworker', 'police', 'judge'] });
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: /Police des mineurs, Juge des enfants$/ })).toHaveFocus(),
    );
  },
};

export const ANewFunctionSaysWhatIsMissing: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Qui : Gestionnaire de cas, Police/ }));
    const dialog = await body().findByRole('dialog', { name: 'Qui' });
    await userEvent.click(within(dialog).getByText('Nouvelle fonction'));
    const add = within(dialog).getByRole('button', { name: 'Ajouter' });
    await userEvent.click(add);
    const name = within(dialog).getByRole('textbox', { name: 'Nom' });
    await expect(name).toHaveFocus();
    await expect(name).toHaveAccessibleDescription('Écrivez le nom de la fonction.');
    await userEvent.type(name, 'Psychologue');
    await userEvent.click(add);
    const sector = within(dialog).getByRole('combobox', { name: 'Secteur' });
    await expect(sector).toHaveFocus();
    await expect(sector).toHaveAccessibleDescription('Choisissez son secteur.');
    await userEvent.selectOptions(sector, 'Santé');
    await expect(sector).not.toHaveAttribute('aria-invalid', 'true');
    await userEvent.click(add);
    await expect(within(dialog).getByRole('checkbox', { name: /^Psychologue/ })).toBeChecked();
  },
};
export const ANewDeadline: Story = {
  play: async ({ canvas }) => {
    await userEvent.click((await canvas.findAllByRole('button', { name: /^Délai :/ }))[0]!);
    const dialog = within(await body().findByRole('dialog', { name: 'Délai' }));
    await userEvent.click(await dialog.findByText('Nouveau délai'));
    await userEvent.type(await dialog.findByRole('textbox', { name: 'Durée' }), '3');
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Unité' }), 'workingDays');
    await userEvent.click(dialog.getByRole('button', { name: 'Ajouter' }));
    const added = Object.values(packNow().deadlines).at(-1);
    await expect(added).toMatchObject({ within: 'P3D', calendar: 'working', basis: 'practice' });
    await expect(lastDrawing().get().log.past).toHaveLength(1);
  },
};

/** Who has named a track goes on with its first step: the line that tells it is not open yet stays as it is. */
export const EnterBehindTheNameOfATrack: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Ajouter un volet' }));
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Titre du volet/));
    await userEvent.keyboard('Protection urgente{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Titre de l’étape \d\.2$/));
    await userEvent.keyboard('Mettre à l’abri');
    const titles = Object.values(packNow().steps).map(({ title }) => title);
    await expect(titles).toContainEqual({ fr: 'Volet pas encore ouvert' });
    await expect(titles).toContainEqual({ fr: 'Mettre à l’abri' });
  },
};

/** What is searched for and not there is made from its words: no field is filled twice. */
export const WhatIsNotThereIsAddedByEnter: Story = {
  play: async ({ canvas }) => {
    await userEvent.click((await canvas.findAllByRole('button', { name: /^Délai :/ }))[0]!);
    const deadline = within(await body().findByRole('dialog', { name: 'Délai' }));
    await userEvent.type(await deadline.findByRole('textbox', { name: /Chercher/ }), '36 heures');
    await expect(deadline.getByText('Rien de ce nom. Entrée : l’ajouter.')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect(await deadline.findByRole('checkbox', { name: /^36\sheures|^1 jour/ })).toBeChecked();
    await expect(Object.values(packNow().deadlines).at(-1)).toMatchObject({ within: 'PT36H' });
    await expect(lastDrawing().get().log.past).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    await userEvent.click((await canvas.findAllByRole('button', { name: /^Qui :/ }))[0]!);
    const who = within(await body().findByRole('dialog', { name: 'Qui' }));
    await userEvent.type(await who.findByRole('textbox', { name: /Chercher/ }), 'Sage-femme{Enter}');
    const sector = who.getByRole('combobox', { name: 'Secteur' });
    await expect(sector).toHaveFocus();
    await userEvent.selectOptions(sector, 'Santé');
    await userEvent.type(who.getByRole('textbox', { name: 'Nom' }), '{Enter}');
    await expect(await who.findByRole('checkbox', { name: /^Sage-femme/ })).toBeChecked();
  },
};

export const AFactIsAsked: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Ajouter à l’étape 1.2' }));
    await userEvent.click(
      await within(document.body).findByRole('menuitem', { name: 'Demander un renseignement' }),
    );
    const asks = within(
      await within(document.body).findByRole('dialog', { name: 'Renseignements demandés' }),
    );
    await userEvent.click(await asks.findByText('Nouveau renseignement'));
    await userEvent.type(await asks.findByRole('textbox', { name: 'Renseignement' }), 'Où vit l’enfant');
    await userEvent.selectOptions(
      asks.getByRole('combobox', { name: 'On répond par' }),
      'Un choix dans une liste',
    );
    await userEvent.type(
      asks.getByRole('textbox', { name: 'Réponses possibles, une par ligne' }),
      'En famille{Enter}En foyer',
    );
    await userEvent.click(asks.getByRole('button', { name: 'Ajouter' }));
    await expect(lastDrawing().get().log.past.at(-1)?.command).toBe('ask_fact');
    await expect(lastDrawing().get().log.past).toHaveLength(1);
    await expect(
      canvas.getByRole('button', { name: /^Renseignements demandés :.*Où vit l’enfant/ }),
    ).toBeVisible();
  },
};
export const ASourceIsPicked: Story = {
  play: async ({ canvas }) => {
    await userEvent.click((await canvas.findAllByRole('button', { name: /^Selon quel article :/ }))[0]!);
    const dialog = within(await body().findByRole('dialog', { name: 'Selon quel article' }));
    await userEvent.click(await dialog.findByRole('checkbox', { name: /, art\. 12/ }));
    await expect(packNow().steps['receive']).toMatchObject({ sources: ['crc_19', 'crc_12'] });
  },
};

/** On an empty page nobody types a convention that the service knows: it is found by its words, and comes with how surely it is known. */
export const ATextOfAnotherProcedureIsCited: Story = {
  parameters: { drawing: { pack: emptyPack() } },
  beforeEach: answering({
    'GET /api/packs': { packs: [{ ...SAMPLE_SUMMARY, jurisdiction: '001' }] },
    'GET /api/packs/:id': SAMPLE_PACK_VIEW,
  }).beforeEach,
  render: () => (
    <DeskContext value={{ id: 'd1', account: 'amina', pack: 'essai' }}>
      <OutlineView />
    </DeskContext>
  ),
  play: async ({ canvas }) => {
    await userEvent.click((await canvas.findAllByRole('button', { name: /^Selon quel article :/ }))[0]!);
    const dialog = within(await body().findByRole('dialog', { name: 'Selon quel article' }));
    await userEvent.click(await dialog.findByRole('checkbox', { name: /, art\. 12/ }));
    await expect(packNow().steps['receive_report']?.sources).toEqual(['crc_12']);
    await expect(packNow().sources).toEqual({ crc_12: samplePack().sources['crc_12'] });
    await expect(dialog.getByRole('checkbox', { name: /, art\. 12/ })).toHaveFocus();
    await expect(dialog.getByText(/Un texte est cité/)).toBeVisible();
    lastDrawing().undo();
    await expect(packNow().sources).toEqual({});
    await expect(packNow().steps['receive_report']).not.toHaveProperty('sources');
  },
};
export const AWayIsLedElsewhere: Story = {
  play: async ({ canvas }) => {
    await userEvent.click((await canvas.findAllByRole('button', { name: /› 1.1.2/ }))[0]!);
    await userEvent.click(await body().findByRole('menuitem', { name: 'Mener à une autre étape' }));
    const dialog = within(await body().findByRole('dialog', { name: 'Vers quelle étape ?' }));
    await userEvent.click(await dialog.findByRole('button', { name: /^1.2 / }));
    await waitFor(() => expect(lastDrawing().get().log.past.at(-1)?.command).toBe('retarget_way'));
  },
};

export const ANewWayOn: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Ajouter à l’étape 1.1.1' }));
    await userEvent.click(await body().findByRole('menuitem', { name: 'Ajouter une suite' }));
    const dialog = within(await body().findByRole('dialog', { name: 'Suite' }));
    await userEvent.type(
      await dialog.findByRole('textbox', { name: 'Quelle issue ?' }),
      'Le signalement est écarté',
    );
    await userEvent.click(dialog.getByRole('button', { name: /^1.4 / }));
    await userEvent.click(dialog.getByRole('button', { name: /^Ajouter › 1.4/ }));
    await expect(await canvas.findByText('quand « Le signalement est écarté »')).toBeVisible();
  },
};

export const ATextIsWritten: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Modifier : Comment faire, 1.1.1' }));
    const editor = await canvas.findByRole('textbox', { name: 'Comment faire : 1.1.1' }, { timeout: 20_000 });
    await waitFor(() => expect(editor).toHaveFocus());
    await userEvent.keyboard(' Puis rappelez.');
    await waitFor(() => expect(howToReceive()).toMatch(/rappeler\. ?Puis rappelez\./));
    await expect(howToReceive()).toContain('**mots exacts**');
    await expect(lastDrawing().get().log.past).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    await expect(await canvas.findByText(/Puis rappelez/)).toBeVisible();
  },
};

const HEADED = {
  ...samplePack(),
  steps: {
    ...samplePack().steps,
    reception: {
      ...samplePack().steps['reception'],
      purpose: { fr: 'Accueillir l’enfant sans enquêter.' },
    },
  },
} as ReturnType<typeof samplePack>;

/** What a brought document says below a heading is read there, and written there. */
export const WordsBelowAHeading: Story = {
  parameters: { drawing: { pack: HEADED } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Accueillir l’enfant sans enquêter.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /Pour quoi, 1\.1/ }));
    await expect(await canvas.findByRole('textbox', { name: 'Pour quoi : 1.1' })).toBeVisible();
  },
};

export const TheMenuOfAStep: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Actions : 1.2 / }));
    const measure = await body().findByRole('menuitemcheckbox', { name: 'Mesure décidée pour l’enfant' });
    await expect(measure).toHaveAttribute('aria-checked', 'false');
    await userEvent.click(await body().findByRole('menuitem', { name: 'Dupliquer' }));
    await waitFor(async () => expect(await titleOf(canvas, '1.3')).toHaveFocus());
    await expect(packNow().steps).toHaveProperty('decide_2');
  },
};

export const DraggedByKeys: Story = {
  play: async ({ canvas }) => {
    const handle = await canvas.findByRole('button', { name: /^Déplacer : 1.1.1 / });
    handle.focus();
    await userEvent.keyboard('[Space]');
    await waitFor(() => expect(document.body).toHaveTextContent(/Pris : /));
    await userEvent.keyboard('[ArrowDown]');
    await waitFor(() => expect(document.body).toHaveTextContent(/Après : Rencontrer/));
    await userEvent.keyboard('[Space]');
    await waitFor(async () => expect(await titleOf(canvas, '1.1.2')).toHaveValue('Recevoir le signalement'));
  },
};

export const ReadOnly: Story = {
  parameters: { drawing: { isReadOnly: true } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Recevoir le signalement')).toBeVisible();
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};

export const LongText: Story = {
  parameters: {
    drawing: {
      pack: (() => {
        const pack = structuredClone(samplePack());
        const meet = pack.steps['meet'] as { title: Record<string, string> };
        meet.title['fr'] = LONG;
        (pack.roles['caseworker'] as { label: Record<string, string> }).label['fr'] = LONG;
        (pack.events['child_seen'] as { label: Record<string, string> }).label['fr'] = LONG;
        return pack;
      })(),
    },
  },
};
export const Large: Story = {
  // The rows are those of the other stories; on so many of them axe takes long.
  parameters: { drawing: { pack: largePack(100) }, a11y: { test: 'off' } },
  play: async () => {
    const last = Object.entries(packNow().steps).find(([, { title }]) => title['fr'] === 'Étape 100')?.[0];
    lastDrawing().select(`steps/${last}`, { reveal: true });
    await waitFor(() => expect((document.activeElement as HTMLTextAreaElement).value).toBe('Étape 100'), {
      timeout: 13_000,
      interval: 250,
    });
  },
};
export const Selected: Story = { parameters: { drawing: { selected: 'steps/placed' } } };
export const Dark: Story = {
  globals: { scheme: 'dark' },
  parameters: { drawing: { selected: 'steps/meet' } },
};
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
export const ArabicDark: Story = { globals: { language: 'ar', direction: 'rtl', scheme: 'dark' } };
export const HighContrast: Story = inHighContrast(Selected);
export const HighContrastDark: Story = inHighContrast(Selected, 'dark');
