export { attachPhotos } from './commands/attach-photos.ts';
export { storePhoto } from './commands/store-photo.ts';
export { sweepForgottenPhotos } from './commands/sweep-forgotten-photos.ts';
export { filesCrontab, fileTasks } from './file-tasks.ts';
export type { PhotoFacts } from './photo-facts-dto.ts';
export { photoFacts } from './queries/photo-facts.ts';
export { fileRoutes } from './router.ts';
