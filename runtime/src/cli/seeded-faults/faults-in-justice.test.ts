import { describe } from 'vitest';
import { everyFaultIsFound } from './fault.contract.ts';
import { FAULTS_IN_JUSTICE } from './faults-in-justice.ts';

describe('a safeguard breaks before judges and police, with a story that plays, when', () =>
  everyFaultIsFound(FAULTS_IN_JUSTICE));
