/** A small choice kept on this device (language, theme). Storage may be closed (private mode): then it lasts for the page. */
export function readRemembered<V extends string>(key: string, allowed: readonly V[]): V | null {
  try {
    const value = localStorage.getItem(`gridwhistle.${key}`);
    return allowed.find((each) => each === value) ?? null;
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`gridwhistle.${key}`, value);
  } catch {
    // nothing to do: the choice still holds while the page is open
  }
}
