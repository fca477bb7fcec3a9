# shellcheck shell=bash
# For scripts that try Azure CLI commands on a running simulator, whose directory HYBRIDNET_SIMULATOR names. Needs az and jq.
: "${HYBRIDNET_SIMULATOR:?must name the directory of a running simulator}"

endpoint=$(cat "$HYBRIDNET_SIMULATOR/endpoint")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

export AZURE_CONFIG_DIR=$work/config REQUESTS_CA_BUNDLE=$HYBRIDNET_SIMULATOR/ca.pem
export AZURE_CORE_COLLECT_TELEMETRY=no AZURE_CORE_NO_COLOR=true PYTHONWARNINGS=ignore
# Whatever az would ask of other hosts ends at a port where nobody listens.
export HTTPS_PROXY=http://127.0.0.1:9 HTTP_PROXY=http://127.0.0.1:9 NO_PROXY=localhost,127.0.0.1

credential() { jq -r ".$1" "$HYBRIDNET_SIMULATOR/credentials.json"; }

run() { # run COMMAND...: sets status, and leaves what it printed in $work/out and $work/err
  status=0
  "$@" >"$work/out" 2>"$work/err" || status=$?
}

verdict() { # verdict WHAT TRUE|FALSE
  if "$2"; then
    passed=$((passed + 1))
    echo "ok      $1"
  else
    failed=$((failed + 1))
    echo "FAILED  $1 (exit status $status)"
    head -c 2000 "$work/out" "$work/err" | sed 's/^/        /'
  fi
}

works() { # works WHAT FILTER COMMAND...: ends well, and jq finds the filter true of what it prints; '' asks for nothing
  local what=$1 filter=$2 good=false
  shift 2
  run "$@"
  if [ "$status" -eq 0 ] && { [ -z "$filter" ] || jq -e "$filter" "$work/out" >/dev/null; }; then good=true; fi
  verdict "$what" "$good"
}

refused() { # refused WHAT STATUS TEXT COMMAND...: ends with the status, and says the text as an error
  local what=$1 expected=$2 text=$3 good=false
  shift 3
  run "$@"
  if [ "$status" -eq "$expected" ] && grep -qF -- "$text" "$work/err"; then good=true; fi
  verdict "$what" "$good"
}

admin() { # admin METHOD PATH BODY: a call of the simulator's admin endpoint
  az rest --method "$1" --url "$endpoint/_simulator/$2" --body "$3" --skip-authorization-header \
    --headers "Authorization=Bearer $(credential adminToken)" "Content-Type=application/json"
}

sign_in() { # knows the simulator as a cloud, and signs in
  refused 'sign-in with a wrong secret' 1 AADSTS7000215 stranger
  works 'cloud register' '' az cloud register --name simulator --endpoint-resource-manager "$endpoint"
  works 'cloud set' '' az cloud set --name simulator
  works 'login' '.[0].state == "Enabled"' az login --service-principal -u "$(credential clientId)" -p "$(credential clientSecret)" \
    --tenant "$(credential tenantId)"
}

# In a configuration of its own: az keeps tokens by client, and would not ask again.
stranger() {
  AZURE_CONFIG_DIR=$work/stranger az cloud register --name simulator --endpoint-resource-manager "$endpoint" &&
    AZURE_CONFIG_DIR=$work/stranger az cloud set --name simulator &&
    AZURE_CONFIG_DIR=$work/stranger az login --service-principal -u "$(credential clientId)" -p wrong --tenant "$(credential tenantId)"
}

seconds_of() { # seconds_of WHAT COMMAND...: how long the command takes, which is printed and not judged
  local what=$1 begin end
  shift
  begin=$(date +%s.%N)
  run "$@"
  end=$(date +%s.%N)
  verdict "$what" "$([ "$status" -eq 0 ] && echo true || echo false)"
  awk -v a="$begin" -v b="$end" 'BEGIN { printf "        after %.1f s\n", b - a }'
}

finish() { # the last line, and the exit status
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}
