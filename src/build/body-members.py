#!/usr/bin/env python3
"""Writes the table of the members that bodies of network resources may have.

Usage: body-members.py arm-body-members.csv [FILE]   (standard output without FILE)

The CSV has a line for each member of each type: type, member, json_type, flags, allowed, notes. It follows the interface's
description of one API version, and notes what a later version adds. What is inside a read-only member, or inside a whole resource
that is only referred to, is left out: the service does not look at it.

The table is indented by one blank for each level. A line is: name, "[]" for each list around it, a blank, the JSON type
(o object, r object that is not looked into, s string, i integer, n number, b boolean, * anything), and then: "!" required, "~" read-only, "@version" since which
version if not all have it, "=A|B" the values that it may have.
"""
import csv
import sys

# Members that the service returns, or did in earlier API versions, without a description: clients send them back.
UNDESCRIBED = {
    'connections': ['properties.packetCaptureDiagnosticState'],
    'expressRouteCircuits': ['properties.allowGlobalReach', 'properties.resourceGuid'],
    'virtualNetworkGateways': [
        'properties.autoScaleConfiguration.minScaleUnits', 'properties.isMigrateToCSES', 'properties.packetCaptureDiagnosticState',
        'properties.vpnClientConfiguration.vpnClientConnectionHealth'],
    'virtualNetworks': [
        'properties.cloudServices', 'properties.flowLogConfiguration', 'properties.subnets[].properties.cloudServices',
        'properties.subnets[].properties.networkIntentPolicies', 'properties.subnets[].properties.serviceTunnels',
        'properties.virtualNetworkPeerings[].properties.remoteGateways', 'properties.virtualNetworkPeerings[].properties.routeServiceVips'],
    'virtualNetworks/subnets': ['properties.cloudServices', 'properties.networkIntentPolicies', 'properties.serviceTunnels'],
    'virtualNetworks/virtualNetworkPeerings': ['properties.remoteGateways', 'properties.routeServiceVips'],
}
# Members that came later than the rest, by Microsoft's change log of each type (learn.microsoft.com/azure/templates/microsoft.network/change-log).
# Earlier API versions refuse them (Azure/azure-powershell issues 10150 and 13544). Where answers have a member earlier, it is not here.
LATER = {
    'connections': {
        'properties.certificateAuthentication': '2025-01-01', 'properties.trafficSelectorPolicies': '2019-11-01',
        'properties.tunnelProperties': '2024-07-01'},
    'expressRouteCircuits': {'properties.authorizationKey': '2021-08-01', 'properties.enableDirectPortRateLimit': '2023-11-01'},
    'virtualNetworkGateways': {
        'properties.adminState': '2023-02-01', 'properties.allowRemoteVnetTraffic': '2022-05-01',
        'properties.allowVirtualWanTraffic': '2022-05-01', 'properties.autoScaleConfiguration': '2023-05-01',
        'properties.resiliencyModel': '2024-03-01'},
    'virtualNetworks': {
        'properties.encryption': '2021-05-01', 'properties.privateEndpointVNetPolicies': '2024-03-01',
        'properties.subnets[].properties.defaultOutboundAccess': '2023-05-01',
        'properties.subnets[].properties.serviceEndpoints[].networkIdentifier': '2024-01-01',
        'properties.subnets[].properties.sharingScope': '2023-11-01'},
    'virtualNetworks/subnets': {
        'properties.defaultOutboundAccess': '2023-05-01', 'properties.serviceEndpoints[].networkIdentifier': '2024-01-01',
        'properties.sharingScope': '2023-11-01'},
}
# What each child resource is returned with.
OF_CHILDREN = ('id', 'type', 'etag')
# A type that is also written at an address of its own, as the items of a list of another type.
CHILDREN = {'networkSecurityGroups/securityRules': ('networkSecurityGroups', 'properties.securityRules[]')}
CODES = {'string': 's', 'integer': 'i', 'number': 'n', 'boolean': 'b', 'any member': '*'}


class Member:
    def __init__(self):
        self.children, self.kind, self.flags, self.allowed, self.since = {}, 'o', '', '', ''

    def open(self):
        return self.kind == 'o' and '~' not in self.flags

    def text(self, name, depth):
        line = '%s%s %s%s' % (' ' * depth, name, self.kind, self.flags)
        return line + ('@' + self.since if self.since else '') + ('=' + self.allowed if self.allowed else '')


def read(path):
    with open(path, encoding='utf-8') as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith('#')))
    types = {}
    for row in rows:
        add(types.setdefault(row['type'], Member()), row)
    return types


def add(root, row):
    node = root
    for step in row['member'].split('.'):
        if node is not root and not node.open():
            return
        name = step.replace('[]', '')
        node = node.children.setdefault(name, Member())
    node.lists = max(getattr(node, 'lists', 0), row['member'].split('.')[-1].count('[]'))
    kind = row['json_type']
    if kind == 'array':
        node.lists = max(node.lists, 1)
    elif kind.startswith('object ('):
        node.kind = 'r'
    elif kind != 'object':
        node.kind = CODES[kind]
    if name == 'bandwidthInGbps':
        node.kind = 'n'
    if 'required' in row['flags'] and '!' not in node.flags and not row['member'].endswith('[]'):
        node.flags += '!'
    if 'read-only' in row['flags'] and '~' not in node.flags:
        node.flags += '~'
    if row['notes'].startswith('new in '):
        node.since = row['notes'][len('new in '):]
    if row['allowed'] and row['allowed'] != 'reference' and '~' not in node.flags:
        node.allowed = '|'.join(value for value in row['allowed'].split('|') if value != '…')
        if row['notes'].startswith('2025-09-01: '):
            later = row['notes'][len('2025-09-01: '):].split('|')
            node.allowed = '|'.join(dict.fromkeys(node.allowed.split('|') + [v for v in later if v != '…']))


def lines(node, depth):
    for name, child in node.children.items():
        yield child.text(name + '[]' * getattr(child, 'lists', 0), depth)
        if child.open():
            yield from lines(child, depth + 1)


def undescribed(types):
    for name, paths in UNDESCRIBED.items():
        for path in paths:
            node = types[name]
            for step in path.split('.'):
                node = node.children.setdefault(step.replace('[]', ''), Member())
            node.kind, node.flags = '*', '~'


def later(types):
    for name, dates in LATER.items():
        for path, version in dates.items():
            node = types[name]
            for step in path.split('.'):
                node = node.children[step.replace('[]', '')]
            node.since = version


def children(node):
    """Adds what child resources are returned with to all of them."""
    for child in node.children.values():
        if child.open():
            if 'name' in child.children and 'properties' in child.children:
                for name in OF_CHILDREN:
                    returned = child.children.setdefault(name, Member())
                    if returned.kind == 'o':
                        returned.kind, returned.flags = '*', '~'
            children(child)


def main():
    types = read(sys.argv[1])
    undescribed(types)
    later(types)
    for root in types.values():
        children(root)
    for name, (parent, path) in CHILDREN.items():
        node = types[parent]
        for step in path.split('.'):
            node = node.children[step.replace('[]', '')]
        types[name] = node
    out = open(sys.argv[2], 'w', encoding='utf-8') if len(sys.argv) > 2 else sys.stdout
    out.write('# Members of request bodies, API version 2025-03-01, and what 2025-09-01 adds. Written by src/build/body-members.py from\n'
              '# Azure/bicep-types-az, generated/network/microsoft.network (MIT), commit 1f896de2 of 2026-08-20.\n')
    for name, root in types.items():
        out.write(name + '\n')
        for line in lines(root, 1):
            out.write(line + '\n')


main()
