export { DutiesPage } from './pages/duties-page.tsx';
