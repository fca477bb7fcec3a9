#!/usr/bin/env bash
# house.sh [REVISION]   prints the figures of the code, by default of the working tree. Needs a JDK 17, and git for a revision.
#
#   lines           lines of code: no blank lines and no comments
#   file            one top-level type; package-info files do not count
#   tiny file       at most 15 lines without package and imports
#   method          the lines between its braces; methods without a body do not count
#   words of a name GatewayMapper has two, DNSName has two
#   package cycle   packages that reach each other by imports or by names that are written out in full
#   retry loop      a loop that calls sleep(..) or pause(..) of something, itself or by a method of the same file;
#                   of nested loops the innermost. A loop that pauses in a class of its own stands where it is called.
#   javadoc         sentences before the first tag; public types with the nested ones
#   tests of goals  how often poms, invoker.properties and Maven calls of scripts below src/it run a goal
#   walk A          the files of walk-a.txt; exit status 3 if one of them does not exist any more
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

walk=src/bench/walk-a.txt
tree=.
status_of_old_names=3
if [ $# -gt 0 ]; then
  tree=$here
  git archive "$1" src/main/java src/it | tar -x -C "$here"
  # A revision that has no list yet is measured by the first list there was.
  if ! git show "$1:$walk" >"$here/walk" 2>"$here/problem"; then
    first=$(git log --diff-filter=A --format=%H -- "$walk" | tail -1)
    git show "$first:$walk" >"$here/walk"
    status_of_old_names=0
  fi
  walk=$here/walk
fi
if [ $# -gt 0 ]; then
  printf 'revision %s\n' "$(git rev-parse --short "$1")"
else
  git describe --always --dirty=', changed' 2>/dev/null | sed 's/^/revision /' || true
fi
javac -d "$here/classes" src/bench/house/*.java
status=0
java -cp "$here/classes" House "$tree" "$walk" || status=$?
if [ $status = 3 ]; then exit "$status_of_old_names"; fi
exit $status
