export { CaseSettingsPage } from './pages/case-settings-page.tsx';
export { WhistleSettingsPage } from './pages/whistle-settings-page.tsx';
