export { FieldDraftProvider } from './hooks/use-field-draft.tsx';
export { PendingProvider } from './hooks/use-pending.tsx';
export { TodayPage } from './pages/today-page.tsx';
