import { createExpressMiddleware } from '@trpc/server/adapters/express';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import helmet from 'helmet';
import { clientPages } from './client-pages.ts';
import { createHttpContext } from './http-context.ts';
import { whistleFileRoutes } from './modules/dispatch/index.ts';
import { fileRoutes } from './modules/files/index.ts';
import { liveEndpoint } from './modules/live/index.ts';
import { gatewayRoutes } from './modules/notifications/index.ts';
import type { Platform } from './platform/context.ts';
import { appRouter } from './router.ts';
import type { Services } from './services.ts';

const BODY_LIMIT = '1mb';

/** The Express application: headers, sessions, /healthz, /files, /live, /trpc and the pages. */
export function createApp(services: Services): Express {
  const { platform } = services;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', platform.env.trustProxy);
  app.use(securityHeaders(platform.env.publicUrl.startsWith('https://')));
  app.use(compression({ filter: (request, response) => request.path !== '/live' && compression.filter(request, response) }));
  app.get('/healthz', (_request, response) => void answerHealth(services, response));
  app.use(sameOriginWrites);
  const contextOf = createHttpContext(services);
  app.use('/files', fileRoutes({ platform, contextOf }));
  app.use('/whistle-files', whistleFileRoutes({ platform, contextOf }));
  app.get('/live', liveEndpoint({ platform, hub: services.liveHub, contextOf }));
  app.use('/gateway', gatewayRoutes(platform));
  app.use('/trpc', tellTime(platform.now));
  app.use(
    '/trpc',
    express.json({ limit: BODY_LIMIT }),
    createExpressMiddleware({
      router: appRouter,
      createContext: ({ req, res }) => contextOf(req, res),
      allowMethodOverride: true,
      maxBodySize: 1_000_000,
      // a page asks for a dozen things at once; more at once is a guess of codes
      maxBatchSize: 60,
    }),
  );
  app.use(clientPages());
  app.use(shortErrors(platform.log));
  return app;
}

function securityHeaders(https: boolean) {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: https ? [] : null,
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** Cookies are SameSite=Lax; a write that names another origin is refused as well. */
function sameOriginWrites(request: Request, response: Response, next: () => void): void {
  const origin = request.headers.origin;
  // an origin without a name (`null`, a page in a sandbox) is no address at all and so never ours
  const host = origin === undefined || !URL.canParse(origin) ? null : new URL(origin).host;
  const foreign = origin !== undefined && request.method !== 'GET' && host !== request.headers.host;
  if (!foreign) {
    next();
    return;
  }
  response.status(403).json({ error: 'foreignOrigin' });
}

/** What broke before or beside a procedure: the sender's fault is named, ours is logged; neither shows a stack or a path of the machine. */
function shortErrors(log: Platform['log']): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error, path: request.path }, 'request failed');
    response
      .status(status)
      .json({ error: status >= 500 ? 'broken' : status === 413 ? 'tooLarge' : status === 404 ? 'notFound' : 'badRequest' });
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

async function answerHealth({ platform }: Services, response: Response): Promise<void> {
  try {
    await platform.db.$queryRaw`select 1`;
    response.json({ ok: true });
  } catch {
    response.status(503).json({ ok: false });
  }
}

/** Pages show remaining time by this clock, not by the device's. */
function tellTime(now: () => number) {
  return (_request: Request, response: Response, next: () => void) => {
    response.setHeader('X-Server-Time', String(now()));
    next();
  };
}
