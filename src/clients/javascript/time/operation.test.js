// How long a user of the SDK waits for an operation that takes the simulator 0.3 s: the time is printed, not judged.
import test from 'node:test';
import assert from 'node:assert/strict';
import { location, network, resources } from '../lib/cloud.js';
import { address, gateway, hub } from '../lib/site.js';

test('a VPN gateway', async (t) => {
  const group = 'js-time';
  const net = network();
  await resources().resourceGroups.createOrUpdate(group, { location });
  await net.virtualNetworks.beginCreateOrUpdateAndWait(group, 'hub', hub);
  await net.publicIPAddresses.beginCreateOrUpdateAndWait(group, 'ip', address);
  const begin = performance.now();
  const made = await net.virtualNetworkGateways.beginCreateOrUpdateAndWait(
    group, 'gw', gateway(group, 'Vpn', 'VpnGw1AZ', 'ip'));
  t.diagnostic(`created after ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  assert.equal(made.provisioningState, 'Succeeded');
  await resources().resourceGroups.beginDeleteAndWait(group);
});
