def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('BUILD SUCCESS')
assert log.contains('Parameter files: 0 errors')

// help names every goal.
def descriptor = new File(basedir.parentFile.parentFile, 'classes/META-INF/maven/plugin.xml').getText('UTF-8')
def goals = (descriptor =~ /<goal>([a-z-]+)<\/goal>/).collect { it[1] }
assert goals.size() == 14 : goals
assert goals.every { log.readLines().contains("hybridnet:$it".toString()) } : goals

// replay has sent everything but the poll and the machine, and nothing differs.
assert log.contains('Replayed 1 cassette: 5 of 7 recorded requests sent.')
assert log.contains('No differences.')
assert new File(basedir, 'target/hybridnet/replay.json').text.contains('"name" : "virtual-network"')
