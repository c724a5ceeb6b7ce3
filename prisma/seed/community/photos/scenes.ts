import type { Motif } from '../cases/matters.ts';
import type { Shot } from '../cases/story.ts';
import { shapes } from './shapes.ts';

const WIDTH = 640;
const HEIGHT = 480;

type Light = { sky: string; far: string; wall: string; ground: string; night: boolean };

const day: Light = { sky: '#dfe8ea', far: '#b9c7bf', wall: '#d9d3c4', ground: '#a9a79c', night: false };
const dusk: Light = { sky: '#39445a', far: '#2c3546', wall: '#4b4c55', ground: '#353840', night: true };
const late: Light = { sky: '#f0e3cf', far: '#c9c2a4', wall: '#dccbb0', ground: '#aba08c', night: false };

/** A drawn street with one thing on it; the inspector's picture is the repaired thing from another side in later light. */
export function sceneOf(motif: Motif, shot: Shot): string {
  const broken = shot === 'before';
  const light = motif === 'lamp' ? dusk : shot === 'check' ? late : day;
  const thing = shapes[motif](broken, light.night);
  const body = `${street(light)}${thing}`;
  const view = shot === 'check' ? `<g transform="translate(${WIDTH} 0) scale(-1 1)">${body}</g>` : body;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 640 480">${view}</svg>`;
}

function street({ sky, far, wall, ground, night }: Light): string {
  const pane = night ? '#e8c874' : '#8fa3ad';
  const windows = [0, 1, 2, 3]
    .flatMap((column) => [0, 1, 2].map((row) => ({ x: 46 + column * 62, y: 70 + row * 72, lit: !night || (column + row) % 3 === 0 })))
    .map(({ x, y, lit }) => `<rect x="${x}" y="${y}" width="34" height="42" fill="${lit ? pane : '#2a2f3a'}"/>`)
    .join('');
  return `<rect width="640" height="480" fill="${sky}"/>
<path d="M0 210 L120 170 L260 205 L420 160 L640 200 V330 H0z" fill="${far}"/>
<rect x="20" y="40" width="270" height="280" fill="${wall}"/>${windows}
<rect x="20" y="40" width="270" height="10" fill="#7d7a70"/>
<path d="M0 320 H640 V480 H0z" fill="${ground}"/>
<path d="M0 320 H640 V334 H0z" fill="#8d8b80"/>
<path d="M0 400 H640" stroke="#c9c6ba" stroke-width="3" stroke-dasharray="40 30"/>`;
}
