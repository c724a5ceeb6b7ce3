export { AdminStart } from './pages/admin-start.tsx';
export { AuditPage } from './pages/audit-page.tsx';
