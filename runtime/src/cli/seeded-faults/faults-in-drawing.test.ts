import { describe } from 'vitest';
import { everyFaultIsFound } from './fault.contract.ts';
import { FAULTS_IN_DRAWING } from './faults-in-drawing.ts';

describe('the structure of a pack tells that', () => everyFaultIsFound(FAULTS_IN_DRAWING));
