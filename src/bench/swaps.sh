#!/usr/bin/env bash
# Swaps parameters in goals at random, and prints how many swaps a test notices. Usage: swaps.sh [SEED [COUNT]].
# Works in a copy of the project. Needs an earlier "mvn test-compile". A swap takes some ten seconds.
set -euo pipefail
cd "$(dirname "$0")/../.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir "$copy/target"
cp -r pom.xml src docs LICENSE NOTICE README.md CHANGELOG.md CONTRIBUTING.md "$copy"
cp -r target/classes target/test-classes "$copy/target"
[ ! -d target/generated-sources ] || cp -r target/generated-sources "$copy/target"
cd "$copy"
java src/bench/swaps/ParameterSwaps.java "${1:-$RANDOM}" "${2:-20}"
