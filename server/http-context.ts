import type { Request, Response } from 'express';
import { readSessionActor } from './modules/identity/index.ts';
import type { RequestCtx } from './platform/context.ts';
import type { Services } from './services.ts';

/** Builds the context of one HTTP request: who sends it, in which language, how to set cookies. */
export function createHttpContext(services: Services): (request: Request, response: Response) => Promise<RequestCtx> {
  return async (request, response) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    return {
      ...services.platform,
      actor: await readSessionActor(services.platform, headers),
      locale: localeOf(request),
      request: {
        ip: request.ip ?? '',
        userAgent: (request.headers['user-agent'] ?? '').slice(0, 200),
        headers,
        setCookies: (values) => {
          for (const value of values) response.append('Set-Cookie', value);
        },
      },
    };
  };
}

/** The client says its language in a header; otherwise the browser's, Chinese first. */
function localeOf(request: Request): 'zh' | 'en' {
  const chosen = request.headers['x-locale'];
  if (chosen === 'en' || chosen === 'zh') return chosen;
  return request.acceptsLanguages(['zh', 'en']) === 'en' ? 'en' : 'zh';
}
