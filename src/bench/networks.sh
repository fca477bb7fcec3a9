#!/usr/bin/env bash
# Prints what many networks in one parallel build cost: wall time against one network, threads and memory of Maven.
# Usage: networks.sh [NETWORKS [THREADS]]. The simulator is another process.
# Needs an earlier "mvn verify" or "mvn -Pquickstart verify": it runs the plugin from target/it-repo, or from $PLUGIN_REPOSITORY.
set -euo pipefail
cd "$(dirname "$0")/../.."
networks=${1:-100}
threads=${2:-4}
here=$(mktemp -d)
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -1)
plugin=io.github.hybridnet:hybridnet-maven-plugin:$version
files=$PWD/src/it/quickstart/src/main/hybridnet
local_repository=${LOCAL_REPOSITORY:-$HOME/.m2/repository}
sed "s:@localRepositoryUrl@:file\://$local_repository:" src/it/settings.xml >"$here/settings.xml"
maven=(mvn -o -B -ntp -s "$here/settings.xml" "-Dmaven.repo.local=${PLUGIN_REPOSITORY:-$PWD/target/it-repo}")

(cd "$here" && exec "${maven[@]}" "$plugin:simulate" "-Dhybridnet.simulator.directory=$here/simulator" \
  -Dhybridnet.simulator.speed="${SPEED:-600}" >"$here/simulator.log" 2>&1) &
simulator=$!
trap 'kill "$simulator"; wait "$simulator" || true; rm -rf "$here"' EXIT
until [ -e "$here/simulator/endpoint" ]; do
  kill -0 "$simulator" 2>/dev/null || { cat "$here/simulator.log"; exit 1; }
  sleep 0.2
done

reactor() { # reactor NAME NETWORKS: a build with a module for each network
  local dir=$here/$1 modules=
  for n in $(seq "$2"); do
    mkdir -p "$dir/n$n"
    modules+="<module>n$n</module>"
    cat >"$dir/n$n/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<parent><groupId>com.example</groupId><artifactId>$1</artifactId><version>1</version></parent>
<artifactId>$1-n$n</artifactId><packaging>pom</packaging>
<build><plugins><plugin><groupId>io.github.hybridnet</groupId><artifactId>hybridnet-maven-plugin</artifactId></plugin></plugins></build></project>
POM
  done
  cat >"$dir/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>com.example</groupId><artifactId>$1</artifactId><version>1</version><packaging>pom</packaging><modules>$modules</modules>
<build><pluginManagement><plugins><plugin><groupId>io.github.hybridnet</groupId><artifactId>hybridnet-maven-plugin</artifactId><version>$version</version>
<configuration><cloud>simulator</cloud><location>westus2</location><modernise>true</modernise><waitForProvider>true</waitForProvider>
<parametersDirectory>$files</parametersDirectory><resourceGroup>\${project.artifactId}</resourceGroup></configuration>
<executions><execution><goals><goal>create-circuit</goal><goal>deploy-network</goal></goals></execution></executions></plugin></plugins></pluginManagement></build></project>
POM
}

measured() { # measured NAME ARGUMENTS...: wall time; the most threads and memory that the JVM had
  local name=$1 most=0 rss=0 begin
  shift
  begin=$(date +%s.%N)
  (cd "$here/$name" && exec "${maven[@]}" verify "-Dhybridnet.simulator.directory=$here/simulator" "$@" >"$here/$name.log" 2>&1) &
  local build=$!
  while kill -0 "$build" 2>/dev/null; do
    local t m
    t=$(awk '/^Threads:/ {print $2}' "/proc/$build/status" 2>/dev/null || echo 0)
    m=$(awk '/^VmHWM:/ {print $2}' "/proc/$build/status" 2>/dev/null || echo 0)
    [ "${t:-0}" -gt "$most" ] && most=$t
    [ "${m:-0}" -gt "$rss" ] && rss=$m
    sleep 0.2
  done
  wait "$build" || { tail -40 "$here/$name.log"; exit 1; }
  awk -v n="$name" -v b="$begin" -v e="$(date +%s.%N)" -v t="$most" -v m="$rss" \
    'BEGIN {printf "%s: %.1f s wall, at most %d threads, at most %.0f MB resident\n", n, e - b, t, m / 1024}'
}

reactor one 1
reactor many "$networks"
measured one
measured one
measured many -T "$threads"
printf 'many is %s networks under -T %s; the second run of one has nothing to do\n' "$networks" "$threads"
measured many -T "$threads"
grep -c 'No changes\.' "$here/many.log" | sed 's/$/ of the networks had nothing to do in the last run/'
