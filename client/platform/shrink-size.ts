/** Longest side of a photo that leaves the device, in pixels. */
export const longestSide = 1600;
export const jpegQuality = 0.72;

/** Width and height after shrinking to the longest side; a small photo stays as it is. Whole pixels, at least one. */
export function shrunkSize(width: number, height: number, longest = longestSide): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
