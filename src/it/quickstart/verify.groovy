import groovy.json.JsonSlurper

def outputs = new JsonSlurper().parse(new File(basedir, 'target/hybridnet/outputs.json'))
assert outputs.schemaVersion == 1
assert outputs.cloud == 'simulator'
def names = outputs.resources.collect { it.name } as Set
assert names == ['ra-hybrid-vpn-er-rg', 'ra-hybrid-vpn-er-erc', 'ra-hybrid-vpn-er-vnet', 'ra-hybrid-vpn-vgw-pip',
    'ra-hybrid-vpn-vgw', 'ra-hybrid-vpn-lgw', 'ra-hybrid-vpn-cn', 'ra-hybrid-er-vgw', 'ra-hybrid-er-cn'] as Set
assert outputs.resources.every { it.provisioningState == 'Succeeded' }
assert outputs.circuit.providerState == 'Provisioned'
assert outputs.circuit.serviceKey ==~ /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
assert outputs.gateways.find { it.type == 'Vpn' }.publicIpAddresses.size() == 1

def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Standard') && log.contains('VpnGw1AZ')
assert log.contains(outputs.circuit.serviceKey)
assert !log.contains('123secret')
assert !new File(basedir, 'target/hybridnet/outputs.json').text.contains('123secret')
assert !new File(basedir, 'target/hybridnet/simulator/endpoint').exists()
new File(basedir, 'target/hybridnet/simulator').eachFileRecurse { file ->
    assert !file.isFile() || !file.getText('ISO-8859-1').contains('123secret'): "a key stands in $file"
}

// Whoever gets the jar gets its licence with it.
def jars = []
new File(localRepositoryPath, 'io/github/hybridnet/hybridnet-maven-plugin').eachFileRecurse { if (it.name.endsWith('.jar')) jars << it }
assert !jars.isEmpty()
for (file in jars) {
    def jar = new java.util.zip.ZipFile(file)
    assert jar.getEntry('META-INF/LICENSE') != null && jar.getEntry('META-INF/NOTICE') != null
    jar.close()
}
