/** The place of the last report, so that nobody is asked twice. Stays on this device; the person can take it away. */
export type RememberedPlace = {
  unit: { id: string; name: string } | null;
  point: { lng: number; lat: number; accuracyM: number | null; source: 'gnss' | 'network' | 'pin' | 'address' } | null;
  words: string;
};
const key = 'gridwhistle.place';

export function readPlace(): RememberedPlace | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isPlace(value) ? value : null;
  } catch {
    return null;
  }
}

export function rememberPlace(place: RememberedPlace | null): void {
  try {
    if (place) localStorage.setItem(key, JSON.stringify(place));
    else localStorage.removeItem(key);
  } catch {
    // private mode: asked again next time
  }
}

function isPlace(value: unknown): value is RememberedPlace {
  return (
    typeof value === 'object' &&
    value !== null &&
    'words' in value &&
    typeof value.words === 'string' &&
    'unit' in value &&
    'point' in value
  );
}
