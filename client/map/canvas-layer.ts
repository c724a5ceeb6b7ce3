import L from 'leaflet';

export type Paint = (context: CanvasRenderingContext2D, map: L.Map) => void;
export type CanvasLayer = { repaint: () => void; remove: () => void };

/** One canvas over the whole view, painted anew after each move; coordinates are container pixels. */
export function addCanvasLayer({ map, pane, zIndex, paint }: { map: L.Map; pane: string; zIndex: number; paint: Paint }): CanvasLayer {
  const holder = map.getPane(pane) ?? map.createPane(pane);
  holder.style.zIndex = String(zIndex);
  holder.style.pointerEvents = 'none';
  const canvas = L.DomUtil.create('canvas', '', holder);
  canvas.setAttribute('aria-hidden', 'true');
  let frame = 0;

  const draw = () => {
    frame = 0;
    const size = map.getSize();
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    canvas.width = size.x * ratio;
    canvas.height = size.y * ratio;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    const context = canvas.getContext('2d');
    if (!context || size.x === 0) return;
    context.scale(ratio, ratio);
    paint(context, map);
  };
  const repaint = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  map.on('moveend viewreset resize zoomend', repaint);
  repaint();
  return {
    repaint,
    remove: () => {
      map.off('moveend viewreset resize zoomend', repaint);
      cancelAnimationFrame(frame);
      canvas.remove();
    },
  };
}
