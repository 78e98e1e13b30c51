import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { Deps } from '../deps.ts';
import { SESSION_COOKIE } from '../sign-in/session.ts';

/** Sets the session cookie: out of reach of scripts, never sent from another site, gone when the browser closes. */
export function giveCookie(c: Context, deps: Deps, token: string): void {
  setCookie(c, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: deps.secureCookies === true,
  });
}

/** Takes the session cookie back. */
export function takeCookie(c: Context): void {
  deleteCookie(c, SESSION_COOKIE, { path: '/' });
}
