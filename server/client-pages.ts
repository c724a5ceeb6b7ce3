import { join } from 'node:path';
import express, { Router } from 'express';
import { projectRoot } from './platform/env.ts';

const dist = join(projectRoot, 'client/dist');

/** Path prefix of each audience and the page that serves it; `/s` is the secretary's part of the desk. */
export const entryPages = { f: 'field', r: 'resident', d: 'desk', s: 'desk', a: 'admin', signin: 'signin' } as const;

/** The built client: hashed assets for a year, pages never cached. */
export function clientPages(): Router {
  const router = Router();
  router.use('/assets', express.static(join(dist, 'assets'), { immutable: true, maxAge: '365d', index: false }));
  for (const [prefix, entry] of Object.entries(entryPages)) {
    router.get([`/${prefix}`, `/${prefix}/*path`], (_request, response) => sendPage(response, entry));
  }
  router.get('/', (_request, response) => response.redirect(302, '/signin'));
  router.use(express.static(dist, { index: false, maxAge: '1h' }));
  router.use((_request, response) => {
    response.status(404);
    sendPage(response, 'signin', 404);
  });
  return router;
}

function sendPage(response: express.Response, entry: string, status = 200): void {
  response.status(status).setHeader('Cache-Control', 'no-cache');
  response.sendFile(join(dist, 'entries', entry, 'index.html'));
}
