import { useLocation } from '@tanstack/react-router';

/** Which bar stands around the page, so that links stay under it: the desk's or the secretary's. */
export function useFrame(): '/d' | '/s' {
  const { pathname } = useLocation();
  return pathname.startsWith('/s') ? '/s' : '/d';
}
