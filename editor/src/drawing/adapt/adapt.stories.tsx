import { behaviourDiff, compile } from '@parcours/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { DeskContext } from '../desk/desk-context.ts';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { sampleAdaptation, sampleBase } from '../fixtures/sample-adaptation.ts';
import { TitleSection } from '../sections/title-section.tsx';
import { adaptOf } from './adapt-of.ts';
import { AdaptView } from './adapt-view.tsx';
import { AdaptationMark } from './adaptation-mark.tsx';
import { AdaptedNote } from './adapted-note.tsx';
import { BehaviourDifferences, BehaviourPart } from './behaviour-part.tsx';
import { DifferenceCard, DifferenceList, LevelNote, Why } from './difference-card.tsx';
import { HeadNote } from './head-note.tsx';
import { PlaceMarks } from './place-marks.tsx';
import { RebaseAssistant, RebasePart } from './rebase-part.tsx';
import { RevertHead } from './revert-head.tsx';
import { WayTo } from './way-to.tsx';

const base = sampleBase();
const pack = sampleAdaptation();
const adapted = [...adaptOf(base, pack).values()];
const differences = behaviourDiff(compile(base, 'a'), compile(pack, 'b'), { ...base.scenarios });

const meta = {
  title: 'drawing/adapt',
  component: AdaptView,
  subcomponents: {
    AdaptationMark,
    AdaptedNote,
    BehaviourDifferences,
    BehaviourPart,
    DifferenceCard,
    DifferenceList,
    HeadNote,
    LevelNote,
    PlaceMarks,
    RebaseAssistant,
    RebasePart,
    RevertHead,
    WayTo,
    Why,
  },
  decorators: [onTheTable],
  parameters: { drawing: { pack, base } },
} satisfies Meta<typeof AdaptView>;
export default meta;
type Story = StoryObj<typeof meta>;

const conflict = {
  path: 'deadlines/meeting_deadline/within',
  words: {
    fr: 'Voir l’enfant : la base dit maintenant 24 heures, vous dites 48 heures',
    en: 'See the child: the base now says 24 hours, you say 48 hours',
    es: 'Ver a la niña o el niño: la base ahora dice 24 horas, ustedes dicen 48 horas',
    ar: 'رؤية الطفل: الأصل يقول الآن 24 ساعة، وأنتم تقولون 48 ساعة',
  },
};

