// The whole life of the reference architecture, from the resource group to its deletion.
import test from 'node:test';
import assert from 'node:assert/strict';
import { admin, all, id, location, names, network, resources, until } from '../lib/cloud.js';
import { address, circuit, device, gateway, hub, peering, rules } from '../lib/site.js';

const group = 'js-life';
const net = network();
const arm = resources();

test('the reference architecture', async (t) => {
  await t.test('resource group', async () => {
    assert.equal((await arm.resourceGroups.checkExistence(group)).body, false);
    const made = await arm.resourceGroups.createOrUpdate(group, { location, tags: { made: 'here' } });
    assert.equal(made.properties.provisioningState, 'Succeeded');
    assert.equal((await arm.resourceGroups.checkExistence(group)).body, true);
  });

  await t.test('virtual network, security group and public addresses', async () => {
    const made = await net.virtualNetworks.beginCreateOrUpdateAndWait(group, 'hub', hub);
    assert.equal(made.provisioningState, 'Succeeded');
    assert.deepEqual(made.subnets.map((subnet) => subnet.name), ['GatewaySubnet', 'web']);
    const nsg = await net.networkSecurityGroups.beginCreateOrUpdateAndWait(group, 'rules', rules);
    assert.equal(nsg.defaultSecurityRules.length, 6);
    await net.subnets.beginCreateOrUpdateAndWait(group, 'hub', 'web', {
      addressPrefix: '10.20.1.0/24',
      networkSecurityGroup: { id: nsg.id },
    });
    const [first, second] = await Promise.all(
      ['vpn-ip', 'er-ip'].map((name) => net.publicIPAddresses.beginCreateOrUpdateAndWait(group, name, address)),
    );
    assert.match(first.ipAddress, /^\d+\.\d+\.\d+\.\d+$/);
    assert.notEqual(first.ipAddress, second.ipAddress);
  });

  await t.test('both gateways at once, and meanwhile device and circuit', async () => {
    const vpn = gateway(group, 'Vpn', 'VpnGw1AZ', 'vpn-ip', { enableBgp: true, bgpSettings: { asn: 65515 } });
    const [tunnel, line] = await Promise.all([
      net.virtualNetworkGateways.beginCreateOrUpdateAndWait(group, 'vpn', vpn),
      net.virtualNetworkGateways.beginCreateOrUpdateAndWait(group, 'er', gateway(group, 'ExpressRoute', 'ErGw1AZ', 'er-ip')),
      net.localNetworkGateways.beginCreateOrUpdateAndWait(group, 'device', device),
      net.expressRouteCircuits.beginCreateOrUpdateAndWait(group, 'circuit', circuit),
    ]);
    assert.equal(tunnel.provisioningState, 'Succeeded');
    assert.equal(tunnel.bgpSettings.asn, 65515);
    assert.equal(line.provisioningState, 'Succeeded');
    assert.equal(line.gatewayType, 'ExpressRoute');
  });

  const toCircuit = () =>
    net.virtualNetworkGatewayConnections.beginCreateOrUpdateAndWait(group, 'line', {
      location,
      connectionType: 'ExpressRoute',
      routingWeight: 10,
      virtualNetworkGateway1: { id: id(group, 'virtualNetworkGateways/er') },
      peer: { id: id(group, 'expressRouteCircuits/circuit') },
    });

  await t.test('a circuit that no provider has provisioned is not connected', async () => {
    await assert.rejects(toCircuit(), /operation has failed. ServiceProviderNotProvisioned/);
    assert.equal((await net.virtualNetworkGatewayConnections.get(group, 'line')).provisioningState, 'Failed');
  });

  await t.test('the provider provisions the circuit', async () => {
    const before = await net.expressRouteCircuits.get(group, 'circuit');
    assert.equal(before.serviceProviderProvisioningState, 'NotProvisioned');
    assert.match(before.serviceKey, /^[0-9a-f-]{36}$/);
    await admin('POST', `circuits/circuit/provider?resourceGroup=${group}`, { state: 'Provisioned' });
    const after = await net.expressRouteCircuits.get(group, 'circuit');
    assert.equal(after.serviceProviderProvisioningState, 'Provisioned');
  });

  await t.test('private peering and authorization', async () => {
    const made = await net.expressRouteCircuitPeerings.beginCreateOrUpdateAndWait(
      group, 'circuit', 'AzurePrivatePeering', peering);
    assert.equal(made.peerASN, 65001);
    assert.deepEqual(await names(net.expressRouteCircuitPeerings.list(group, 'circuit')), ['AzurePrivatePeering']);
    const key = await net.expressRouteCircuitAuthorizations.beginCreateOrUpdateAndWait(group, 'circuit', 'other', {});
    assert.match(key.authorizationKey, /^[0-9a-f-]{36}$/);
    assert.equal(key.authorizationUseStatus, 'Available');
    assert.deepEqual(await names(net.expressRouteCircuitAuthorizations.list(group, 'circuit')), ['other']);
    await net.expressRouteCircuitAuthorizations.beginDeleteAndWait(group, 'circuit', 'other');
  });

  await t.test('both connections, until they are connected', async () => {
    const [tunnel] = await Promise.all([
      net.virtualNetworkGatewayConnections.beginCreateOrUpdateAndWait(group, 'tunnel', {
        location,
        connectionType: 'IPsec',
        enableBgp: true,
        sharedKey: 'first-key-1',
        virtualNetworkGateway1: { id: id(group, 'virtualNetworkGateways/vpn') },
        localNetworkGateway2: { id: id(group, 'localNetworkGateways/device') },
      }),
      toCircuit(),
    ]);
    assert.equal(tunnel.connectionType, 'IPsec');
    for (const name of ['tunnel', 'line']) {
      await until(
        async () => (await net.virtualNetworkGatewayConnections.get(group, name)).connectionStatus,
        (status) => status === 'Connected',
      );
    }
    assert.deepEqual(await names(net.virtualNetworkGateways.listConnections(group, 'vpn')), ['tunnel']);
  });

  await t.test('the shared key is read, set and made anew', async () => {
    const calls = net.virtualNetworkGatewayConnections;
    assert.equal((await calls.getSharedKey(group, 'tunnel')).value, 'first-key-1');
    await calls.beginSetSharedKeyAndWait(group, 'tunnel', { value: 'second-key-2' });
    assert.equal((await calls.getSharedKey(group, 'tunnel')).value, 'second-key-2');
    await calls.beginResetSharedKeyAndWait(group, 'tunnel', { keyLength: 40 });
    const fresh = await calls.getSharedKey(group, 'tunnel');
    assert.equal(fresh.value.length, 40);
    await assert.rejects(calls.getSharedKey(group, 'line'), { statusCode: 404 });
  });

  await t.test('BGP peers, routes and statistics', async () => {
    const peers = await net.virtualNetworkGateways.beginGetBgpPeerStatusAndWait(group, 'vpn');
    assert.ok(peers.value.some((peer) => peer.neighbor === '192.168.0.1' && peer.asn === 65050));
    const learned = await net.virtualNetworkGateways.beginGetLearnedRoutesAndWait(group, 'vpn');
    assert.ok(learned.value.some((route) => route.network === '10.20.0.0/16'));
    const advertised = await net.virtualNetworkGateways.beginGetAdvertisedRoutesAndWait(group, 'vpn', '192.168.0.1');
    assert.ok(advertised.value.some((route) => route.network === '10.20.0.0/16'));
    // As in recorded traffic; the SDK's type spells it primarybytesIn. Counters follow the traffic some minutes later.
    await until(
      () => net.expressRouteCircuits.getStats(group, 'circuit'),
      (stats) => stats.primaryBytesIn > 0);
    const table = await net.expressRouteCircuits.beginListRoutesTableAndWait(
      group, 'circuit', 'AzurePrivatePeering', 'primary');
    assert.ok(table.value.length > 0);
    const arp = await net.expressRouteCircuits.beginListArpTableAndWait(
      group, 'circuit', 'AzurePrivatePeering', 'primary');
    assert.ok(arp.value.length > 0);
  });

  await t.test('tags change and nothing else does', async () => {
    const tags = { owner: 'network' };
    const before = await net.virtualNetworkGateways.get(group, 'vpn');
    const updated = await net.virtualNetworkGateways.beginUpdateTagsAndWait(group, 'vpn', { tags });
    assert.deepEqual(updated.tags, tags);
    assert.deepEqual(updated.sku, before.sku);
    assert.deepEqual((await net.virtualNetworks.updateTags(group, 'hub', { tags })).tags, tags);
    assert.deepEqual((await arm.resourceGroups.update(group, { tags })).tags, tags);
    assert.deepEqual((await net.virtualNetworks.get(group, 'hub')).addressSpace.addressPrefixes, ['10.20.0.0/16']);
  });

  await t.test('what is in use stays', async () => {
    const refused = async (deletion, code) => {
      await assert.rejects(deletion, (error) => {
        assert.equal(error.name, 'RestError');
        assert.equal(error.code, code);
        return true;
      });
    };
    await refused(net.virtualNetworkGateways.beginDeleteAndWait(group, 'vpn'), 'VirtualNetworkGatewayCannotBeDeleted');
    await refused(net.localNetworkGateways.beginDeleteAndWait(group, 'device'), 'LocalNetworkGatewayCannotBeDeleted');
    await refused(net.publicIPAddresses.beginDeleteAndWait(group, 'vpn-ip'), 'PublicIPAddressCannotBeDeleted');
    await refused(net.subnets.beginDeleteAndWait(group, 'hub', 'GatewaySubnet'), 'InUseSubnetCannotBeDeleted');
    await refused(net.virtualNetworks.beginDeleteAndWait(group, 'hub'), 'InUseSubnetCannotBeDeleted');
    await refused(
      net.networkSecurityGroups.beginDeleteAndWait(group, 'rules'), 'InUseNetworkSecurityGroupCannotBeDeleted');
    await refused(net.expressRouteCircuits.beginDeleteAndWait(group, 'circuit'), 'ExpressRouteCircuitCannotBeDeleted');
  });

  await t.test('deletions in order', async () => {
    const connections = net.virtualNetworkGatewayConnections;
    await Promise.all(['tunnel', 'line'].map((name) => connections.beginDeleteAndWait(group, name)));
    await Promise.all(['vpn', 'er'].map((name) => net.virtualNetworkGateways.beginDeleteAndWait(group, name)));
    await admin('POST', `circuits/circuit/provider?resourceGroup=${group}`, { state: 'NotProvisioned' });
    await Promise.all([
      net.localNetworkGateways.beginDeleteAndWait(group, 'device'),
      net.expressRouteCircuits.beginDeleteAndWait(group, 'circuit'),
      net.virtualNetworks.beginDeleteAndWait(group, 'hub'),
      ...['vpn-ip', 'er-ip'].map((name) => net.publicIPAddresses.beginDeleteAndWait(group, name)),
    ]);
    await net.networkSecurityGroups.beginDeleteAndWait(group, 'rules');
    assert.deepEqual(await all(arm.resources.listByResourceGroup(group)), []);
  });

  await t.test('a group goes with its contents', async () => {
    await net.virtualNetworks.beginCreateOrUpdateAndWait(group, 'hub', hub);
    await net.publicIPAddresses.beginCreateOrUpdateAndWait(group, 'vpn-ip', address);
    await arm.resourceGroups.beginDeleteAndWait(group);
    assert.equal((await arm.resourceGroups.checkExistence(group)).body, false);
    await assert.rejects(net.virtualNetworks.get(group, 'hub'), { statusCode: 404, code: 'ResourceGroupNotFound' });
  });
});
