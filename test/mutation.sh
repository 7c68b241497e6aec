#!/usr/bin/env bash
# Runs Stryker in a copy of the project, so that it need not be a dependency. It has to be installed
# next to vitest, which rules out npx. Arguments are passed to stryker run.
set -euo pipefail
stryker=9.6.1
project=$PWD
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$copy"
cp -a node_modules "$copy"
cd "$copy"
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel error \
  "@stryker-mutator/core@$stryker" "@stryker-mutator/vitest-runner@$stryker"
status=0
npx stryker run "$@" || status=$?
mkdir -p "$project/reports" && cp reports/mutation.json "$project/reports/"
exit "$status"
