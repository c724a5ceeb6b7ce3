/**
 * Status shapes on a 16 grid, as path data, so that the same drawing serves SVG and the canvas of the map.
 * The disc fills as a matter moves on; late is a notched square. They read without colour.
 */
export type Shape = {
  /** stroked with the status colour */
  stroke?: string;
  /** filled with the status colour */
  fill?: string;
  /** stroked over the fill in the ground colour */
  knock?: string;
  dash?: readonly [number, number];
};

const ring = 'M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8Z';
const disc = 'M15 8A7 7 0 1 1 1 8A7 7 0 1 1 15 8Z';

export const shapes = {
  dashedRing: { stroke: ring, dash: [2.3, 2.41] },
  ring: { stroke: ring },
  ringDot: { stroke: ring, fill: 'M10.2 8A2.2 2.2 0 1 1 5.8 8A2.2 2.2 0 1 1 10.2 8Z' },
  ringMinus: { stroke: `${ring}M5.2 8h5.6` },
  ringArrow: { stroke: `${ring}M5 8h5.6M8.6 5.8 10.8 8 8.6 10.2` },
  ringUp: { stroke: `${ring}M8 11V5.2M5.8 7.2 8 5l2.2 2.2` },
  slice: { stroke: ring, fill: 'M8 8V3.8A4.2 4.2 0 0 1 10.9 5Z' },
  quarter: { stroke: ring, fill: 'M8 8V3.6A4.4 4.4 0 0 1 12.4 8Z' },
  half: { stroke: ring, fill: 'M8 3.6A4.4 4.4 0 0 1 8 12.4Z' },
  threeQuarter: { stroke: ring, fill: 'M8 8V3.6A4.4 4.4 0 1 1 3.6 8Z' },
  tick: { fill: disc, knock: 'M4.8 8.3 7.1 10.5 11.3 5.9' },
  starDisc: { fill: `${disc}M8 3.9 6.8 6.6 3.9 6.9 6.1 8.9 5.5 11.8 8 10.3 10.5 11.8 9.9 8.9 12.1 6.9 9.2 6.6Z` },
  slash: { stroke: `${ring}M3.8 12.2 12.2 3.8` },
  pause: { stroke: `${ring}M6.6 5.8v4.4M9.4 5.8v4.4` },
  diamondAlert: { stroke: 'M8 1.6 14.4 8 8 14.4 1.6 8ZM8 5.2v3.3M8 10.9v.1' },
  notchedAlert: { fill: 'M2 1.5h8.5L14.5 5.5V14.5H2Z', knock: 'M8.2 4.8v4.2M8.2 11.7v.1' },
  triangleAlert: { stroke: 'M8 2 1.5 13.8h13ZM8 6.6v3.2M8 11.7v.1' },
  flag: { stroke: 'M3.8 14.5V2.2M3.8 2.6h8.7L10.3 5.6l2.2 3H3.8' },
  turn: { stroke: 'M13.3 8.6a5.3 5.3 0 1 1-1.7-4.2M12.2 1.8v3h-3' },
  copies: { stroke: 'M6 5.7h8v8H6ZM10.6 5.7V2.3h-8v8H6' },
  house: { stroke: 'M1.9 8 8 2.3 14.1 8M3.7 6.7V13.7h8.6V6.7' },
  cross: { stroke: 'M4 4l8 8M12 4l-8 8' },
  whistle: {
    stroke: 'M2 5h7.6l3.9-1.8v3L11 7M4.1 9.6a3.3 3.3 0 1 0 6.6 0a3.3 3.3 0 1 0-6.6 0M7.4 9.6h.1M2 5v2.2h2.7',
  },
  person: { stroke: 'M10.6 5.3A2.6 2.6 0 1 1 5.4 5.3A2.6 2.6 0 1 1 10.6 5.3ZM2.9 14a5.1 5.1 0 0 1 10.2 0' },
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof shapes;
export const shapeStrokeWidth = 1.7;
