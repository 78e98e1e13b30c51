import type { Guide } from '@parcours/engine';

/** The parts of a guide by name, for components that show one of them. */
export type StepGuide = Guide['now'][number];
export type EventGuide = StepGuide['events'][number];
export type FormGuide = NonNullable<StepGuide['form']>;
export type DeadlineGuide = StepGuide['deadlines'][number];
export type SignalGuide = Guide['signals'][number];
