import java.util.concurrent.TimeUnit

// Runs the simulator in the foreground of a Maven of its own. The builds attach to it, and verify.groovy interrupts it.
def log = new File(basedir, 'simulate.log')
def maven = new ProcessBuilder(
        new File(System.getProperty('maven.home'), 'bin/mvn').path, '-B', '-ntp',
        '-s', new File(basedir.parentFile, 'interpolated-settings.xml').path,
        "-Dmaven.repo.local=$localRepositoryPath".toString(), 'hybridnet:simulate')
        .directory(basedir).redirectErrorStream(true).redirectOutput(log).start()
// Also where a build fails, so that verify.groovy is not reached.
Runtime.runtime.addShutdownHook(new Thread({ maven.destroy() } as Runnable))
context.put('simulator', maven)

def endpoint = new File(basedir, 'target/hybridnet/simulator/endpoint')
def end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5)
while (!endpoint.exists()) {
    assert maven.alive && System.nanoTime() < end: log.text
    Thread.sleep(100)
}
return true
