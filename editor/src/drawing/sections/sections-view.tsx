import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { type ComponentType, useEffect, useState } from 'react';
import { useDrawingState } from '../drawing-context.tsx';
import type { Notion } from '../help/help-point.tsx';
import { HelpRow } from '../help/with-help.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { CalendarSection } from './calendar-section.tsx';
import { DeadlineDetail } from './deadline-detail.tsx';
import { EffectDetail } from './effect-detail.tsx';
import { FactDetail } from './fact-detail.tsx';
import { FormDetail } from './form-detail.tsx';
import { ListedElements } from './listed-elements.tsx';
import { ParameterDetail } from './parameter-detail.tsx';
import { RoleDetail } from './role-detail.tsx';
import { SafeguardDetail } from './safeguard-detail.tsx';
import { SourcesSection } from './sources-section.tsx';
import { TermsSection } from './terms-section.tsx';
import { TextsSection } from './texts-section.tsx';
import { TitleSection } from './title-section.tsx';
import './sections.css';

/** Everything that feeds the steps and rules. One line here for each section. */
const SECTIONS = {
  facts: () => <ListedElements section="facts" Detail={FactDetail} />,
  forms: () => <ListedElements section="forms" Detail={FormDetail} />,
  deadlines: () => <ListedElements section="deadlines" Detail={DeadlineDetail} />,
  roles: () => <ListedElements section="roles" Detail={RoleDetail} />,
  sources: SourcesSection,
  parameters: () => <ListedElements section="parameters" Detail={ParameterDetail} />,
  safeguards: () => <ListedElements section="safeguards" Detail={SafeguardDetail} />,
  effects: () => <ListedElements section="effects" Detail={EffectDetail} />,
  calendar: CalendarSection,
  title: TitleSection,
  terms: TermsSection,
  texts: TextsSection,
} as const satisfies Record<string, ComponentType>;
type SectionId = keyof typeof SECTIONS;

/** The notions that a section speaks of. */
const NOTIONS: Readonly<Partial<Record<SectionId, readonly Notion[]>>> = {
  facts: ['unknown', 'fresh'],
  deadlines: ['deadline', 'from', 'working'],
  sources: ['basis'],
  parameters: ['unknown'],
  safeguards: ['safeguard'],
  calendar: ['working'],
};

const isSection = (id: string): id is SectionId => Object.hasOwn(SECTIONS, id);

/** The elements of a procedure, section by section; a place that is shown from elsewhere opens its own. */
export function SectionsView() {
  const { t } = useDrawingWords();
  const selected = useDrawingState((state) => state.selected);
  const [section, setSection] = useState<SectionId>(() => sectionOf(selected) ?? 'facts');
  useEffect(() => {
    const wanted = sectionOf(selected);
    if (wanted) setSection(wanted);
  }, [selected]);
  const Content = SECTIONS[section];
  return (
    <div className="sections">
      <div className="sections-frame">
        <nav aria-label={t('sections.navLabel')} className="sections-nav">
          {Object.keys(SECTIONS)
            .filter(isSection)
            .map((id) => (
              <UnstyledButton
                key={id}
                {...(id === section ? { 'aria-current': 'true' as const } : {})}
                onClick={() => setSection(id)}
              >
                {t(`sections.nav.${id}`)}
              </UnstyledButton>
            ))}
        </nav>
        <div className="sections-content">
          <VisuallyHidden component="h2">{t(`sections.nav.${section}`)}</VisuallyHidden>
          <HelpRow about={NOTIONS[section] ?? []} />
          <Content key={section} />
        </div>
      </div>
    </div>
  );
}

function sectionOf(place: string | undefined): SectionId | undefined {
  const [first = '', second] = place?.split('/') ?? [];
  if (first === 'pack') return second === 'terms' ? 'terms' : 'title';
  return isSection(first) ? first : undefined;
}
