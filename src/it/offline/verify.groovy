def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('The network matches the declaration.')
assert log.contains('HN1905: Maven is offline (-o), and hybridnet.cloud is azure.')
