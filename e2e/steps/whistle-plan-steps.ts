import type { Locator } from '@playwright/test';

type Task = Partial<Record<'what' | 'who' | 'from' | 'to' | 'yuan' | 'source' | 'quantity', string>>;

/** Writes what is given into the row of the plan with this number. */
export async function fillTask(form: Locator, no: number, { what, who, from, to, yuan, source, quantity }: Task): Promise<void> {
  const row = form.getByRole('group', { name: `第 ${no} 项`, exact: true });
  const write = async (label: string | RegExp, text: string | undefined) => {
    if (text !== undefined) await row.getByLabel(label, typeof label === 'string' ? { exact: true } : {}).fill(text);
  };
  const choose = async (label: string, choice: string | undefined) => {
    if (choice !== undefined) await row.getByLabel(label, { exact: true }).selectOption({ label: choice });
  };
  await write(/做什么$/, what);
  await choose('谁做', who);
  await write('从', from);
  await write('到', to);
  await write('元', yuan);
  await choose('钱从哪来', source);
  await write('数量', quantity);
}
