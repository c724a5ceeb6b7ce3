import { once } from 'node:events';
import { type Request, type Response, Router } from 'express';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Platform, RequestCtx } from '#server/platform/context.ts';
import { RefusalError } from '#server/platform/errors.ts';
import { whistleId } from '#shared/kernel/ids.ts';
import { writeWhistleFile } from './queries/write-whistle-file.ts';

type Options = { platform: Platform; contextOf: (request: Request, response: Response) => Promise<RequestCtx> };

/** `GET /whistle-files/:id.zip`: the whole file of a whistle for whoever may see it; anybody else is answered 404. */
export function whistleFileRoutes({ platform, contextOf }: Options): Router {
  const routes = Router();
  routes.get('/:name', async (request, response) => {
    try {
      const { actor, ...rest } = await contextOf(request, response);
      const id = whistleId.safeParse(request.params['name']?.replace(/\.zip$/, ''));
      if (!actor || !id.success) {
        response.status(actor ? 404 : 401).json({ error: actor ? 'notFound' : 'signInFirst' });
        return;
      }
      const { whistleNo, entries } = await writeWhistleFile({ ...rest, actor }, id.data);
      response.setHeader('Content-Type', 'application/zip');
      response.setHeader('Content-Disposition', `attachment; filename="${whistleNo}.zip"`);
      response.setHeader('Cache-Control', 'no-store');
      await sendZip(response, entries());
    } catch (error) {
      if (response.headersSent) response.destroy();
      else if (error instanceof RefusalError) response.status(404).json({ error: 'notFound' });
      else {
        platform.log.error({ err: error, path: request.path }, 'whistle file failed');
        response.status(500).json({ error: 'broken' });
      }
    }
  });
  return routes;
}

/** Piece by piece, at the pace of the reader. Pictures are stored as they are, texts are deflated. */
async function sendZip(response: Response, entries: AsyncGenerator<{ name: string; bytes: Uint8Array }>): Promise<void> {
  let failed: Error | null = null;
  let full = false;
  const zip = new Zip((error, chunk, final) => {
    if (error) failed = error;
    else full = !response.write(chunk);
    if (final) response.end();
  });
  for await (const { name, bytes } of entries) {
    const entry = name.endsWith('.jpg') ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(entry);
    entry.push(bytes, true);
    if (failed) throw failed;
    if (response.destroyed) return;
    if (full) await once(response, 'drain');
  }
  zip.end();
}
