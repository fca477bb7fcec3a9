import groovy.json.JsonSlurper

for (network in ['north', 'south']) {
    def outputs = new JsonSlurper().parse(new File(basedir, "$network/target/hybridnet/outputs.json"))
    assert outputs.resources.size() == 8
    assert outputs.resources.every { it.id.contains("/resourceGroups/$network-rg") && it.provisioningState == 'Succeeded' }
    assert outputs.circuit.id.contains('/resourceGroups/circuit-rg/')
    // Running operations were remembered, and have been forgotten.
    assert new File(basedir, "$network/.hybridnet/.gitignore").text.trim() == '*'
    assert new File(basedir, "$network/.hybridnet/operations").list().length == 0
}
def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('north: The network matches the parameter files.')
assert log.contains('south: The network matches the parameter files.')
// The networks take turns in connecting to the circuit, instead of being refused.
assert !log.contains('AnotherOperationInProgress')
assert !new File(basedir, 'target/hybridnet/simulator/endpoint').exists()
// Called by name, a goal runs in each module that has files.
assert log.contains('validate in module south')
assert log.substring(log.indexOf('validate in module south')).contains('Parameter files: 0 errors')
