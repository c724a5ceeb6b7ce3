import type { ComponentProps } from 'react';

/** A named part of a page that scrolls by itself: the keyboard reaches it, as the wheel does. */
export function ScrollRegion(props: ComponentProps<'section'> & ({ 'aria-label': string } | { 'aria-labelledby': string })) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
  return <section {...props} tabIndex={0} />;
}
