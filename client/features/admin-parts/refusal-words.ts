import { calendarRefusalLabels } from '#shared/calendar/calendar-refusals.ts';
import { categoryRefusalLabels } from '#shared/cases/category-refusals.i18n.ts';
import { dutyRefusalLabels } from '#shared/dispatch/whistle-refusals.i18n.ts';
import { identityRefusalLabels } from '#shared/identity/identity-refusals.ts';
import type { Label } from '#shared/kernel/label.ts';
import { notificationsRefusalLabels } from '#shared/notifications/notifications-refusals.ts';
import { settingsRefusalLabels } from '#shared/settings/settings-refusals.ts';
import { territoryRefusalLabels } from '#shared/territory/territory-refusals.ts';
import type { RefusalLookup } from '../../platform/index.ts';

const catalogues: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  calendar: calendarRefusalLabels,
  categories: categoryRefusalLabels,
  dispatch: dutyRefusalLabels,
  identity: identityRefusalLabels,
  notifications: notificationsRefusalLabels,
  settings: settingsRefusalLabels,
  territory: territoryRefusalLabels,
};

/** Words of every refusal an administrator can meet. */
export const adminRefusalWords: RefusalLookup = (module, code) => catalogues[module]?.[code];
