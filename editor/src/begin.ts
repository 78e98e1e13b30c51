/** What the page does first, before its code is read: a script by itself, in front of all others (see `vite.config.ts`). */
import { beginPage } from './shell/begin-page.ts';

beginPage(location.pathname);
