import { type Pack, type Verdict, verify } from '@parcours/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { removeElement, setField } from '../commands/elements.ts';
import { checkedHere } from '../fixtures/checked-here.tsx';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { findState, type OpenState } from '../log/find-state.ts';
import { tellPaths } from './check-pack.ts';
import type { Coverage } from './coverage.ts';
import { CoverageView } from './coverage-view.tsx';
import { FindingMark, FindingSign } from './finding-mark.tsx';
import { FindingsHere } from './findings-here.tsx';
import { FindingsView } from './findings-view.tsx';
import { MendButton } from './mend-button.tsx';
import { SafeguardCards } from './safeguard-cards.tsx';
import { StoryAct } from './story-act.tsx';
import { StoryEditor } from './story-editor.tsx';
import { StoryList } from './story-list.tsx';
import { FrameTold, StoryPlayer } from './story-player.tsx';
import { ToDoCard } from './to-do-card.tsx';
import { ToDoGroupCard } from './to-do-group.tsx';
import { ToDoList } from './to-do-list.tsx';

/** The invented procedure, its decision open to a child nobody has heard. */
function brokenPack(): Pack {
  const pack = structuredClone(samplePack());
  const receive = findState(pack.machine, 'receive')?.state as OpenState | undefined;
  if (receive) receive.on = { report_taken: [{ target: '#decide' }], not_found: [{ target: '#meet' }] };
  return pack;
}

const sure = <T,>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The sample has moved on.');
  return value;
};

const broken = brokenPack();
const { verdicts, findings } = verify(broken);
const verdict = sure(verdicts[0]);
const story = sure(verdict.story);
const brokenFinding = sure(findings.find(({ code }) => code === 'safeguard.broken'));

function coverageOfSample(): Coverage {
  let found: Coverage | undefined;
  tellPaths(samplePack(), { cache: {}, now: () => 0 }, (told) => {
    if (told.kind === 'scenarios') found = told.coverage;
  });
  return sure(found);
}

const meta = {
  title: 'drawing/findings',
  component: FindingsView,
  subcomponents: {
    CoverageView,
    FindingMark,
    FindingSign,
    FindingsHere,
    FrameTold,
    MendButton,
    SafeguardCards,
    StoryAct,
    StoryEditor,
    StoryList,
    StoryPlayer,
    ToDoCard,
    ToDoGroupCard,
    ToDoList,
  },
  decorators: [onTheTable],
} satisfies Meta<typeof FindingsView>;
export default meta;
type Story = StoryObj<typeof meta>;

const checked = { timeout: 60_000 };

export const ToDos: Story = {
  decorators: [checkedHere],
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('[data-checked="true"]')).not.toBeNull(), checked);
    lastDrawing().perform(setField, { section: 'steps', id: 'decide', path: ['who'] });
    const card = await waitFor(() => {
      const found = canvasElement.querySelector<HTMLElement>('[data-finding-code="step.no_role"]');
      expect(found).not.toBeNull();
      return found as HTMLElement;
    }, checked);
    await expect(canvas.getByText(/À corriger d’abord/)).toBeVisible();
    await userEvent.click(within(card).getByRole('button', { name: /Aller à/ }));
    await expect(lastDrawing().get().selected).toBe('steps/decide');
    await userEvent.click(within(card).getByRole('button', { name: 'Corriger' }));
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: /Confier à.*Juge/ }));
    await waitFor(
      () => expect(canvasElement.querySelector('[data-finding-code="step.no_role"]')).toBeNull(),
      checked,
    );
    await expect(lastDrawing().get().log.pack.steps['decide']).toMatchObject({ who: ['judge'] });
  },
};
export const ASafeguardBrokenPlayedAndMended: Story = {
  decorators: [checkedHere],
  parameters: { drawing: { pack: broken } },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByText(/^Garanties/));
    const card = await waitFor(() => {
      const found = canvasElement.querySelector<HTMLElement>(
        '[data-safeguard="heard"][data-verdict="broken"]',
      );
      expect(found).not.toBeNull();
      return found as HTMLElement;
    }, checked);
    const play = () => within(card).getByRole('button', { name: 'Voir ce qui se passe' });
    await userEvent.click(play());
    await expect(document.activeElement).toHaveAttribute('data-story');
    await userEvent.click(within(card).getByRole('button', { name: 'Fermer l’histoire' }));
    await expect(play()).toHaveFocus();
    await userEvent.click(play());
    const next = within(card).getByRole('button', { name: 'Acte suivant' });
    while (!next.hasAttribute('disabled')) await userEvent.click(next);
    await expect(within(card).getByText(/C’est ici que la garantie est rompue/)).toBeVisible();
    await userEvent.click(within(card).getByRole('button', { name: 'Garder comme exercice' }));
    await expect(within(card).getByText('Gardée parmi les histoires.')).toBeVisible();
    within(card)
      .getByRole('button', { name: /Passer d’abord par/ })
      .focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(
      () =>
        expect(canvasElement.querySelector('[data-safeguard="heard"][data-verdict="proved"]')).not.toBeNull(),
      checked,
    );
    // Nothing else is broken: what is read next is how many hold.
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-rest'));
  },
};
/** The invented procedure with steps that last for ever, and a role that nothing uses. */
function unfinishedPack(): Pack {
  const pack = structuredClone(samplePack()) as unknown as { steps: Record<string, { deadlines?: unknown }> };
  for (const id of ['receive', 'decide', 'make_safe']) delete pack.steps[id]?.deadlines;
  return pack as unknown as Pack;
}

