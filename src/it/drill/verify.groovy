import groovy.json.JsonSlurper
import java.util.concurrent.TimeUnit

def log = new File(basedir, 'build.log').getText('UTF-8')

// All goals have found the simulator that is running.
assert log.count('Simulator:    running already, in ') == 6

// The first drill was probed, and has kept what the POM demands.
assert log.contains('(peering): PASSED')
assert log =~ /The failover drill \S+ passed\./
assert log =~ /longest outage\s.*at most 4m\s+kept/
assert log =~ /restore\s.*at most 6m\s+kept/
assert log =~ /availability\s.*at least 1\.50 %\s+kept/
def drills = new File(basedir, '.hybridnet/failover-history.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assert drills.size() == 1 : drills
assert drills[0].outcome == 'passed' && drills[0].probes > 0 && drills[0].failed == 0 : drills

// The second one was killed while ExpressRoute was disconnected, and was undone by the next build.
assert log.contains('was not finished. ExpressRoute may be disconnected (the ')
assert log.contains('The configuration of ExpressRoute is restored.')
assert log.contains("The connection 'ra-hybrid-er-cn' is 'Connected'.")

// The network is gone, with the group and the circuit, which its provider has deprovisioned.
assert log.contains('ra-hybrid-vpn-er-erc: deprovisioned by the connectivity provider')
assert log.contains('Removed all resources of this network (9).')
assert new File(basedir, '.hybridnet/drills').list().length == 0
assert new File(basedir, '.hybridnet/operations').list().length == 0

def simulator = context.get('simulator')
assert simulator.alive
simulator.destroy()
assert simulator.waitFor(2, TimeUnit.MINUTES)
def simulated = new File(basedir, 'simulate.log').getText('UTF-8')
assert simulated =~ /Azure Resource Manager is simulated at https:\/\/127\.0\.0\.1:\d+, at 300 times the real speed\./
assert simulated.contains('The simulator has stopped. Its state is saved.')
assert !new File(basedir, 'target/hybridnet/simulator/endpoint').exists()
assert new File(basedir, 'target/hybridnet/simulator/state.json').exists()
