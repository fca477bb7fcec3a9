#!/usr/bin/env bash
# Counts how many cells of the matrix of variants an earlier revision of the plugin gets wrong: its goals are run by Maven against this revision's simulator.
# Usage: matrix-before.sh [REVISION [WORD]]; WORD chooses the variants whose NAME=VALUE begins so. JAR names a plugin of that revision that is already built.
# Needs an earlier "mvn verify" or "mvn -Pquickstart verify": the simulator is the plugin of target/it-repo, or of $PLUGIN_REPOSITORY.
set -euo pipefail
cd "$(dirname "$0")/../.."
revision=${1:-952cf36}
word=${2:-}
here=$(mktemp -d)
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -1)
plugin=io.github.hybridnet:hybridnet-maven-plugin
local_repository=${LOCAL_REPOSITORY:-$HOME/.m2/repository}
sed "s:@localRepositoryUrl@:file\://$local_repository:" src/it/settings.xml >"$here/settings.xml"
simulator=
trap '[ -z "$simulator" ] || { kill "$simulator"; wait "$simulator" || true; }; rm -rf "$here"' EXIT

git clone -q . "$here/clone"
git -C "$here/clone" checkout -q "$revision"
if [ -z "${JAR:-}" ]; then
  (cd "$here/clone" && mvn -B -ntp -q -DskipTests -Dinvoker.skip=true package)
  JAR=$(ls "$here"/clone/target/hybridnet-maven-plugin-*.jar | grep -v -e sources -e javadoc | head -1)
fi
before=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$here/clone/pom.xml" | head -1)
old=$here/old-repo/io/github/hybridnet/hybridnet-maven-plugin/$before
mkdir -p "$old"
cp "$JAR" "$old/hybridnet-maven-plugin-$before.jar"
cp "$here/clone/pom.xml" "$old/hybridnet-maven-plugin-$before.pom"

D=$here/simulator
(cd "$here" && exec mvn -o -B -ntp -s "$here/settings.xml" "-Dmaven.repo.local=${PLUGIN_REPOSITORY:-$OLDPWD/target/it-repo}" "$plugin:$version:simulate" \
  "-Dhybridnet.simulator.directory=$D" -Dhybridnet.simulator.speed=600 >"$here/simulator.log" 2>&1) &
simulator=$!
until [ -e "$D/endpoint" ]; do
  kill -0 "$simulator" 2>/dev/null || { cat "$here/simulator.log"; exit 1; }
  sleep 0.2
done
token=$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["adminToken"])' "$D/credentials.json")
admin() { curl -sS --fail-with-body --cacert "$D/ca.pem" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }
call() { admin -X "$1" "$(cat "$D/endpoint")/_simulator/$2" "${@:3}"; }

goal() { # goal LOG GOAL... -D...: the earlier plugin's goals in a project without a pom
  local log=$1 goals=()
  shift
  for each in "$@"; do case $each in -*) goals+=("$each") ;; *) goals+=("$plugin:$before:$each") ;; esac; done
  (cd "$here" && timeout 300 mvn -B -ntp -s "$here/settings.xml" "-Dmaven.repo.local=$here/old-repo" "${goals[@]}" -Dhybridnet.cloud=simulator \
    "-Dhybridnet.simulator.directory=$D" -Dhybridnet.location=westus2 -Dhybridnet.modernise=true -Dhybridnet.circuit.waitForProvider=true \
    "-Dhybridnet.parametersDirectory=$here/${files:-files}" >"$log" 2>&1)
}
declare_vpn() { # declare_vpn DIRECTORY MEMBERS: the published files, with more members of the VPN gateway
  cp -r src/it/quickstart/src/main/hybridnet "$here/$1"
  sed -i "s|\"sku\": \"Standard\"|&$2|" "$here/$1/virtualNetworkGateway-vpn.parameters.json"
}
stand() { # stand FILES SNAPSHOT
  call POST reset >/dev/null
  files=$1 goal "$here/deploy.log" create-circuit deploy-network || { echo "The earlier plugin does not deploy:"; tail -40 "$here/deploy.log"; exit 1; }
  call PUT "snapshots/$2" >/dev/null
}
declare_vpn files ''
declare_vpn others ', "enableBgp": true, "publicIp": {"name": "made-by-others"}'
# As its new owner sees it: no name of the address, and the address for BGP that Azure assigned.
declare_vpn adopted ', "enableBgp": true, "asn": 65515'
declare_vpn outputs ', "enableBgp": true, "asn": 65515, "publicIp": {"name": "made-by-others"}, "bgpPeeringAddress": "10.0.255.254"'
stand others made-by-others
stand files standing

writes() {
  call GET requests | python3 -c 'import json,sys
print(sum(1 for r in json.load(sys.stdin)["requests"] if r["method"] in ("PUT","PATCH","DELETE") and r["status"] < 400))'
}

tried=0 wrong=0
cell() { # cell NAME=VALUE GOAL EXPECTED-WRITES ARGUMENTS...: wrong if it fails, or writes where nothing may be written
  local variant=$1 name=$2 most=$3 said
  shift 3
  call POST "snapshots/${standing:-standing}/restore" >/dev/null
  call PUT variants -d "$([ "$variant" = usual ] && echo '{}' || echo "{\"${variant%%=*}\":\"${variant#*=}\"}")" >/dev/null
  call DELETE requests >/dev/null
  tried=$((tried + 1))
  if ! goal "$here/cell.log" "$@"; then
    said=$(grep -m1 -o 'HN[0-9]*: .*' "$here/cell.log" || tail -1 "$here/cell.log")
    # What a plan removes stands in the lines below the first.
    said+=" $(grep -m1 -E 'Azure cannot change|will be replaced' "$here/cell.log" | sed 's/^\[[A-Z]*\] *//' || true)"
  elif [ "$(writes)" -gt "$most" ]; then
    said="wrote $(writes) times"
  else
    said=
  fi
  call DELETE variants >/dev/null
  if [ -n "$said" ]; then
    wrong=$((wrong + 1))
    echo "WRONG $name with $variant: ${said:0:300}"
  fi
}

# Other declarations are wrong, or not, whatever is played.
if [ -z "$word" ]; then
  standing=made-by-others files=adopted cell usual "deployment of what others made" 0 deploy-network
  standing=made-by-others files=outputs cell usual "deployment with what Azure assigned" 0 deploy-network
fi
for variant in $(call GET variants | python3 -c 'import json,sys
for v in json.load(sys.stdin)["variants"]:
    for value in v["values"][1:]:
        print(v["name"] + "=" + value)'); do
  case $variant in identity=*) continue ;; "$word"*) ;; *) continue ;; esac
  cell "$variant" "second deployment" 0 deploy-network
  cell "$variant" "drill" 1000 test-failover -Dhybridnet.failover.confirm=ra-hybrid-er-vgw -Dhybridnet.failover.lever=connection \
    -Dhybridnet.failover.baseline=2s -Dhybridnet.failover.hold=2s -Dhybridnet.failover.allowProduction=true
done
echo "MATRIX BEFORE $revision: $tried cells, $wrong wrong"
