import { describe } from 'vitest';
import { everyFaultIsFound } from './fault.contract.ts';
import { FAULTS_IN_PROTECTION } from './faults-in-protection.ts';

describe('a safeguard breaks, with a story that plays, when', () => everyFaultIsFound(FAULTS_IN_PROTECTION));
