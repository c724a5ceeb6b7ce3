import { AdminFrame } from '../../admin-parts/index.ts';
import { NoticesInbox } from '../../notices-parts/notices-inbox.tsx';

/** The inbox of administrators and auditors. */
export function AdminNoticesPage() {
  return (
    <AdminFrame page="notices">
      <NoticesInbox home="/a" />
    </AdminFrame>
  );
}
