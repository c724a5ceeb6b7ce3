export { AdminStart } from './pages/admin-start.tsx';
