import test from 'node:test';
import assert from 'node:assert/strict';
import { all, location, names, network, resources } from '../lib/cloud.js';
import { address, rules } from '../lib/site.js';

const net = network();
const arm = resources();
const groups = ['js-list-a', 'js-list-b'];

test.before(async () => {
  for (const group of groups) {
    await arm.resourceGroups.createOrUpdate(group, { location, tags: { list: group } });
  }
  await Promise.all([
    ...['p1', 'p2', 'p3'].map((name) =>
      net.publicIPAddresses.beginCreateOrUpdateAndWait('js-list-a', name, { ...address, tags: { stage: name } })),
    net.publicIPAddresses.beginCreateOrUpdateAndWait('js-list-b', 'p4', address),
    net.networkSecurityGroups.beginCreateOrUpdateAndWait('js-list-b', 'rules', rules),
  ]);
});

test.after(async () => {
  await Promise.all(groups.map((group) => arm.resourceGroups.beginDeleteAndWait(group)));
});

test('of one type in a group and in the subscription', async () => {
  assert.deepEqual(await names(net.publicIPAddresses.list('js-list-a')), ['p1', 'p2', 'p3']);
  const everywhere = await names(net.publicIPAddresses.listAll());
  assert.deepEqual(everywhere.filter((name) => /^p\d$/.test(name)), ['p1', 'p2', 'p3', 'p4']);
  assert.deepEqual(await names(net.networkSecurityGroups.list('js-list-a')), []);
  assert.ok((await names(net.securityRules.list('js-list-b', 'rules'))).includes('from-site'));
});

test('of all types, with a filter and with what is asked for besides', async () => {
  assert.deepEqual(await names(arm.resources.listByResourceGroup('js-list-b')), ['p4', 'rules']);
  const filter = "resourceType eq 'Microsoft.Network/publicIPAddresses' and resourceGroup eq 'js-list-a'";
  const found = await all(arm.resources.list({ filter, expand: 'createdTime,changedTime,provisioningState' }));
  assert.deepEqual(found.map((one) => one.name).sort(), ['p1', 'p2', 'p3']);
  for (const one of found) {
    assert.equal(one.provisioningState, 'Succeeded');
    assert.ok(one.createdTime instanceof Date && one.changedTime >= one.createdTime);
  }
  const tagged = await names(arm.resources.list({ filter: "tagName eq 'stage' and tagValue eq 'p2'" }));
  assert.deepEqual(tagged, ['p2']);
});

test('in pages', async () => {
  const pages = [];
  const pager = arm.resources.listByResourceGroup('js-list-a', { top: 2 });
  for await (const page of pager.byPage()) pages.push(page.map((one) => one.name));
  assert.deepEqual(pages.map((page) => page.length), [2, 1]);
  assert.deepEqual(pages.flat().sort(), ['p1', 'p2', 'p3']);
  const single = [];
  for await (const page of arm.resourceGroups.list({ top: 1 }).byPage()) {
    assert.equal(page.length, 1);
    single.push(page[0].name);
  }
  for (const group of groups) assert.ok(single.includes(group));
});

test('of groups by tag', async () => {
  assert.deepEqual(await names(arm.resourceGroups.list({ filter: "tagName eq 'list' and tagValue eq 'js-list-b'" })), [
    'js-list-b',
  ]);
});

test('of providers, their types and the offers of connectivity providers', async () => {
  const provider = await arm.providers.get('Microsoft.Network');
  assert.equal(provider.registrationState, 'Registered');
  assert.ok(provider.resourceTypes.some((type) => type.resourceType === 'virtualNetworkGateways'));
  assert.equal((await arm.providers.register('Microsoft.Network')).namespace, 'Microsoft.Network');
  assert.ok((await all(arm.providers.list())).length > 1);
  assert.ok((await names(net.expressRouteServiceProviders.list())).includes('Equinix'));
});

test('generic calls find, read and change any resource', async () => {
  const [one] = await all(arm.resources.listByResourceGroup('js-list-b', { filter: "name eq 'rules'" }));
  const version = '2023-09-01';
  const read = await arm.resources.getById(one.id, version);
  assert.ok(read.properties.securityRules.length > 0);
  read.properties.flushConnection = true;
  const changed = await arm.resources.beginCreateOrUpdateByIdAndWait(one.id, version, read);
  assert.equal(changed.properties.flushConnection, true);
  await arm.resources.beginDeleteByIdAndWait(one.id, version);
  await assert.rejects(arm.resources.getById(one.id, version), { statusCode: 404, code: 'ResourceNotFound' });
});
