import { parentPort, workerData } from 'node:worker_threads';
import { checkTerritory } from '#shared/territory/checks.ts';

/** Runs beside the server's own thread: a whole district takes seconds of pure computing, and nobody should wait for it. */
parentPort?.postMessage(checkTerritory(workerData));
