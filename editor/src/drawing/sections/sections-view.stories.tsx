import type { Pack } from '@parcours/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { answering } from '../../fixtures/answering.ts';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { LONG } from '../../fixtures/long-words.ts';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { SAMPLE_PACK_VIEW, SAMPLE_SUMMARY } from '../../fixtures/sample-views.ts';
import { DeskContext } from '../desk/desk-context.ts';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { AnchorInput } from './anchor-input.tsx';
import { BrokenBy } from './broken-by.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { DeadlineDetail } from './deadline-detail.tsx';
import { DeadlinePreview } from './deadline-preview.tsx';
import { DeriveFields } from './derive-fields.tsx';
import { DurationInput } from './duration-input.tsx';
import { EffectDetail } from './effect-detail.tsx';
import { ElementProvider } from './element-context.tsx';
import { ElementList } from './element-list.tsx';
import { FactDetail } from './fact-detail.tsx';
import { WordsField } from './fields.tsx';
import { FormDetail } from './form-detail.tsx';
import { FormPreview } from './form-preview.tsx';
import { ListedElements } from './listed-elements.tsx';
import { NewDeadline } from './new-deadline.tsx';
import { NewElement } from './new-element.tsx';
import { ParameterDetail } from './parameter-detail.tsx';
import { PickField } from './pick-field.tsx';
import { RemoveButton } from './remove-button.tsx';
import { RoleDetail } from './role-detail.tsx';
import { SafeguardBlank } from './safeguard-blank.tsx';
import { SafeguardDetail } from './safeguard-detail.tsx';
import { SectionsView } from './sections-view.tsx';
import { SourcePicker } from './source-picker.tsx';
import { SourcesSection } from './sources-section.tsx';
import { TermsSection } from './terms-section.tsx';
import { TextsSection } from './texts-section.tsx';
import { TitleSection } from './title-section.tsx';
import { WhereUsed } from './where-used.tsx';

const meta = {
  title: 'drawing/sections',
  component: SectionsView,
  subcomponents: {
    AnchorInput,
    CalendarSection,
    DeadlineDetail,
    DeadlinePreview,
    DeriveFields,
    DurationInput,
    EffectDetail,
    ElementProvider,
    ElementList,
    FactDetail,
    WordsField,
    FormDetail,
    FormPreview,
    ListedElements,
    NewDeadline,
    NewElement,
    ParameterDetail,
    PickField,
    RemoveButton,
    RoleDetail,
    BrokenBy,
    SafeguardBlank,
    SafeguardDetail,
    SourcePicker,
    SourcesSection,
    TermsSection,
    TextsSection,
    TitleSection,
    WhereUsed,
  } as never,
  decorators: [onTheTable],
} satisfies Meta<typeof SectionsView>;
export default meta;
type Story = StoryObj<typeof meta>;

type Open = { -readonly [key in keyof Pack]: Pack[key] };

function changed(change: (pack: Open) => void): Pack {
  const pack = structuredClone(samplePack()) as Open;
  change(pack);
  return pack;
}

const at = (selected: string, pack = samplePack()) => ({ drawing: { pack, selected } });
const drawn = () => lastDrawing().get().log.pack;

