import test from 'node:test';
import assert from 'node:assert/strict';
import { all, deployments, id, location, names, network, resources } from '../lib/cloud.js';

const group = 'js-deploy';
const arm = resources();
const client = deployments();

const template = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: { name: { type: 'string' }, key: { type: 'securestring' } },
  variables: { address: "[concat(parameters('name'), '-ip')]" },
  resources: [
    {
      type: 'Microsoft.Network/localNetworkGateways',
      apiVersion: '2023-09-01',
      name: "[parameters('name')]",
      location: '[resourceGroup().location]',
      dependsOn: ["[resourceId('Microsoft.Network/publicIPAddresses', variables('address'))]"],
      properties: {
        gatewayIpAddress: "[reference(resourceId('Microsoft.Network/publicIPAddresses', variables('address'))).ipAddress]",
        localNetworkAddressSpace: { addressPrefixes: ['192.168.0.0/16'] },
      },
    },
    {
      type: 'Microsoft.Network/publicIPAddresses',
      apiVersion: '2023-09-01',
      name: "[variables('address')]",
      location: '[resourceGroup().location]',
      sku: { name: 'Standard' },
      properties: { publicIPAllocationMethod: 'Static' },
    },
  ],
  outputs: { id: { type: 'string', value: "[resourceId('Microsoft.Network/localNetworkGateways', parameters('name'))]" } },
};
const properties = {
  mode: 'Incremental',
  template,
  parameters: { name: { value: 'site' }, key: { value: 'never-shown' } },
};

test.before(() => arm.resourceGroups.createOrUpdate(group, { location }));
test.after(() => arm.resourceGroups.beginDeleteAndWait(group));

test('a template is validated, foreseen and deployed', async () => {
  const valid = await client.deployments.beginValidateAndWait(group, 'first', { properties });
  assert.equal(valid.properties.provisioningState, 'Succeeded');
  const foreseen = await client.deployments.beginWhatIfAndWait(group, 'first', { properties });
  assert.deepEqual(foreseen.changes.map((change) => change.changeType), ['Create', 'Create']);
  assert.deepEqual(await all(arm.resources.listByResourceGroup(group)), []);

  const done = await client.deployments.beginCreateOrUpdateAndWait(group, 'first', { properties });
  assert.equal(done.properties.provisioningState, 'Succeeded');
  assert.equal(done.properties.outputs.id.value, id(group, 'localNetworkGateways/site'));
  assert.ok(!JSON.stringify(done).includes('never-shown'));
  const net = network();
  const site = await net.localNetworkGateways.get(group, 'site');
  assert.equal(site.gatewayIpAddress, (await net.publicIPAddresses.get(group, 'site-ip')).ipAddress);
  assert.deepEqual(await names(client.deployments.listByResourceGroup(group)), ['first']);
  const steps = await all(client.deploymentOperations.list(group, 'first'));
  assert.ok(steps.every((step) => step.properties.provisioningState === 'Succeeded'));
});

test('a template with a mistake is refused', async () => {
  const wrong = { ...properties, parameters: { name: { value: 'site' } } };
  await assert.rejects(client.deployments.beginCreateOrUpdateAndWait(group, 'second', { properties: wrong }), {
    statusCode: 400,
    code: 'InvalidTemplate',
  });
  await assert.rejects(client.deployments.get(group, 'nothing'), { statusCode: 404, code: 'DeploymentNotFound' });
});
