import { expect, test } from '../fixtures/journey-test.ts';
import { history, openAct, openFromList, send } from '../steps/desk-steps.ts';

const title = '污水冒溢，方家坪小区 4 栋';

test('a supervision is received, answered, given back, answered better, and settled', async ({ signInAs, stage }) => {
  test.setTimeout(150_000);
  const unit = await signInAs('municipalHandler', { path: '/d?view=supervised' });
  const office = await signInAs('secretary', { path: '/s/cases?view=supervised', device: 'tablet' });

  await test.step('the unit signs for it and answers', async () => {
    const { page } = unit;
    await openFromList(page, title);
    await expect(page.getByText(/紧急督办，.+前办结：待签收/)).toBeVisible();
    await stage(page, 'issued');
    await page.getByRole('button', { name: /^签收督办/ }).click();
    await expect(page.getByText('签收督办，已办')).toBeVisible();
    await expect(page.getByText(/紧急督办，.+前办结：待答复/)).toBeVisible();
    const form = await openAct(page, '答复督办');
    await form.getByLabel('办到哪一步，哪天办完').fill('已在疏通');
    await stage(page, 'reply-form');
    await send(form, '答复督办');
    await expect(page.getByText(/：已答复，待审看/)).toBeVisible();
  });

  await test.step('the secretary finds the answer thin and gives it back', async () => {
    const { page } = office;
    await page.getByRole('row', { name: new RegExp(title) }).click();
    await expect(page.getByText('已在疏通').first()).toBeVisible();
    await stage(page, 'replied');
    const form = await openAct(page, '退回督办答复');
    await form.getByLabel('还缺什么').fill('写明哪天办完');
    await stage(page, 'return-form');
    await send(form, '退回督办答复');
    await expect(page.getByText(/退回过 1 次/)).toBeVisible();
  });

  await test.step('the unit answers with a day, the secretary settles it', async () => {
    const again = await openAct(unit.page, '答复督办');
    await again.getByLabel('办到哪一步，哪天办完').fill('明天下午五点前疏通完，先垫了砖');
    await send(again, '答复督办');
    const { page } = office;
    await expect(page.getByText('明天下午五点前疏通完，先垫了砖').first()).toBeVisible();
    const form = await openAct(page, '督办办结');
    await send(form, '督办办结');
    await expect(page.getByRole('button', { name: '督办 0' })).toBeVisible();
    await unit.page.goto('/d?view=inProgress');
    await openFromList(unit.page, title);
    const line = history(unit.page);
    for (const what of [/^签收督办/, /^退回督办答复/, /^督办办结/]) await expect(line.getByRole('heading', { name: what })).toBeVisible();
    await expect(line.getByRole('heading', { name: /^答复督办/ })).toHaveCount(2);
    await stage(unit.page, 'settled');
  });
});
