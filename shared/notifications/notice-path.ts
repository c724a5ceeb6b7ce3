import type { Notice } from './notices-dto.ts';

/** Where a person works: the first part of the addresses of their pages. */
export type Home = '/f' | '/s' | '/d' | '/a' | '/r';

const homeOfRole: Readonly<Record<string, Home>> = {
  gridWorker: '/f',
  buildingHead: '/f',
  estateGroupLeader: '/f',
  inspector: '/f',
  secretary: '/s',
  administrator: '/a',
};

/** The pages a notice is read in: those of the post it was told to; without one a resident's own, or the desk. */
export function homeOfNotice(via: string | null, resident: boolean): Home {
  if (via === null) return resident ? '/r' : '/d';
  return homeOfRole[via.split('@')[0] ?? ''] ?? '/d';
}

/** The name of the parameter that opens an act on the page of a record. */
export const ACT_PARAMETER = 'do';

/** The page of the record a notice is about, with its act to open, in the reader's own pages. */
export function noticePath(home: Home, { subject, does }: Pick<Notice, 'subject' | 'does'>): string {
  const act = does === null ? '' : `?${ACT_PARAMETER}=${does}`;
  return `${recordPath(home, subject)}${act}`;
}

function recordPath(home: Home, { type, id }: Notice['subject']): string {
  // residents and field people have no page of a whistle; administrators look on at the desk
  if (type === 'whistle') return home === '/s' ? `/s/w/${id}` : `/d/w/${id}`;
  if (home === '/f') return `/f/tasks/${id}`;
  return home === '/r' || home === '/s' ? `${home}/c/${id}` : `/d/c/${id}`;
}
