#!/usr/bin/env bash
# Prints what the plugin costs: validate beside a goal that does nothing, in turn; the jars that its realm needs.
# Needs an earlier "mvn verify" or "mvn -Pquickstart verify": it runs the plugin from target/it-repo.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-9}
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -1)
plugin=io.github.hybridnet:hybridnet-maven-plugin:$version
files=$PWD/src/it/quickstart/src/main/hybridnet
local_repository=${LOCAL_REPOSITORY:-$HOME/.m2/repository}
sed "s:@localRepositoryUrl@:file\://$local_repository:" src/it/settings.xml >"$here/settings.xml"
maven=(mvn -o -s "$here/settings.xml" "-Dmaven.repo.local=$PWD/target/it-repo")

timed() { # timed FILE GOAL...: adds "wall cpu" in seconds to the file
  local file=$1
  shift
  TIMEFORMAT='%R %U %S'
  { time (cd "$here" && "${maven[@]}" -q "$@" >"$here/out" 2>&1) ; } 2>"$here/time" || { cat "$here/out"; exit 1; }
  awk '{print $1, $2 + $3}' "$here/time" >>"$file"
}

median() { sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

for run in $(seq 0 "$runs"); do
  timed "$here/help.$((run > 0))" "$plugin:help"
  timed "$here/validate.$((run > 0))" "$plugin:validate" -Dhybridnet.modernise=true "-Dhybridnet.parametersDirectory=$files"
done
printf 'validate / help, medians of %s paired ratios: wall %s, CPU %s
' "$runs" \
  "$(paste "$here/validate.1" "$here/help.1" | awk '{print $1 / $3}' | median)" \
  "$(paste "$here/validate.1" "$here/help.1" | awk '{print $2 / $4}' | median)"
for goal in help validate; do
  printf '%s: wall %s s, CPU %s s (medians of %s)\n' "$goal" \
    "$(cut -d' ' -f1 "$here/$goal.1" | median)" "$(cut -d' ' -f2 "$here/$goal.1" | median)" "$runs"
done

(cd "$here" && "${maven[@]}" -X "$plugin:help") |
  sed -n 's/.*Included: //p' | sort -u >"$here/realm"
bytes=0
while IFS=: read -r group artifact _ v; do
  jar=target/it-repo/${group//.//}/$artifact/$v/$artifact-$v.jar
  bytes=$((bytes + $(stat -c %s "$jar")))
done <"$here/realm"
awk -v n="$(wc -l <"$here/realm")" -v b="$bytes" 'BEGIN {printf "realm: %d jars, %.2f MB\n", n, b / 1e6}'
