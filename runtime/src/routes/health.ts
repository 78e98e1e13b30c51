import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { type AppEnv, send } from './http.ts';

export type HealthView = { readonly status: 'ready' | 'stopped'; readonly now: string };

/** 200 while it can write, 503 when the store has stopped. */
export function healthRoutes(service: Service) {
  return new Hono<AppEnv>().get('/', (c) => {
    const status = service.store.condition();
    const view: HealthView = { status, now: service.clock.now() };
    return send(c, view, status === 'ready' ? 200 : 503);
  });
}