export const HintsFoldedAndOneActForMany: Story = {
  decorators: [checkedHere],
  parameters: { drawing: { pack: unfinishedPack() } },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('[data-checked="true"]')).not.toBeNull(), checked);
    const hints = sure(
      canvas
        .getAllByRole('button', { expanded: false })
        .find((each) => /Ce que rien n’utilise/.test(each.textContent)),
    );
    await expect(canvasElement.querySelector('[data-finding-code="unused"]')).toBeNull();
    await userEvent.click(hints);
    await expect(hints).toHaveAttribute('aria-expanded', 'true');
    await expect(canvasElement.querySelector('[data-finding-code="unused"]')).not.toBeNull();
    const all = canvas.getByRole('button', { name: /^Pour les 3 : Donner un délai de 7 jours/ });
    all.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(
      () => expect(canvasElement.querySelector('[data-finding-code="step.no_deadline"]')).toBeNull(),
      checked,
    );
    await expect(canvas.getByText(/^3 points corrigés ensemble/)).toBeVisible();
    await expect(lastDrawing().get().log.past).toHaveLength(1);
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-to-do'));
    lastDrawing().undo();
    await expect(lastDrawing().get().log.pack).toEqual(unfinishedPack());
  },
};
export const FilteredByWordsAndByPart: Story = {
  decorators: [checkedHere],
  parameters: { drawing: { pack: unfinishedPack() } },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('[data-checked="true"]')).not.toBeNull(), checked);
    const cards = () => canvasElement.querySelectorAll('[data-to-do]');
    await userEvent.type(canvas.getByRole('textbox', { name: 'Chercher dans ce qui est à faire' }), 'delai');
    await waitFor(() => expect(canvas.getByText(/points? sur \d+$/)).toBeVisible());
    for (const card of cards()) await expect(card).toHaveTextContent(/délai/);
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Où' }), 'Réception');
    await waitFor(() => expect(cards()).toHaveLength(1));
    await expect(cards()[0]).toHaveAttribute('data-place', 'steps/receive');
    await userEvent.click(canvas.getByRole('button', { name: 'Tout montrer' }));
    await waitFor(() => expect(cards().length).toBeGreaterThan(3));
  },
};
export const AfterAMendTheNextIsRead: Story = {
  decorators: [checkedHere],
  parameters: { drawing: { pack: unfinishedPack() } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('[data-checked="true"]')).not.toBeNull(), checked);
    const cards = () => [
      ...canvasElement.querySelectorAll<HTMLElement>('[data-finding-code="step.no_deadline"]'),
    ];
    await waitFor(() => expect(cards()).toHaveLength(3));
    const [first, second] = cards();
    within(sure(first))
      .getByRole('button', { name: /^Donner un délai/ })
      .focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(cards()).toHaveLength(2), checked);
    await waitFor(() => expect(document.activeElement).toBe(second));
  },
};
export const AMendOfferedForWhatHasGone: Story = {
  decorators: [checkedHere],
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('[data-checked="true"]')).not.toBeNull(), checked);
    const who = (...roles: string[]) =>
      lastDrawing().perform(setField, {
        section: 'steps',
        id: 'decide',
        path: ['who'],
        ...(roles.length > 0 && { value: roles }),
      });
    const card = () => canvasElement.querySelector<HTMLElement>('[data-finding-code="step.no_role"]');
    who();
    await waitFor(() => expect(card()).not.toBeNull(), checked);
    await userEvent.click(within(sure(card() ?? undefined)).getByRole('button', { name: 'Corriger' }));
    const item = await within(document.body).findByRole('menuitem', { name: /Confier à.*Juge/ });
    // Somebody is named while the menu is open: what it offers would put another in their place.
    who('police');
    item.click();
    const told = await canvas.findByText(/^Il n’y a plus rien à corriger ici/);
    await expect(told.closest('[role="status"]')).not.toBeNull();
    await waitFor(() => expect(card()).toBeNull(), checked);
    await expect(lastDrawing().get().log.pack.steps['decide']).toMatchObject({ who: ['police'] });
  },
};
export const ASharedMendThatSettlesNothing: Story = {
  decorators: [checkedHere],
  parameters: { drawing: { pack: unfinishedPack() } },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('[data-checked="true"]')).not.toBeNull(), checked);
    const all = canvas.getByRole('button', { name: /^Pour les 3 : Donner un délai de 7 jours/ });
    for (const id of ['receive', 'decide', 'make_safe'])
      lastDrawing().perform(setField, {
        section: 'steps',
        id,
        path: ['deadlines'],
        value: ['decision_deadline'],
      });
    all.click();
    await expect(await canvas.findByText(/^Il n’y a plus rien à corriger ici/)).toBeVisible();
    await expect(lastDrawing().get().log.past).toHaveLength(3);
    await waitFor(
      () => expect(canvasElement.querySelector('[data-finding-code="step.no_deadline"]')).toBeNull(),
      checked,
    );
  },
};
const otherwise = (place: string, expected: unknown, got: unknown) => {
  const [id] = Object.keys(samplePack().scenarios);
  return {
    code: 'scenario.otherwise',
    severity: 'error',
    path: `scenarios/${id}/${place}`,
    parameters: { expected: JSON.stringify(expected), got: JSON.stringify(got) },
    message: '',
  } as const;
};
export const AStoryThatGoesOtherwise: Story = {
  render: () => (
    <>
      <ToDoCard finding={otherwise('acts/0/expect/refused', false, 'not_heard')} />
      <ToDoCard finding={otherwise('acts/0/expect/facts/child_heard', true, null)} />
      <ToDoCard finding={otherwise('expect/route/1', 'decide', null)} />
    </>
  ),
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(
        /Acte 1(, « .+ »)? – attendu : accepté ; maintenant : refusé \(Aucune étape ouverte ne permet de le déclarer maintenant\)\./,
      ),
    ).toBeVisible();
    await expect(canvas.getByText(/ – attendu : Oui ; maintenant : Inconnu\./)).toBeVisible();
    await expect(
      canvas.getByText(/À la fin, étape suivante – attendu : .+ ; maintenant : rien\./),
    ).toBeVisible();
    await expect(canvas.queryByText(/false|null|not_heard|decide\b/)).toBeNull();
  },
};
export const Reading: Story = {
  parameters: { drawing: { pack: broken, isReadOnly: true } },
  render: () => <ToDoCard finding={brokenFinding} verdict={verdict} />,
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button', { name: /Passer d’abord/ })).toBeNull();
  },
};
export const OneSuggestion: Story = {
  parameters: { drawing: { pack: broken } },
  render: () => <MendButton finding={brokenFinding} verdict={verdict} />,
};
export const AStuckStepLedElsewhere: Story = {
  parameters: { drawing: { pack: samplePack() } },
  render: () => (
    <MendButton
      finding={{
        code: 'step.stuck',
        severity: 'warning',
        path: 'steps/search',
        parameters: { step: 'search' },
        message: '',
      }}
    />
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Corriger' }));
    const body = within(document.body);
    await body.findByRole('menuitem', { name: /^De « Rechercher l’enfant », revenir à « Rencontrer/ });
    await userEvent.click(body.getByRole('menuitem', { name: 'Mener à une autre étape…' }));
    const dialog = await body.findByRole('dialog', { name: /Rechercher l’enfant/ });
    await waitFor(() => expect(dialog).toBeVisible());
    await waitFor(() => expect(body.queryByRole('menu')).toBeNull());
  },
};
export const NothingToDo: Story = {
  render: () => <ToDoList all={[]} verdicts={new Map()} isNothing />,
};
export const ManyOfOneKind: Story = {
  render: () => <ToDoList all={findings} verdicts={new Map()} isNothing={false} />,
  play: async ({ canvas, canvasElement }) => {
    const count = () => canvasElement.querySelectorAll('[data-finding-code="text.missing"]').length;
    await expect(count()).toBe(3);
    await userEvent.click(canvas.getByRole('button', { name: /points semblables/ }));
    await expect(count()).toBe(33);
  },
};
export const Safeguards: Story = {
  parameters: { drawing: { pack: broken } },
  render: () => (
    <SafeguardCards
      verdicts={
        new Map([
          ...verdicts.map((each) => [each.id, each] as const),
          [
            'heard',
            {
              ...verdict,
              assumptions: [{ code: 'deadlines_are_kept', names: ['decision_deadline'] }],
            },
          ],
        ])
      }
      byPlace={new Map()}
      isProved
      fresh={new Set()}
    />
  ),
};
/** What is said of a safeguard that a value is missing for, and the way to that value. */
const forWantOfAValue = (of: Partial<Verdict>, says: RegExp): Story => ({
  render: () => (
    <SafeguardCards
      verdicts={new Map([['heard', { ...verdict, id: 'heard', awaits: ['placement_span'], ...of }]])}
      byPlace={new Map()}
      isProved
      fresh={new Set()}
    />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(says)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Aller à « Durée d’un placement »' }));
    await expect(lastDrawing().get().selected).toBe('parameters/placement_span');
  },
});
export const KeptForWantOfAValue = forWantOfAValue(
  { verdict: 'proved', vacuous: 'it never happens' },
  /ne dit rien encore.*manque Durée d’un placement/,
);
const waiting = forWantOfAValue(
  { verdict: 'unchecked', why: 'no value yet' },
  /ne peut pas être vérifiée.*manque Durée d’un placement/,
);
export const CannotBeCheckedForWantOfAValue: Story = {
  ...waiting,
  play: async (around) => {
    await expect(around.canvas.getByText('Attend une valeur')).toBeVisible();
    await waiting.play?.(around);
  },
};
export const NoSafeguard: Story = {
  play: async ({ canvas }) => {
    for (const id of ['heard', 'sealed']) lastDrawing().perform(removeElement, { section: 'safeguards', id });
    await userEvent.click(canvas.getByText(/^Garanties/));
    await expect(canvas.getByText(/Aucune garantie/)).toBeVisible();
  },
};
export const Player: Story = {
  parameters: { drawing: { pack: broken } },
  render: () => <StoryPlayer story={story} shows={{ fr: 'Entendu' }} onClose={() => {}} />,
};
export const AStoryThatNoLongerFits: Story = {
  render: () => (
    <StoryPlayer
      story={{ ...story, acts: [{ at: 'PT0M', event: 'gone' }] }}
      shows={{ fr: 'Entendu' }}
      onClose={() => {}}
    />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/ne s’y déroule plus/)).toBeVisible();
  },
};
export const KeptStories: Story = {
  render: () => <StoryList />,
  play: async ({ canvas }) => {
    await userEvent.click(sure(canvas.getAllByRole('button', { name: /^Dérouler/ })[0]));
    await expect(await canvas.findByText(/^Acte 1 sur/)).toBeVisible();
    for (const button of canvas.getAllByRole('button', { name: /^Retirer/ })) await userEvent.click(button);
    await expect(Object.keys(lastDrawing().get().log.pack.scenarios)).toEqual([]);
  },
};
export const AStoryCorrected: Story = {
  render: () => <StoryList />,
  play: async ({ canvas }) => {
    const body = within(document.body);
    const scenario = () => sure(Object.values(lastDrawing().get().log.pack.scenarios)[0]);
    const before = scenario();
    await userEvent.click(sure(canvas.getAllByRole('button', { name: /^Corriger l’histoire/ })[0]));
    const name = await canvas.findByRole('textbox', { name: 'Nom de l’histoire' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Une autre soirée');
    await expect(scenario().title['fr']).toBe('Une autre soirée');
    await expect(canvas.getByText('L’histoire se déroule comme elle le dit.')).toBeVisible();
    const acts = canvas.getAllByRole('button', { name: /^Acte \d/ });
    await userEvent.click(sure(acts.at(-1)));
    await userEvent.click(canvas.getByRole('button', { name: `Retirer l’acte ${acts.length}` }));
    await expect(scenario().acts).toHaveLength(before.acts.length - 1);
    await waitFor(() => expect(document.activeElement).toHaveTextContent(`Acte ${acts.length - 1}`));
    await expect(await canvas.findByText(/^L’histoire se déroule autrement/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Attendre ce qui arrive maintenant' }));
    await expect(await canvas.findByText('L’histoire se déroule comme elle le dit.')).toBeVisible();
    await expect(scenario().expect.route?.length).toBeLessThan(before.expect.route?.length ?? 0);
    await userEvent.click(sure(canvas.getAllByRole('button', { name: /^Acte \d/ })[0]));
    await userEvent.click(canvas.getByRole('combobox', { name: 'Qui agit' }));
    await userEvent.click(await body.findByRole('option', { name: 'Responsable' }));
    await expect(scenario().acts[0]?.by?.role).toBe('supervisor');
    lastDrawing().undo();
    lastDrawing().undo();
    lastDrawing().undo();
    await expect(scenario().acts).toEqual(before.acts);
    await userEvent.click(canvas.getByRole('button', { name: 'Terminé' }));
    await expect(canvas.queryByRole('textbox', { name: 'Nom de l’histoire' })).toBeNull();
  },
};
export const AStoryCorrectedInArabic: Story = {
  render: () => <StoryEditor id={sure(Object.keys(samplePack().scenarios)[0])} onClose={() => {}} />,
  globals: { language: 'ar', direction: 'rtl' },
};
export const CoverageOfStories: Story = {
  render: () => <CoverageView coverage={coverageOfSample()} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/4 étapes sur 7/)).toBeVisible();
    await waitFor(() => expect(document.querySelector('.arrow[data-taken="all"]')).not.toBeNull());
    await expect(document.querySelector('.arrow[data-taken="none"]')).not.toBeNull();
  },
};
export const AMarkLeadsToItsText: Story = {
  decorators: [checkedHere],
  render: () => <FindingMark place="steps/decide" />,
  play: async ({ canvas }) => {
    lastDrawing().perform(setField, { section: 'steps', id: 'decide', path: ['who'] });
    const mark = await canvas.findByRole('button', { name: /^3 points à voir/ }, checked);
    mark.focus();
    await userEvent.keyboard('{Enter}');
    await within(document.body).findByRole('dialog', { name: 'À voir ici' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(within(document.body).queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(mark));
    await userEvent.keyboard('{Enter}');
    const opened = within(await within(document.body).findByRole('dialog', { name: 'À voir ici' }));
    await expect(opened.getByText(/Personne n’est nommé pour l’étape/)).toBeVisible();
    await userEvent.click(opened.getByRole('button', { name: 'Corriger' }));
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: /Confier à.*Juge/ }));
    await waitFor(() => expect(opened.queryByText(/Personne n’est nommé/)).toBeNull(), checked);
    await userEvent.click(sure(opened.getAllByRole('button', { name: /^Aller à/ })[0]));
    await waitFor(() => expect(within(document.body).queryByRole('dialog')).toBeNull());
  },
};
export const ASignToBeRead: Story = {
  decorators: [checkedHere],
  render: () => <FindingSign place="steps/decide" />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('img', { name: /points? à voir/ }, checked)).toBeVisible();
  },
};
export const FoldedInArabic: Story = {
  decorators: [checkedHere],
  parameters: { drawing: { pack: unfinishedPack() } },
  globals: { language: 'ar', direction: 'rtl' },
};
export const FoldedInTheDark: Story = {
  decorators: [checkedHere],
  parameters: { drawing: { pack: unfinishedPack() } },
  globals: { scheme: 'dark' },
};
export const Dark: Story = { ...Safeguards, globals: { scheme: 'dark' } };
export const Arabic: Story = { ...Safeguards, globals: { language: 'ar', direction: 'rtl' } };
export const HighContrast: Story = inHighContrast(ToDos);
export const HighContrastDark: Story = inHighContrast(Safeguards, 'dark');
