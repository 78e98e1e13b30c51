import type { Pack } from '@parcours/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { LONG } from '../../fixtures/long-words.ts';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { waysOf } from '../commands/way.ts';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { findState, type OpenState } from '../log/find-state.ts';
import { AskedAgain } from './asked-again.tsx';
import { ChoiceTables } from './choice-tables.tsx';
import { ComparisonRow } from './comparison-row.tsx';
import { ConditionBuilder } from './condition-builder.tsx';
import { LiteralInput } from './literal-input.tsx';
import { NewFactButton } from './new-fact-button.tsx';
import { ReasonTree } from './reason-tree.tsx';
import { RuleDetail } from './rule-detail.tsx';
import { RuleList } from './rule-list.tsx';
import { RuleSheet } from './rule-sheet.tsx';
import { RuleTrial } from './rule-trial.tsx';
import { RulesView } from './rules-view.tsx';
import { SignalsView } from './signals-view.tsx';
import { TreeEditor } from './tree-editor.tsx';
import { OutcomeBadge } from './try-out.tsx';
import { WayConditionEditor } from './way-condition.tsx';
import { WaysTable } from './ways-table.tsx';

const meta = {
  title: 'drawing/rules',
  component: RulesView,
  subcomponents: {
    ChoiceTables,
    ComparisonRow,
    ConditionBuilder,
    LiteralInput,
    NewFactButton,
    ReasonTree,
    RuleDetail,
    RuleList,
    RuleSheet,
    RuleTrial,
    SignalsView,
    AskedAgain,
    TreeEditor,
    OutcomeBadge,
    WayConditionEditor,
    WaysTable,
  },
  decorators: [onTheTable],
} satisfies Meta<typeof RulesView>;
export default meta;
type Story = StoryObj<typeof meta>;

type Rules = { -readonly [key in keyof Pack]: Pack[key] };

/** The invented procedure with a rule in groups, and a step that has ways to choose from. */
function richer(change: (pack: Rules) => void = () => {}): Pack {
  const pack = structuredClone(samplePack()) as Rules;
  pack.rules = {
    ...pack.rules,
    needs_care: {
      label: { fr: 'L’enfant a besoin d’une protection', ar: 'الطفل يحتاج إلى حماية' },
      basis: 'practice',
      conditions: {
        all: [
          { condition: 'danger_is_seen' },
          {
            any: [
              { fact: 'age', operator: 'lessThan', value: { fact: 'majority_age' } },
              { fact: 'age', operator: 'known', value: false },
              { fact: 'received_at', operator: 'withinLast', value: 'P2D' },
            ],
          },
          { not: { any: [{ fact: 'channel', operator: 'in', value: ['letter', 'visit'] }] } },
          { fact: 'concerns', operator: 'contains', value: 'violence' },
        ],
      },
    },
  };
  const meet = pack.machine.states['main']?.states?.['reception']?.states?.['meet'] as unknown as {
    on: Record<string, object[]>;
  };
  meet.on['child_seen'] = [
    { target: '#decide', guard: 'child_was_heard' },
    { target: '#search', guard: { type: 'all', params: { of: ['danger_is_seen', 'child_was_heard'] } } },
  ];
  change(pack);
  return pack;
}

