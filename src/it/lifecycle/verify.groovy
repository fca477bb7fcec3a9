import groovy.json.JsonSlurper

def outputs = new JsonSlurper().parse(new File(basedir, 'network/target/hybridnet/outputs.json'))
def used = new Properties()
new File(basedir, 'network/target/used/results.properties').withInputStream { used.load(it) }
assert used.serviceKey == outputs.circuit.serviceKey
assert used.vpnAddress == outputs.gateways.find { it.type == 'Vpn' }.publicIpAddresses[0]
assert used.vpnGateway == outputs.gateways.find { it.type == 'Vpn' }.id

def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count(':deploy-network (default)') == 2
assert log.contains('Skipping deploy-network.')
assert new File(basedir, 'target/hybridnet/simulator/credentials.json').exists()
