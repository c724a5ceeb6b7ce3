import { pipeline } from 'node:stream/promises';
import express, { type Request, type Response, Router } from 'express';
import type { Ctx, Platform, RequestCtx } from '#server/platform/context.ts';
import { notFound, RefusalError } from '#server/platform/errors.ts';
import { PHOTO_MAX_BYTES, photoUploadQuery, photoVariant } from '#shared/files/files-schema.ts';
import { fileId } from '#shared/kernel/ids.ts';
import { storePhoto } from './commands/store-photo.ts';
import { readPhoto } from './queries/read-photo.ts';
import { refusalAnswer } from './refusal-answer.ts';

export type FileRoutesOptions = { platform: Platform; contextOf: (request: Request, response: Response) => Promise<RequestCtx> };

const rawBody = express.raw({ type: () => true, limit: PHOTO_MAX_BYTES, inflate: false });

/** `POST /files?id=…` takes one photo as the raw body; `GET /files/:id/:variant` answers one to whoever may see it. */
export function fileRoutes(options: FileRoutesOptions): Router {
  const routes = Router();
  routes.post('/', (request, response) => answer({ options, request, response, work: receivePhoto }));
  routes.get('/:id/:variant', (request, response) => answer({ options, request, response, work: sendPhoto }));
  return routes;
}

type Exchange = { ctx: Ctx; request: Request; response: Response };
type Answering = { options: FileRoutesOptions; request: Request; response: Response; work: (exchange: Exchange) => Promise<void> };

async function answer({ options, request, response, work }: Answering): Promise<void> {
  try {
    const ctx = await options.contextOf(request, response);
    if (!ctx.actor) throw new RefusalError({ module: 'identity', refusal: { code: 'signInFirst' }, kind: 'unauthenticated' });
    await work({ ctx: { ...ctx, actor: ctx.actor }, request, response });
  } catch (error) {
    if (response.headersSent) response.destroy();
    else if (error instanceof RefusalError) {
      const { status, body } = refusalAnswer(error);
      response.status(status).json(body);
    } else {
      options.platform.log.error({ err: error, path: request.path }, 'file request failed');
      response.status(500).json({ error: 'broken' });
    }
  }
}

async function receivePhoto({ ctx, request, response }: Exchange): Promise<void> {
  const query = photoUploadQuery.safeParse(request.query);
  if (!query.success) {
    const field = query.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new RefusalError({ module: 'files', refusal: { code: 'badInput', params: { field } }, kind: 'badRequest' });
  }
  const { id, capturedAt, lng, lat, accuracyM } = query.data;
  const bytes = await readBody(request, response);
  const position = lng === undefined || lat === undefined ? null : { lng, lat, accuracyM: accuracyM ?? null };
  const { photo, repeated } = await storePhoto(ctx, { id, bytes, capturedAt: capturedAt ?? null, position });
  const { width, height, capturedAt: takenAt } = photo;
  response.status(repeated ? 200 : 201).json({ id, width, height, capturedAt: takenAt, lng: photo.lng, lat: photo.lat });
}

async function readBody(request: Request, response: Response): Promise<Buffer> {
  await new Promise<void>((done, fail) => {
    rawBody(request, response, (error?: unknown) => (error ? fail(bodyError(error)) : done()));
  });
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function bodyError(error: unknown): unknown {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : null;
  if (type === 'entity.too.large') {
    const params = { maxMb: PHOTO_MAX_BYTES / 1024 / 1024 };
    return new RefusalError({ module: 'files', refusal: { code: 'photoTooLarge', params }, kind: 'badRequest' });
  }
  if (type === 'encoding.unsupported') return new RefusalError({ module: 'files', refusal: { code: 'photoFormat' }, kind: 'badRequest' });
  if (type === 'request.aborted' || type === 'request.size.invalid')
    return new RefusalError({ module: 'files', refusal: { code: 'photoBroken' }, kind: 'badRequest' });
  return error;
}

async function sendPhoto({ ctx, request, response }: Exchange): Promise<void> {
  const id = fileId.safeParse(request.params['id']);
  const variant = photoVariant.safeParse(request.params['variant']);
  if (!id.success || !variant.success) throw notFound('files');
  const photo = await readPhoto(ctx, { id: id.data, variant: variant.data });
  const original = variant.data === 'original';
  response.setHeader('Content-Type', photo.mime);
  // a shared tablet: what one person may see must not come out of the cache for the next
  response.setHeader('Vary', 'Cookie');
  response.setHeader('Cache-Control', original ? 'no-store' : 'private, max-age=31536000, immutable');
  response.setHeader('ETag', `"${photo.tag}"`);
  if (original) response.setHeader('Content-Disposition', `attachment; filename="${id.data}"`);
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const body = await photo.body();
  if (Buffer.isBuffer(body)) response.end(body);
  else await pipeline(body, response);
}
