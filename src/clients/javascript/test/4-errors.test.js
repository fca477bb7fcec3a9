import test from 'node:test';
import assert from 'node:assert/strict';
import { admin, id, location, network, resources } from '../lib/cloud.js';
import { address, circuit, gateway, hub } from '../lib/site.js';

const group = 'js-errors';
const net = network();
const arm = resources();

const refuses = async (call, statusCode, code) => {
  await assert.rejects(call, (error) => {
    assert.equal(error.name, 'RestError');
    assert.deepEqual({ status: error.statusCode, code: error.code }, { status: statusCode, code });
    assert.ok(error.message.length > 10);
    return true;
  });
};

test.before(async () => {
  await arm.resourceGroups.createOrUpdate(group, { location });
  await net.virtualNetworks.beginCreateOrUpdateAndWait(group, 'hub', hub);
  await net.publicIPAddresses.beginCreateOrUpdateAndWait(group, 'ip', address);
});

test.after(async () => {
  await arm.resourceGroups.beginDeleteAndWait(group);
});

test('what is not there', async () => {
  await refuses(net.virtualNetworks.get(group, 'nowhere'), 404, 'ResourceNotFound');
  await refuses(net.subnets.get(group, 'hub', 'nowhere'), 404, 'NotFound');
  await refuses(net.virtualNetworks.get('js-nowhere', 'hub'), 404, 'ResourceGroupNotFound');
  await refuses(arm.resourceGroups.get('js-nowhere'), 404, 'ResourceGroupNotFound');
  await refuses(
    net.virtualNetworks.beginCreateOrUpdateAndWait('js-nowhere', 'hub', hub), 404, 'ResourceGroupNotFound');
});

test('what cannot be', async () => {
  const gateways = net.virtualNetworkGateways;
  await refuses(
    gateways.beginCreateOrUpdateAndWait(group, 'gw', gateway(group, 'Vpn', 'VpnGw99', 'ip')), 400, 'InvalidRequestFormat');
  await refuses(
    net.virtualNetworks.beginCreateOrUpdateAndWait(group, 'v', { ...hub, location: 'atlantis' }),
    400, 'LocationNotAvailableForResourceType');
  const narrow = { ...hub, addressSpace: { addressPrefixes: ['10.20.255.0/24'] } };
  await refuses(net.virtualNetworks.beginCreateOrUpdateAndWait(group, 'v', narrow), 400, 'NetcfgSubnetRangeOutsideVnet');
  const odd = { ...circuit, serviceProviderProperties: { ...circuit.serviceProviderProperties, serviceProviderName: 'Nobody' } };
  await refuses(
    net.expressRouteCircuits.beginCreateOrUpdateAndWait(group, 'c', odd),
    400, 'ExpressRouteCircuitServiceProviderDoesNotExist');
});

test('a gateway needs a GatewaySubnet that exists', async () => {
  await net.virtualNetworks.beginCreateOrUpdateAndWait(group, 'bare', {
    location,
    addressSpace: { addressPrefixes: ['10.30.0.0/16'] },
    subnets: [{ name: 'web', addressPrefix: '10.30.1.0/24' }],
  });
  const body = gateway(group, 'Vpn', 'VpnGw1AZ', 'ip');
  body.ipConfigurations[0].subnet.id = id(group, 'virtualNetworks/bare/subnets/GatewaySubnet');
  await refuses(net.virtualNetworkGateways.beginCreateOrUpdateAndWait(group, 'gw', body), 400, 'InvalidResourceReference');
});

test('while an operation runs, others on the same resource are refused', async () => {
  const gateways = net.virtualNetworkGateways;
  const body = gateway(group, 'Vpn', 'VpnGw1AZ', 'ip');
  const running = await gateways.beginCreateOrUpdate(group, 'gw', body);
  await refuses(gateways.beginDelete(group, 'gw'), 409, 'AnotherOperationInProgress');
  await refuses(net.virtualNetworkGateways.beginCreateOrUpdate(group, 'gw', body), 429, 'RetryableError');
  const subnet = { addressPrefix: '10.20.7.0/24' };
  await refuses(net.subnets.beginCreateOrUpdate(group, 'hub', 'late', subnet), 429, 'RetryableError');
  assert.equal((await running.pollUntilDone()).provisioningState, 'Succeeded');
  const late = await net.subnets.beginCreateOrUpdateAndWait(group, 'hub', 'late', subnet);
  assert.equal(late.provisioningState, 'Succeeded');
});

test('a deletion of nothing is done at once', async () => {
  await net.virtualNetworks.beginDeleteAndWait(group, 'nowhere');
  await refuses(arm.resourceGroups.beginDeleteAndWait('js-nowhere'), 404, 'ResourceGroupNotFound');
});

test('a group is kept by a circuit that is still provisioned, and says so', async () => {
  const kept = 'js-kept';
  await arm.resourceGroups.createOrUpdate(kept, { location });
  await net.expressRouteCircuits.beginCreateOrUpdateAndWait(kept, 'kept', circuit);
  await admin('POST', `circuits/kept/provider?resourceGroup=${kept}`, { state: 'Provisioned' });
  await assert.rejects(arm.resourceGroups.beginDeleteAndWait(kept), /ResourceGroupDeletionBlocked|kept/);
  await admin('POST', `circuits/kept/provider?resourceGroup=${kept}`, { state: 'NotProvisioned' });
  await arm.resourceGroups.beginDeleteAndWait(kept);
  assert.equal((await arm.resourceGroups.checkExistence(kept)).body, false);
});
