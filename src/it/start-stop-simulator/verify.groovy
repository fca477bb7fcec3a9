import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count(', empty. It ends at stop-simulator, or with this build.') == 2
assert log.count(', with the state of an earlier run. It ends at stop-simulator, or with this build.') == 2
assert log.count('expected: <204> but was: <404>') > 0
// The test with the JUnit extension passes in both builds.
assert log.count('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0') == 2
assert log.count('The simulator has stopped.') == 2
assert log.contains('Nothing to stop: this build runs no simulator in')

for (directory in ['target/hybridnet/simulator', 'target/second']) {
    def simulator = new File(basedir, directory)
    assert !new File(simulator, 'endpoint').exists()
    assert !new File(simulator, 'owner').exists()
    def credentials = new JsonSlurper().parse(new File(simulator, 'credentials.json'))
    assert !log.contains(credentials.clientSecret) && !log.contains(credentials.adminToken)
}
assert new File(basedir, 'target/hybridnet/simulator/state.json').text.contains('/resourceGroups/rg"')
