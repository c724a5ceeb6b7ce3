import { NoticesInbox } from '../../notices-parts/notices-inbox.tsx';

/** The inbox of whoever works at a desk. */
export function DeskNoticesPage() {
  return <NoticesInbox home="/d" />;
}

/** The inbox of whoever watches an area. */
export function SecretaryNoticesPage() {
  return <NoticesInbox home="/s" />;
}