export const Empty: Story = {
  parameters: { drawing: { pack: richer((pack) => void Object.assign(pack, { rules: {} })) } },
};
export const EveryRuleIsReadOut: Story = {
  parameters: { drawing: { pack: richer() } },
  play: async ({ canvas }) => {
    const line = await canvas.findByRole('button', { name: /L’enfant a besoin d’une protection.*danger/ });
    await userEvent.click(line);
    await expect(lastDrawing().get().selected).toBe('rules/needs_care');
  },
};
export const ARuleIsBuilt: Story = {
  parameters: { drawing: { pack: richer(), selected: 'rules/child_was_heard' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Ajouter une condition' }));
    await expect(lastDrawing().get().log.pack.rules['child_was_heard']?.conditions).toEqual({
      all: [
        { fact: 'child_heard', operator: 'equal', value: true },
        { fact: 'received_at', operator: 'known', value: true },
      ],
    });
    const subject = canvas.getByRole('combobox', { name: 'Condition 2 : Renseignement ou règle' });
    await userEvent.click(subject);
    await userEvent.clear(subject);
    await userEvent.type(subject, 'Âge');
    await userEvent.click(await within(document.body).findByRole('option', { name: 'Âge' }));
    await userEvent.selectOptions(
      canvas.getByRole('combobox', { name: 'Condition 2 : Comparaison' }),
      'est inférieur à',
    );
    await userEvent.selectOptions(
      canvas.getByRole('combobox', { name: 'Condition 2 : Comparer à' }),
      'un paramètre',
    );
    await expect(lastDrawing().get().log.pack.rules['child_was_heard']?.conditions).toMatchObject({
      all: [{}, { fact: 'age', operator: 'lessThan', value: { fact: 'majority_age' } }],
    });
    await expect(
      canvas.getByText(
        'Se lit : L’enfant a-t-il pu s’exprimer ? est « oui » et Âge est inférieur à « Âge de la majorité »',
      ),
    ).toBeVisible();
  },
};
export const TheFirstRuleMakesWhatItReads: Story = {
  parameters: {
    drawing: { pack: richer((pack) => void Object.assign(pack, { rules: {}, facts: {}, forms: {} })) },
  },
  play: async ({ canvas }) => {
    await userEvent.type(
      canvas.getByRole('textbox', { name: 'Nouvelle règle' }),
      'L’enfant est en danger{Enter}',
    );
    const asked = within(
      await within(document.body).findByRole('dialog', {
        name: 'Que faut-il savoir pour dire « L’enfant est en danger » ?',
      }),
    );
    await userEvent.type(asked.getByRole('textbox', { name: 'Renseignement' }), 'Danger immédiat{Enter}');
    const { pack, past } = lastDrawing().get().log;
    await expect(past).toHaveLength(1);
    await expect(Object.values(pack.rules)[0]?.conditions).toEqual({
      all: [{ fact: Object.keys(pack.facts)[0], operator: 'equal', value: true }],
    });
    await expect(await canvas.findByText('Se lit : Danger immédiat est « oui »')).toBeVisible();
  },
};
export const AConditionAboutANewFact: Story = {
  parameters: { drawing: { pack: richer(), selected: 'rules/child_was_heard' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Condition 1 : Nouveau renseignement' }));
    const asked = within(await within(document.body).findByRole('dialog', { name: 'Nouveau renseignement' }));
    await userEvent.type(asked.getByRole('textbox', { name: 'Renseignement' }), 'Enfant vu seul{Enter}');
    await expect(await canvas.findByText('Se lit : Enfant vu seul est « oui »')).toBeVisible();
  },
};
export const ARuleInGroups: Story = {
  parameters: { drawing: { pack: richer(), selected: 'rules/needs_care' } },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('Inconnu').length).toBeGreaterThan(0);
    const danger = canvas.getByRole('radiogroup', { name: 'Y a-t-il un danger immédiat ?' });
    await userEvent.click(within(danger).getByRole('radio', { name: 'Non' }));
    await waitFor(() => expect(canvas.getAllByText('Non').length).toBeGreaterThan(2));
  },
};
export const WhereTheFirstActIsNotPossible: Story = {
  parameters: { drawing: { pack: richer(), selected: 'rules/needs_care' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Actes sur la condition 1' }));
    const page = within(document.body);
    await waitFor(() => expect(page.getByRole('menuitem', { name: 'Descendre' })).toHaveFocus());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(page.queryByRole('menu')).toBeNull());
  },
};
export const ByKeysAlone: Story = {
  parameters: { drawing: { pack: richer(), selected: 'rules/needs_care' } },
  play: async ({ canvas }) => {
    canvas.getByRole('button', { name: 'Actes sur la condition 4' }).focus();
    await userEvent.keyboard('{Enter}');
    const up = await within(document.body).findByRole('menuitem', { name: 'Monter' });
    up.focus();
    await userEvent.keyboard('{Enter}');
    await expect(lastDrawing().get().log.pack.rules['needs_care']?.conditions).toMatchObject({
      all: [{}, {}, { fact: 'concerns' }, {}],
    });
    await waitFor(() => expect(document.querySelector('[role="menu"]')).toBeNull());
  },
};
export const ReadOnly: Story = {
  parameters: { drawing: { pack: richer(), selected: 'rules/needs_care', isReadOnly: true } },
};
export const LongWords: Story = {
  parameters: {
    drawing: {
      pack: richer((pack) => {
        const rule = pack.rules['needs_care'];
        if (rule) pack.rules = { ...pack.rules, needs_care: { ...rule, label: { fr: LONG } } };
      }),
      selected: 'rules/needs_care',
    },
  },
};
export const AnAdaptationAdds: Story = {
  parameters: {
    drawing: {
      pack: richer((pack) => {
        pack.pack = { ...pack.pack, kind: 'overlay', jurisdiction: 'BJ' };
      }),
      base: samplePack(),
      selected: 'rules/placement_is_justified',
    },
  },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^(Et|Ou), ici \(Bénin\), ajouter/ }));
    const rule = lastDrawing().get().log.pack.rules['placement_is_justified'];
    await expect(Object.keys({ ...rule?.also, ...rule?.or_also })).toHaveLength(1);
    await expect(lastDrawing().get().log.past).toHaveLength(1);
  },
};
export const ATable: Story = {
  parameters: { drawing: { pack: richer(), selected: 'steps/meet' } },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText('Bloqué tant qu’on ne sait pas', {}, { timeout: 15_000 }),
    ).toBeVisible();
    await expect(canvas.getByText(/^Vrai en même temps que le chemin 1/)).toBeVisible();
    await expect(canvas.getByText(/^Jamais pris/)).toBeVisible();
    const [tryIt] = canvas.getAllByRole('button', { name: 'Essayer avec cet enfant' });
    if (tryIt) await userEvent.click(tryIt);
    await userEvent.click(
      canvas.getByRole('button', { name: 'Lire plus tard le chemin vers « Décider de la suite »' }),
    );
    const { past } = lastDrawing().get().log;
    await expect(past.at(-1)?.command).toBe('reorder_way');
  },
};
export const ATableWithItsCondition: Story = {
  parameters: { drawing: { pack: richer(), selected: 'steps/meet' } },
  play: async ({ canvas }) => {
    await userEvent.click(
      canvas.getByRole('button', { name: 'Condition du chemin vers « Décider de la suite »' }),
    );
    await userEvent.click(canvas.getByRole('button', { name: 'Ajouter une condition' }));
    await expect(lastDrawing().get().log.past.at(-1)?.command).toBe('set_guard');
  },
};
export const SignalsAndQuestions: Story = {
  parameters: { drawing: { pack: richer(), selected: 'events/danger_seen' } },
  play: async ({ canvas }) => {
    const pick = async (name: string, option: string) => {
      await userEvent.click(canvas.getByRole('combobox', { name }));
      await userEvent.click(await within(document.body).findByRole('option', { name: option }));
    };
    await pick('Dès que', 'L’enfant a besoin d’une protection');
    await pick('aller à l’étape', 'Mettre l’enfant à l’abri');
    await userEvent.click(canvas.getByRole('button', { name: 'Ouvrir sur ce signal' }));
    await expect(lastDrawing().get().log.past.at(-1)?.command).toBe('open_track_when');
    await expect(
      await canvas.findByText(
        'Dès que « L’enfant a besoin d’une protection », ouvrir « Mettre l’enfant à l’abri »',
      ),
    ).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Ne plus redemander/ }));
    await expect(await canvas.findByText('Rien n’est redemandé encore.')).toBeVisible();
  },
};
const heardTwice = (): Pack => {
  const pack = structuredClone(richer());
  const danger = Object.entries(pack.events).find(([, { when }]) => when !== undefined)?.[0] ?? '';
  const target = [...waysOf(pack.machine)].find(({ name }) => name === danger)?.candidate.target ?? '';
  const decide = findState(pack.machine, 'decide')?.state as OpenState;
  const meet = findState(pack.machine, 'meet')?.state as OpenState;
  decide.on = { ...decide.on, [danger]: [{ target }] };
  meet.on = { ...meet.on, [danger]: [{ target }] };
  return pack;
};
export const ASignalHeardInTwoSteps: Story = {
  parameters: { drawing: { pack: heardTwice(), selected: 'events/danger_seen' } },
  play: async ({ canvas }) => {
    const stops = canvas.getAllByRole('button', { name: /^Ne plus ouvrir/ });
    const names = stops.map(({ textContent }) => textContent);
    await expect(names.length).toBeGreaterThan(1);
    await expect(new Set(names).size).toBe(names.length);
  },
};
export const ASignalThatWantsItsRuleFirst: Story = {
  parameters: { drawing: { pack: richer((pack) => void Object.assign(pack, { rules: {} })) } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('tab', { name: 'Signaux et questions reposées' }));
    const write = await canvas.findByRole('button', { name: 'Écrire une règle' });
    write.focus();
    await userEvent.keyboard('{Enter}');
    const name = await canvas.findByRole('textbox', { name: 'Nouvelle règle' });
    await waitFor(() => expect(name).toHaveFocus());
    await userEvent.keyboard('Un danger est vu{Enter}');
    await expect(await canvas.findByRole('textbox', { name: 'Ce que la règle affirme' })).toHaveValue(
      'Un danger est vu',
    );
    // Whoever comes by the tabs stays on them.
    const tab = canvas.getByRole('tab', { name: 'Signaux et questions reposées' });
    await userEvent.click(tab);
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await expect(canvas.getByRole('tab', { name: 'Règles' })).toHaveFocus();
  },
};
/** What a signal could be called, as an example or by its rule, is read to its end. */
const namedInFull = (example: string): Story => ({
  parameters: {
    drawing: {
      pack: richer((pack) => {
        const rule = pack.rules['needs_care'];
        if (rule) pack.rules = { needs_care: { ...rule, label: { fr: LONG, ar: LONG } } };
      }),
      selected: 'events/danger_seen',
    },
  },
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 860 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    const [name] = await canvas.findAllByRole('textbox');
    const [rule] = canvas.getAllByRole('combobox');
    if (!name || !rule) throw new Error('The form has moved on.');
    const expectInFull = async (words: string) => {
      await waitFor(() => expect(name).toHaveAccessibleDescription(expect.stringContaining(words)));
      const said = document.getElementById(name.getAttribute('aria-describedby') ?? '');
      await expect(said?.scrollWidth).toBeLessThanOrEqual(said?.clientWidth ?? 0);
    };
    await expectInFull(example);
    await userEvent.click(rule);
    await userEvent.click(await within(document.body).findByRole('option', { name: LONG }));
    await expectInFull(LONG);
    await expect(name).not.toHaveAttribute('placeholder');
  },
});
export const ASignalNamedInFull: Story = namedInFull('Par exemple : un danger est vu');
export const ASignalNamedInFullInEnglish: Story = {
  ...namedInFull('For example: danger is seen'),
  globals: { language: 'en' },
};
export const ASignalNamedInFullInSpanish: Story = {
  ...namedInFull('Por ejemplo: se ve un peligro'),
  globals: { language: 'es' },
};
export const ASignalNamedInFullInArabic: Story = {
  ...namedInFull('مثلا: لوحظ خطر'),
  globals: { language: 'ar', direction: 'rtl' },
};
export const HighContrast: Story = inHighContrast(ATable);
export const HighContrastDark: Story = inHighContrast(ARuleInGroups, 'dark');
