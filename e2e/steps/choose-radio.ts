import { expect, type Locator } from '@playwright/test';

/** Chooses a radio by the words people see: they stand still before they are clicked, as the hidden radio in them never does. */
export async function chooseRadio(radio: Locator): Promise<void> {
  await radio.locator('xpath=ancestor::label[1]').click();
  await expect(radio).toBeChecked();
}
