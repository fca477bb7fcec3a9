// The bodies of the reference architecture, as a user of the SDK writes them.
import { id, location } from './cloud.js';

export const hub = {
  location,
  addressSpace: { addressPrefixes: ['10.20.0.0/16'] },
  subnets: [
    { name: 'GatewaySubnet', addressPrefix: '10.20.255.224/27' },
    { name: 'web', addressPrefix: '10.20.1.0/24' },
  ],
};

export const address = {
  location,
  sku: { name: 'Standard' },
  publicIPAllocationMethod: 'Static',
  zones: ['1', '2', '3'],
};

export const rules = {
  location,
  securityRules: [
    {
      name: 'from-site',
      protocol: 'Tcp',
      sourceAddressPrefix: '192.168.0.0/16',
      sourcePortRange: '*',
      destinationAddressPrefix: '*',
      destinationPortRange: '443',
      access: 'Allow',
      direction: 'Inbound',
      priority: 100,
    },
  ],
};

export const gateway = (group, kind, sku, publicIp, more = {}) => ({
  location,
  gatewayType: kind,
  ...(kind === 'Vpn' ? { vpnType: 'RouteBased' } : {}),
  sku: { name: sku, tier: sku },
  ipConfigurations: [
    {
      name: 'default',
      subnet: { id: id(group, 'virtualNetworks/hub/subnets/GatewaySubnet') },
      ...(publicIp ? { publicIPAddress: { id: id(group, `publicIPAddresses/${publicIp}`) } } : {}),
    },
  ],
  ...more,
});

export const device = {
  location,
  gatewayIpAddress: '198.51.100.7',
  localNetworkAddressSpace: { addressPrefixes: ['192.168.0.0/16'] },
  bgpSettings: { asn: 65050, bgpPeeringAddress: '192.168.0.1' },
};

export const circuit = {
  location,
  sku: { name: 'Standard_MeteredData', tier: 'Standard', family: 'MeteredData' },
  serviceProviderProperties: {
    serviceProviderName: 'Equinix',
    peeringLocation: 'Silicon Valley',
    bandwidthInMbps: 50,
  },
};

export const peering = {
  peeringType: 'AzurePrivatePeering',
  peerASN: 65001,
  vlanId: 100,
  primaryPeerAddressPrefix: '10.0.0.0/30',
  secondaryPeerAddressPrefix: '10.0.0.4/30',
};
