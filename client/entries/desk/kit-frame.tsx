import { Outlet } from '@tanstack/react-router';
import { DeskKitProvider } from '../../ui/desk-kit/index.ts';

/** Around the pages that use the large kit; the others never load it. */
export function KitFrame() {
  return (
    <DeskKitProvider>
      <Outlet />
    </DeskKitProvider>
  );
}
