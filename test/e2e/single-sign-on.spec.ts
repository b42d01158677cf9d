import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { type RealProvider, startRealProvider } from '#test/setup/real-provider';
import { demoAccount } from './cadre/demo-accounts';
import { expect, test } from './fixtures';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const settingsOf = (organization: string) => `/o/${organization}/settings/single-sign-on`;
const SUBJECT = `subject-${randomUUID()}`;

/** The provider begins when its redirect address is known, and ends with the test. */
async function startFor(redirectUri: string): Promise<RealProvider> {
  const client = { client_id: 'cadre', client_secret: 'a secret of this test', redirect_uris: [redirectUri] };
  return startRealProvider({ clients: [client], accounts: { [SUBJECT]: { name: 'Somebody' } } });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  // An organization has one provider: each of the two tests has an organization of its own.
  const organization = javaScriptEnabled ? 'northgate' : 'demo';
  const elsewhere = javaScriptEnabled ? 'demo' : 'northgate';
  test(`a member connects the account and comes in through the provider ${how} script`, async ({
    signedIn,
    visitor,
  }) => {
    const owner = await signedIn('owner', { organization, javaScriptEnabled });
    await owner.goto(settingsOf(organization));
    const redirectUri = (await owner.locator('main code').first().textContent()) ?? '';
    const provider = await startFor(redirectUri);
    try {
      await owner.getByLabel('Issuer').fill(provider.issuer);
      await owner.getByLabel('Client id').fill('cadre');
      await owner.getByLabel('Client secret').fill('a secret of this test');
      await owner.getByRole('checkbox', { name: 'Members can sign in through this provider' }).check();
      await owner.getByRole('button', { name: 'Save' }).first().click();
      await expect(owner.getByText('The identity provider is saved.')).toBeVisible();
      await owner.getByRole('button', { name: 'Test connection' }).click();
      await expect(owner.getByText('The provider answered')).toBeVisible();
      const { email, password } = demoAccount('executive', organization);
      const page = await visitor({ javaScriptEnabled });
      await page.goto(`/login?next=/sso/${organization}`);
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('button', { name: `Continue and connect ${email}` }).click();
      await page.getByLabel('Login').fill(`${SUBJECT} ${how}`);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL(new RegExp(`/o/${organization}/`));
      // Another browser: the provider alone says who it is.
      const later = await visitor({ javaScriptEnabled });
      await later.goto('/sso');
      await later.getByLabel("Your organization's address").fill(organization);
      await later.getByRole('button', { name: 'Continue' }).click();
      // The button of the page before has the same name.
      await expect(later.getByRole('heading', { name: /^Sign in to / })).toBeVisible();
      await later.getByRole('button', { name: 'Continue' }).click();
      await later.getByLabel('Login').fill(`${SUBJECT} ${how}`);
      await later.getByRole('button', { name: 'Sign in' }).click();
      await expect(later).toHaveURL(new RegExp(`/o/${organization}/`));
      await later.goto(`/o/${elsewhere}`);
      await expect(later).toHaveURL(/\/login\?next=/);
    } finally {
      await provider.close();
    }
  });
}

test('settings of single sign-on with a provider and domains pass axe', async ({ signedIn }) => {
  const page = await signedIn('owner');
  await page.goto(settingsOf('demo'));
  await page.getByRole('textbox', { name: 'Domain' }).fill(`${randomUUID()}.example`);
  await page.getByRole('button', { name: 'Add domain' }).click();
  await expect(page.getByText('The domain is in the list.')).toBeVisible();
  await page
    .getByRole('button', { name: /^Verify/ })
    .first()
    .click();
  await expect(page.getByText('No record with the right text was found')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(WCAG_22_AA).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
