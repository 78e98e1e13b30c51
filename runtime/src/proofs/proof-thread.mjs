// A thread cannot begin with TypeScript itself: it begins here, with the loader that the command line runs on.
import { register } from 'tsx/esm/api';

register();
await import('./proof-worker.ts');
