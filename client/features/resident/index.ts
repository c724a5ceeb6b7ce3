export { ReportDraftProvider } from './hooks/use-report-draft.tsx';
export { StartPage } from './pages/start-page.tsx';