export const WhatDiffers: Story = {
  play: async ({ canvas, canvasElement }) => {
    const card = canvasElement.querySelector<HTMLElement>('[data-place="deadlines/decision_deadline"]');
    await expect(card).not.toBeNull();
    await expect(
      within(card as HTMLElement).getByRole('textbox', { name: /Pourquoi votre pays/ }),
    ).toHaveValue('La loi nationale est plus courte (exemple inventé).');
    await userEvent.click(within(card as HTMLElement).getByRole('button', { name: 'Revenir à la base' }));
    await expect(canvasElement.querySelector('[data-place="deadlines/decision_deadline"]')).toBeNull();
    await expect(lastDrawing().get().log.pack.deadlines['decision_deadline']?.within).toBe('P5D');
    await expect(canvas.getByText(/Part de/)).toBeVisible();
  },
};
export const WhatItChangesForAChild: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Ce que cela change'));
    // The worker may take longer than a test: the comparison itself has its own story.
    await expect(
      await canvas.findByText(/Comparaison des histoires|se déroule(?:nt)? autrement/),
    ).toBeVisible();
  },
};
/** The title page of a country goes back to the base field by field, and the reader to what differs. */
export const OneFieldOfTheTitlePageGoesBack: Story = {
  parameters: {
    drawing: {
      base,
      pack: { ...pack, pack: { ...pack.pack, title: { fr: 'Chez nous' } } },
    },
  },
  play: async ({ canvas, canvasElement }) => {
    const card = within(canvasElement.querySelector<HTMLElement>('[data-place="pack"]') as HTMLElement);
    await userEvent.click(card.getByRole('button', { name: 'Revenir à la base : titre' }));
    await expect(lastDrawing().get().log.pack.pack.title).toEqual(base.pack.title);
    const [link] = canvas.getAllByRole('button', { name: /^Aller à « / });
    await expect(lastDrawing().get().selected).toBeUndefined();
    await userEvent.click(link as HTMLElement);
    await expect(lastDrawing().get().selected).toMatch(/^\w+\/\w+/);
  },
};
/** What a country has not written itself is grey, and said to be the base's. */
export const TheTitlePageSaysWhatItInherits: Story = {
  render: () => <TitleSection />,
  play: async ({ canvas, canvasElement }) => {
    await expect(
      canvas.getAllByText('Repris mot pour mot de la base : ce n’est pas encore ce que dit votre pays.')
        .length,
    ).toBeGreaterThan(0);
    const title = canvas.getByRole('textbox', { name: 'Titre' });
    await userEvent.clear(title);
    await userEvent.type(title, 'Chez nous');
    await expect(canvasElement.querySelector('[data-inherited="title"]')).toBeNull();
  },
};
/** A draft that is laid over another base is opened again: everything of it is made anew. */
function OpenedAgain() {
  const [times, setTimes] = useState(1);
  return (
    <DeskContext value={{ id: 'laid-again', pack: 'essai' }}>
      <button type="button" onClick={() => setTimes(times + 1)}>
        Rouvrir
      </button>
      <AdaptView key={times} />
    </DeskContext>
  );
}
export const ThePartOneIsInStays: Story = {
  beforeEach: () => sessionStorage.clear(),
  render: () => <OpenedAgain />,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'Ce que cela change' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Rouvrir' }));
    await expect(canvas.getByRole('radio', { name: 'Ce que cela change' })).toBeChecked();
  },
};
export const OfOneStory: Story = {
  render: () => <BehaviourDifferences told={1} differences={differences} />,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Lire l’histoire jusque-là'));
    await expect((await canvas.findAllByRole('listitem')).length).toBeGreaterThan(0);
  },
};
const invented = differences.map((each) => ({ ...each, story: `invented_${each.story}`, invented: true }));
export const InventedOnesAreNumbered: Story = {
  render: () => <BehaviourDifferences told={1} differences={invented} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Histoire inventée 1')).toBeVisible();
  },
};
export const AllEndTheSame: Story = { render: () => <BehaviourDifferences told={12} differences={[]} /> };
export const Comparing: Story = { render: () => <BehaviourPart base={base} pack={base} /> };
const settled = fn();
export const ConflictByConflict: Story = {
  render: () => (
    <RebaseAssistant
      from="1.0.0"
      onto="1.1.0"
      conflicts={[conflict, { ...conflict, path: 'deadlines/decision_deadline/within' }]}
      onSettled={settled}
    />
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getAllByRole('button', { name: /^Aller à « / })[0] as HTMLElement);
    await expect(lastDrawing().get().selected).toBe('deadlines/meeting_deadline');
    const button = canvas.getByRole('button', { name: /Reposer l’adaptation/ });
    await expect(button).toBeDisabled();
    const [ours] = canvas.getAllByRole('radio', { name: 'Garder le nôtre' });
    const theirs = canvas.getAllByRole('radio', { name: 'Prendre celui de la base' })[1];
    if (ours) await userEvent.click(ours);
    await expect(canvas.getByText('Il reste 1 point à départager.')).toBeVisible();
    if (theirs) await userEvent.click(theirs);
    await userEvent.click(button);
    await expect(settled).toHaveBeenCalledWith({
      [conflict.path]: 'ours',
      'deadlines/decision_deadline/within': 'theirs',
    });
  },
};
export const NothingToSettle: Story = {
  render: () => <RebaseAssistant from="1.0.0" onto="1.1.0" conflicts={[]} onSettled={fn()} />,
};
export const WithoutAService: Story = { render: () => <RebasePart /> };
export const AProcedureOfItsOwn: Story = { parameters: { drawing: { pack: base, base: undefined } } };
export const AsInTheBase: Story = { parameters: { drawing: { pack: base, base } } };
export const Reading: Story = { parameters: { drawing: { pack, base, isReadOnly: true } } };
export const Marks: Story = {
  render: () => (
    <>
      {['steps/meet', 'steps/decide', 'rules/child_was_heard', 'roles/delegate'].map((place) => (
        <AdaptationMark key={place} place={place} />
      ))}
      <LevelNote level="locked" />
      <LevelNote level="tighten" />
      {adapted[0] ? <DifferenceList differences={adapted[0].differences} /> : null}
    </>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('img', { name: /Comme dans la base. Verrouillé/ })).toBeVisible();
  },
};
export const InTheViews: Story = {
  render: () => (
    <>
      <PlaceMarks place="steps/decide" />
      <AdaptedNote section="deadlines" id="decision_deadline" />
      <AdaptedNote section="steps" id="meet" />
    </>
  ),
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByRole('img', { name: /^Modifié/ })).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: /Pourquoi votre pays/ })).toHaveValue(
      'La loi nationale est plus courte (exemple inventé).',
    );
    await expect(canvas.getByText(/^Verrouillé/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Revenir à la base' }));
    await expect(canvasElement.querySelector('[data-adapted-note="changed"]')).toBeNull();
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
export const HighContrast: Story = inHighContrast(WhatDiffers);
