import groovy.json.JsonSlurper

for (network in ['north', 'south']) {
    def outputs = new JsonSlurper().parse(new File(basedir, "$network/target/hybridnet/outputs.json"))
    assert outputs.resources.size() == 9
    assert outputs.resources.every { it.id.contains("/resourceGroups/$network-rg") && it.provisioningState == 'Succeeded' }
}
def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('The network is as declared.') == 2
assert !new File(basedir, 'target/hybridnet/simulator/endpoint').exists()
