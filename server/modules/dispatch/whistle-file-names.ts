/** Names inside the archive of a whistle. */
export const fileNames = {
  state: 'whistle.json',
  events: 'events.jsonl',
  timeline: 'timeline.txt',
  plan: 'plan.csv',
  photos: 'photos/',
  photoList: 'photos.csv',
  manifest: 'MANIFEST.sha256',
} as const;
