import type { Motif } from '../cases/matters.ts';

/** Draws the thing itself, broken or put right. */
type Shape = (broken: boolean, night: boolean) => string;

const box = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${fill}" stroke="#3b3a36" stroke-width="2"/>`;

const car = (x: number, fill: string) =>
  `<g transform="translate(${x} 330)"><path d="M0 50 Q4 26 34 24 L58 2 H120 L150 26 Q184 28 186 50z" fill="${fill}"/><path d="M64 8 H90 V24 H48z M96 8 H116 L134 24 H96z" fill="#cfdbe0"/><circle cx="44" cy="52" r="17" fill="#2b2b2b"/><circle cx="144" cy="52" r="17" fill="#2b2b2b"/></g>`;

const cone = (x: number) =>
  `<path d="M${x} 440 l16 -52 l16 52z" fill="#d8642c"/><path d="M${x + 8} 416 h16" stroke="#f6f2e6" stroke-width="8"/>`;

/** One stand-in for each motif. Flat colours, no words, nobody in the picture. */
export const shapes: Readonly<Record<Motif, Shape>> = {
  lamp: (broken) =>
    `<path d="M430 430 V110 Q430 84 462 84 H500" fill="none" stroke="#1d2027" stroke-width="10"/><rect x="484" y="78" width="54" height="16" rx="6" fill="${broken ? '#4a4c52' : '#fff3c4'}"/>${broken ? '' : '<path d="M486 96 L420 430 H610 L536 96z" fill="#ffe9a0" opacity="0.34"/>'}`,
  cover: (broken) =>
    `<ellipse cx="400" cy="420" rx="92" ry="34" fill="#3a3935"/>${broken ? '<path d="M318 404 a92 34 0 0 1 164 6 l-40 -30z" fill="#5f5d55"/><ellipse cx="408" cy="426" rx="60" ry="20" fill="#15140f"/>' : '<ellipse cx="400" cy="416" rx="86" ry="30" fill="#6c6a60"/><path d="M330 416 h140 M344 402 h112 M344 430 h112" stroke="#4a483f" stroke-width="5"/>'}`,
  waste: (broken) =>
    `${box(350, 300, 70, 96, '#3f6f4b')}${box(430, 300, 70, 96, '#34577a')}<path d="M344 298 h82 M424 298 h82" stroke="#22302a" stroke-width="8"/>${broken ? '<g fill="#6d6358"><circle cx="340" cy="404" r="24"/><circle cx="384" cy="414" r="30"/><circle cx="520" cy="408" r="26"/></g><path d="M440 292 l22 -30 l30 30z M366 292 l16 -22 l22 22z" fill="#d9d5c8"/><path d="M450 420 h60 v-24 h-44z" fill="#b38b52"/>' : ''}`,
  wire: (broken) =>
    `${broken ? '<path d="M170 130 C240 240 300 210 400 380" fill="none" stroke="#c43b2b" stroke-width="5"/>' : `${box(470, 250, 110, 130, '#e9e5d8')}<path d="M488 276 h74 M488 300 h74 M488 324 h74" stroke="#3f6f4b" stroke-width="9"/>`}<g transform="translate(380 340)"><circle cx="20" cy="60" r="22" fill="none" stroke="#22252b" stroke-width="7"/><circle cx="112" cy="60" r="22" fill="none" stroke="#22252b" stroke-width="7"/><path d="M20 60 L50 22 H92 L112 60 M92 22 L100 0 h16" fill="none" stroke="#3d6d8c" stroke-width="9"/></g>`,
  clutter: (broken) =>
    `<path d="M330 460 V360 H400 V320 H470 V280 H540 V240 H620" fill="none" stroke="#6f6c63" stroke-width="12"/>${broken ? `${box(340, 300, 58, 58, '#b58d57')}${box(352, 248, 50, 50, '#c59c63')}${box(410, 262, 56, 56, '#a87f4c')}${box(480, 222, 56, 56, '#bd9460')}` : '<path d="M350 330 L600 190" stroke="#9b7a4b" stroke-width="9"/>'}`,
  leak: (broken) =>
    `<path d="M360 60 V330" stroke="#a8a496" stroke-width="18"/>${broken ? '<path d="M360 190 C390 220 380 300 400 340 C440 380 560 380 600 420 C500 450 380 440 330 420 C340 380 350 260 360 190z" fill="#5b8fb0" opacity="0.8"/>' : '<rect x="344" y="180" width="32" height="34" fill="#c9a24c"/>'}`,
  road: (broken) =>
    broken
      ? `<path d="M340 420 q40 -44 110 -34 q90 6 96 40 q-40 40 -120 34 q-80 -4 -86 -40z" fill="#4c4a43"/><path d="M366 420 q40 -22 80 -18 q60 4 70 22 q-40 20 -90 18z" fill="#6f93a6"/>${cone(560)}`
      : '<path d="M336 382 h214 v72 h-214z" fill="#57564f"/><path d="M336 382 h214" stroke="#6b6a62" stroke-width="4"/>',
  car: (broken) =>
    broken
      ? `${car(330, '#9a4a3c')}${car(450, '#47617c')}`
      : '<path d="M330 350 v90 M410 350 v90 M490 350 v90 M570 350 v90" stroke="#f3f0e4" stroke-width="7"/><circle cx="600" cy="270" r="26" fill="#c43b2b"/><path d="M582 270 h36" stroke="#fff" stroke-width="8"/><path d="M600 296 v90" stroke="#6b6a62" stroke-width="7"/>',
  stall: (broken) =>
    broken
      ? `<path d="M340 260 h240 l20 44 h-280z" fill="#b9483a"/><path d="M360 260 l-10 44 M420 260 l-4 44 M480 260 l2 44 M540 260 l8 44" stroke="#f3ead2" stroke-width="12"/><path d="M346 304 v120 M574 304 v120" stroke="#6f5a3c" stroke-width="8"/>${box(350, 360, 220, 36, '#a9824e')}<g fill="#d9812f"><circle cx="384" cy="352" r="12"/><circle cx="410" cy="352" r="12"/><circle cx="436" cy="352" r="12"/></g>`
      : '<path d="M330 430 h270" stroke="#dcb64a" stroke-width="8"/><path d="M350 320 v80 M590 320 v80" stroke="#6b6a62" stroke-width="7"/>',
  tree: (broken) =>
    `<path d="M470 440 V250" stroke="#6a5138" stroke-width="26"/><circle cx="470" cy="190" r="${broken ? 104 : 74}" fill="#5c8352"/>${broken ? '<circle cx="390" cy="240" r="52" fill="#4f7547"/><path d="M300 214 C400 250 520 250 640 196" fill="none" stroke="#22252b" stroke-width="4"/>' : '<path d="M300 120 C400 96 520 96 640 112" fill="none" stroke="#22252b" stroke-width="4"/>'}`,
  rail: (broken) =>
    `<path d="M300 300 h340 M300 350 h340" stroke="#7d8f96" stroke-width="9"/>${[320, 390, 460, 530, 600]
      .map((x, index) => `<path d="M${x} 290 l${broken && index === 2 ? 34 : 0} 110" stroke="#7d8f96" stroke-width="11"/>`)
      .join('')}${broken ? '<path d="M430 340 l60 26" stroke="#a3552f" stroke-width="10"/>' : ''}`,
  sheet: (broken) =>
    broken
      ? `${box(360, 130, 70, 90, '#f3ead2')}${box(440, 150, 60, 80, '#eed9a0')}${box(390, 236, 80, 60, '#f6f2e6')}<path d="M372 156 h46 M372 176 h46 M452 176 h36 M402 262 h54" stroke="#c43b2b" stroke-width="6"/>`
      : `${box(360, 120, 170, 190, '#f6f2e6')}<path d="M384 160 h122 M384 190 h122 M384 220 h90" stroke="#3f6f4b" stroke-width="7"/>`,
};
