def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('BUILD SUCCESS')
assert log.contains('Parameter files: 0 errors')

// help names every goal.
def descriptor = new File(basedir.parentFile.parentFile, 'classes/META-INF/maven/plugin.xml').getText('UTF-8')
def goals = (descriptor =~ /<goal>([a-z-]+)<\/goal>/).collect { it[1] }
assert goals.size() == 13 : goals
assert goals.every { log.readLines().contains("hybridnet:$it".toString()) } : goals