export const Facts: Story = {
  parameters: at('facts/age'),
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Nom' }), ' de l’enfant');
    await expect(drawn().facts['age']?.label).toMatchObject({ fr: 'Âge de l’enfant' });
    await expect(lastDrawing().get().log.past).toHaveLength(1);
    const list = canvas.getByRole('listbox', { name: 'Renseignements' });
    list.focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(lastDrawing().get().selected).not.toBe('facts/age'));
  },
};
export const AFactIsAdded: Story = {
  parameters: at('facts/none'),
  play: async ({ canvas }) => {
    await userEvent.type(
      canvas.getByRole('textbox', { name: 'Nouveau renseignement' }),
      'L’école suivie{Enter}',
    );
    await expect(drawn().facts['l_ecole_suivie']).toMatchObject({ type: 'boolean', basis: 'practice' });
    await userEvent.selectOptions(
      await canvas.findByRole('combobox', { name: 'Sorte de réponse' }),
      'Un choix dans une liste',
    );
    await userEvent.type(canvas.getByRole('textbox', { name: 'Nouvelle réponse' }), 'Primaire{Enter}');
    await expect(drawn().facts['l_ecole_suivie']).toMatchObject({
      type: 'enum',
      values: { primaire: { label: { fr: 'Primaire' } } },
    });
  },
};
export const AFactInUseStays: Story = {
  parameters: at('facts/danger'),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Retirer « Y a-t-il un danger/ }));
    await expect(await canvas.findByText('Ne se retire pas tant que ceci en dépend :')).toBeVisible();
    await expect(drawn().facts['danger']).toBeDefined();
  },
};
export const RowsAndWhatIsComputed: Story = {
  parameters: at(
    'facts/visits_alone',
    changed((pack) => {
      pack.facts = {
        ...pack.facts,
        visits_alone: {
          label: { fr: 'Visites seul avec l’enfant' },
          type: 'integer',
          tier: 2,
          basis: 'practice',
          derive: {
            count: { of: 'visits', where: { all: [{ fact: 'alone', operator: 'equal', value: true }] } },
          },
        },
      };
    }),
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('option', { name: /^Visites Des lignes/ }));
    await expect(await canvas.findByText('Ce que chaque ligne contient')).toBeVisible();
  },
};
export const Computed: Story = {
  parameters: at(
    'facts/age',
    changed((pack) => {
      const age = pack.facts['age'];
      if (age) pack.facts = { ...pack.facts, age: { ...age, derive: { years: { from: 'birth_date' } } } };
    }),
  ),
};
export const Forms: Story = {
  parameters: at('forms/report_form'),
  play: async ({ canvas }) => {
    await userEvent.click(
      canvas.getByRole('button', { name: 'Monter « Comment le signalement est arrivé »' }),
    );
    await expect(drawn().forms['report_form']?.sections['what']?.fields.map(({ fact }) => fact)).toEqual([
      'channel',
      'received_at',
      'danger',
      'concerns',
      'words_used',
    ]);
  },
};
export const AFormGetsAPart: Story = {
  parameters: at('forms/meeting_form'),
  play: async ({ canvas }) => {
    await userEvent.type(
      await canvas.findByRole('textbox', { name: 'Ajouter une partie' }),
      'La suite{Enter}',
    );
    await expect(Object.keys(drawn().forms['meeting_form']?.sections ?? {})).toContain('la_suite');
    await expect(await canvas.findByRole('group', { name: 'La suite' })).toBeVisible();
  },
};
export const Deadlines: Story = {
  parameters: at('deadlines/meeting_deadline'),
  play: async ({ canvas, canvasElement }) => {
    const due = () => canvasElement.querySelector('[data-due]')?.getAttribute('data-due');
    await waitFor(() => expect(due()).toMatch(/T16:00:00.000Z$/));
    const before = due();
    const [amount] = canvas.getAllByRole('textbox', { name: 'Durée : Combien' });
    if (!amount) throw new Error('no amount');
    await userEvent.clear(amount);
    await userEvent.type(amount, '4');
    await expect(drawn().deadlines['meeting_deadline']?.within).toBe('P4D');
    await waitFor(() => expect(due()).not.toBe(before));
  },
};
/** Nobody is held to a length that nobody said. */
export const ADeadlineIsMadeOnceItsLengthIsSaid: Story = {
  parameters: at('deadlines'),
  play: async ({ canvas }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Nouveau délai' }), 'Prévenir le juge');
    const add = canvas.getByRole('button', { name: 'Ajouter : Nouveau délai' });
    await expect(add).toBeDisabled();
    const asked = canvas.getByText(/aucune durée n’est supposée/);
    await expect(asked).toBeVisible();
    // Below a long list it would be asked out of sight.
    await expect(asked.getBoundingClientRect().bottom).toBeLessThanOrEqual(window.innerHeight);
    const amount = canvas.getByRole('textbox', { name: 'Durée : Combien' });
    await userEvent.type(amount, '48');
    await expect(add).toBeDisabled();
    await expect(canvas.getByText(/Choisissez l’unité/)).toBeVisible();
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Durée : De quoi' }), 'heures');
    await expect(amount).toHaveValue('48');
    await userEvent.click(add);
    await waitFor(() =>
      expect(Object.values(drawn().deadlines)).toContainEqual(
        expect.objectContaining({ label: { fr: 'Prévenir le juge' }, within: 'PT48H' }),
      ),
    );
  },
};
export const DeadlineFromSeveral: Story = { parameters: at('deadlines/decision_deadline') };
export const Roles: Story = {
  parameters: at('roles/police'),
  play: async ({ canvas }) => {
    await userEvent.type(
      canvas.getByRole('textbox', { name: 'Ajouter une compétence' }),
      'Entendre un enfant{Enter}',
    );
    await expect(drawn().roles['police']?.competencies).toEqual([{ fr: 'Entendre un enfant' }]);
  },
};
export const Sources: Story = {
  parameters: at('sources/crc_12'),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('list', { name: 'Ce qui repose sur ce texte' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Proposé, sans base légale \(\d+\)$/ }));
    await expect(await canvas.findByRole('list', { name: 'Proposé, sans base légale' })).toBeVisible();
  },
};
export const ParameterUnknown: Story = {
  parameters: at('parameters/placement_span'),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByText('La valeur est connue'));
    await expect(drawn().parameters['placement_span']).not.toHaveProperty('value');
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Valeur : De quoi' }), 'mois');
    await userEvent.type(canvas.getByRole('textbox', { name: 'Valeur : Combien' }), '6');
    await expect(drawn().parameters['placement_span']).toMatchObject({ value: 'P6M', confidence: 'memory' });
    await expect(lastDrawing().get().log.past).toHaveLength(1);
    await userEvent.click(canvas.getByText('Inconnue : droit national non trouvé'));
    await expect(drawn().parameters['placement_span']).not.toHaveProperty('value');
  },
};
export const Safeguards: Story = {
  parameters: at('safeguards/heard'),
  play: async ({ canvas, canvasElement }) => {
    await userEvent.selectOptions(
      canvas.getByRole('combobox', { name: 'Modèle de phrase' }),
      '… n’arrive jamais sans que [règle]',
    );
    await expect(drawn().safeguards['heard']?.property).toEqual({
      never: { a: 'event:child_seen', unless: 'child_was_heard' },
    });
    await expect(canvasElement.querySelector('[data-sentence]')).toHaveTextContent(
      '« L’enfant a été vu et entendu » n’arrive jamais sans que « L’enfant a été entendu »',
    );
    const what = canvas.getByRole('combobox', { name: 'Ce qui arrive' });
    await userEvent.click(what);
    await userEvent.clear(what);
    await userEvent.type(what, 'placé');
    await userEvent.click(
      await within(document.body).findByRole('option', { name: 'l’entrée dans « Enfant placé »' }),
    );
    await expect(drawn().safeguards['heard']?.property).toMatchObject({ never: { a: 'step:placed' } });
    await expect(await canvas.findByText('en cours de vérification')).toBeVisible();
  },
};
/** What the service's other procedures cite is a press away here too. */
export const ATextOfAnotherProcedureIsCited: Story = {
  parameters: at('safeguards/heard', { ...samplePack(), sources: {} }),
  beforeEach: answering({
    'GET /api/packs': { packs: [{ ...SAMPLE_SUMMARY, jurisdiction: '001' }] },
    'GET /api/packs/:id': SAMPLE_PACK_VIEW,
  }).beforeEach,
  render: () => (
    <DeskContext value={{ id: 'd1', account: 'amina', pack: 'essai' }}>
      <SectionsView />
    </DeskContext>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('combobox', { name: 'Ajouter une source' }));
    await userEvent.click(await within(document.body).findByRole('option', { name: /, art\. 19/ }));
    await expect(drawn().safeguards['heard']?.sources).toContain('crc_19');
    await expect(drawn().sources).toEqual({ crc_19: samplePack().sources['crc_19'] });
    await expect(lastDrawing().get().log.past).toHaveLength(1);
  },
};
export const Effects: Story = {
  parameters: at('effects/none'),
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Nouvelle suite' }), 'Prévenir le juge{Enter}');
    await expect(drawn().effects['prevenir_le_juge']).toMatchObject({
      kind: 'notify',
      on: { enter: 'step:receive' },
    });
    await expect(await canvas.findByRole('group', { name: 'Cela part quand' })).toBeVisible();
  },
};
export const Calendar: Story = {
  parameters: at('calendar/weekend'),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'vendredi' }));
    await expect(drawn().calendar.weekend).toEqual([5, 6, 7]);
    await userEvent.type(
      canvas.getByRole('textbox', { name: 'Nouveau jour férié' }),
      'Fête nationale{Enter}',
    );
    await expect(drawn().calendar.holidays['fete_nationale']).toMatchObject({ fixed: '01-01' });
    const day = await canvas.findByRole('textbox', { name: 'Jour (mois-jour, 03-20)' });
    await userEvent.clear(day);
    await userEvent.type(day, '03-20');
    await userEvent.tab();
    await expect(drawn().calendar.holidays['fete_nationale']).toMatchObject({ fixed: '03-20' });
  },
};
export const TitlePage: Story = { parameters: at('pack/title') };
export const Terms: Story = {
  parameters: at('pack/terms'),
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'dossier' }), 'cas');
    await expect(drawn().pack.terms).toEqual({ case: { fr: 'cas' } });
  },
};
export const Translations: Story = {
  parameters: at('facts/none'),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Traductions' }));
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Vers' }), 'arabe');
    const [field] = await canvas.findAllByRole('textbox', { name: /\(arabe\)$/ });
    if (!field) throw new Error('nothing to translate');
    await userEvent.type(field, 'نص');
    await expect(lastDrawing().get().log.past).toHaveLength(1);
    await expect(field).toHaveValue('نص');
  },
};
export const ATranslationLeftBehindBeforeThisWindowOpened: Story = {
  parameters: {
    drawing: {
      selected: 'facts/none',
      pack: (() => {
        const pack = structuredClone(samplePack());
        (pack.steps['meet'] as { title: Record<string, string> }).title = { fr: 'Rencontrer', ar: 'رؤية' };
        return pack;
      })(),
    },
  },
  beforeEach: answering({
    'GET /api/drafts/:id/translations': {
      origins: { 'steps/meet/title': { ar: { words: 'رؤية', beside: { fr: 'Voir', ar: 'رؤية' } } } },
    },
  }).beforeEach,
  render: () => (
    <DeskContext value={{ id: 'd1', pack: 'sample' }}>
      <SectionsView />
    </DeskContext>
  ),
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Traductions' }));
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Vers' }), 'arabe');
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Montrer' }), 'stale');
    const row = () => canvasElement.querySelector<HTMLElement>('[data-text="steps/meet/title"]');
    await waitFor(() => expect(row()).not.toBeNull());
    await expect(canvasElement.querySelectorAll('[data-text]')).toHaveLength(1);
  },
};
export const ReadOnly: Story = {
  parameters: { drawing: { pack: samplePack(), selected: 'forms/report_form', isReadOnly: true } },
};
export const LongWords: Story = {
  parameters: at(
    'facts/danger',
    changed((pack) => {
      const danger = pack.facts['danger'];
      if (danger) pack.facts = { ...pack.facts, danger: { ...danger, label: { fr: LONG } } };
    }),
  ),
};
export const HighContrast: Story = inHighContrast(Deadlines);
export const HighContrastDark: Story = inHighContrast(Safeguards, 'dark');
