/**
 * Stands in a safeguard for an act that its authors have still to choose. A whole track is never left: a sentence about that promises
 * nothing, and the prover answers neither that it is kept nor that it is broken.
 */
export const UNSAID_ACT = 'leave:main';
