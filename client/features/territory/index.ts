export { TerritoryPage } from './pages/territory-page.tsx';
