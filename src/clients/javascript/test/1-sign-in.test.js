import test from 'node:test';
import assert from 'node:assert/strict';
import { all, credentials, endpoint, signIn, subscriptions } from '../lib/cloud.js';

const scope = `${endpoint}/.default`;

test('a client secret gives a token', async () => {
  const granted = await signIn().getToken(scope);
  assert.match(granted.token, /^[\w-]+\.[\w-]+\.[\w-]+$/);
  assert.ok(granted.expiresOnTimestamp > Date.now());
});

test('a wrong secret is refused as by Entra ID', async () => {
  await assert.rejects(signIn('wrong').getToken(scope), (error) => {
    assert.match(error.message, /invalid_client.*AADSTS7000215/s);
    return true;
  });
});

test('an unknown application is refused', async () => {
  const stranger = signIn('any', '00000000-1111-2222-3333-444444444444');
  await assert.rejects(stranger.getToken(scope), /AADSTS700016/);
});

test('the subscription, its tenant and its locations are listed', async () => {
  const client = subscriptions();
  const [only] = await all(client.subscriptions.list());
  assert.equal(only.subscriptionId, credentials.subscriptionId);
  assert.equal(only.state, 'Enabled');
  assert.equal((await client.subscriptions.get(credentials.subscriptionId)).displayName, only.displayName);
  assert.deepEqual((await all(client.tenants.list())).map((found) => found.tenantId), [credentials.tenantId]);
  const locations = await all(client.subscriptions.listLocations(credentials.subscriptionId));
  assert.ok(locations.some((found) => found.name === 'westus2' && found.displayName === 'West US 2'));
});
