export { AdminStart } from './pages/admin-start.tsx';
export { AuditPage } from './pages/audit-page.tsx';
export { DeliveriesPage } from './pages/deliveries-page.tsx';
