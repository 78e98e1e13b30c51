import { describe } from 'vitest';
import { everyFaultIsFound } from './fault.contract.ts';
import { FAULTS_IN_OVERLAY } from './faults-in-overlay.ts';

describe('the layers of a country tell that', () => everyFaultIsFound(FAULTS_IN_OVERLAY));
