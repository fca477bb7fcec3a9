import groovy.json.JsonSlurper

def outputs = new JsonSlurper().parse(new File(basedir, 'target/hybridnet/outputs.json'))
assert outputs.circuit.providerState == 'Provisioned'
def network = outputs.resources.findAll { it.name != 'ra-hybrid-vpn-er-erc' }
assert network.size() == 8
assert network.every { it.action == 'unchanged' }: network

def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('7 to create, 0 to update, 0 to replace, 0 to delete, 1 unchanged')
assert log.contains('0 to create, 0 to update, 0 to replace, 0 to delete, 8 unchanged')
assert log.contains('The network matches the parameter files. No changes.')
assert log.readLines().any { it.contains('connection ra-hybrid-er-cn') && it.contains('as declared') }


// Drift is checked by what was just built: nothing would be changed, and the files for other programs say the same.
assert log.contains('No changes are needed.')
def plan = new JsonSlurper().parse(new File(basedir, 'target/hybridnet/plan.json'))
assert !plan.changesAnything && plan.summary.unchanged == 9: plan.summary
def status = new JsonSlurper().parse(new File(basedir, 'target/hybridnet/status.json'))
assert status.resources.every { it.drift == 'asDeclared' }: status.resources
assert status.gateways.any { it.learnedRoutes.expressRoute == ['192.168.0.0/16'] }: status.gateways

assert log.readLines().any { it.endsWith('The network matches the parameter files.') }
assert log.contains('HN1905: Maven is offline (-o), but the cloud \'azure\' (hybridnet.cloud) needs the network.')

def credentials = new JsonSlurper().parse(new File(basedir, 'target/hybridnet/simulator/credentials.json'))
assert log.contains('[DEBUG]')
for (secret in ['123secret', credentials.clientSecret, credentials.adminToken, 'Bearer eyJ', 'access_token']) {
    // Not one assertion with the secret in it: a failed one prints what it compared.
    boolean found = log.contains(secret)
    assert !found: 'a secret stands in the log'
}
