def log = new File(basedir, 'build.log').getText('UTF-8')
def lines = log.readLines()

def place = { String file, String code -> lines.any { it.contains("${file}.parameters.json:") && it =~ /:\d+:\d+ $code / } }
assert place('expressRouteCircuit', 'HN1012')
assert place('virtualNetwork', 'HN2011')
assert place('virtualNetwork', 'HN2015')
assert place('virtualNetworkGateway-expressRoute', 'HN1011')
assert place('virtualNetworkGateway-expressRoute', 'HN1013')
assert lines.any { it.contains("Write 'gatewayType', or remove '") }
assert log.contains('HN1000: The parameter files in')
// No stack trace.
assert lines.every { !(it =~ /\bat [a-z]+(\.\w+)+[$.\w]*\(/) }
assert !log.contains('123secret')
assert !new File(basedir, 'target/hybridnet').exists()
