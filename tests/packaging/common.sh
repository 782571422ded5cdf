# shellcheck shell=bash
# What the scripts in this folder share. Each is called with the folder of the build and ends with 77 if it cannot be
# run here.
set -euo pipefail

source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8

fail() {
  echo "$*" >&2
  exit 1
}

skip() {
  echo "Skipped: $*"
  exit 77
}

needs() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || skip "there is no $program"
  done
}

# expect WHAT WANTED GOT
expect() {
  [ "$2" = "$3" ] || fail "$1: expected
$2
but got
$3"
}

# copy_sample FOLDER: the sample of this project as a repository with one commit.
copy_sample() {
  mkdir -p "$1"
  cp -R "$source_folder/.macrolint.yml" "$source_folder/macros" "$source_folder/docs" "$source_folder/schemas" "$1"
  git -C "$1" init --quiet
  git -C "$1" add .
  git -C "$1" -c user.name=Test -c user.email=test@example.com commit --quiet -m Sample
}

# in_root ROOT COMMAND…: runs the command with ROOT as its root.
in_root() {
  if [ "$(id -u)" -eq 0 ]; then
    chroot "$@"
  else
    unshare --map-root-user chroot "$@"
  fi
}

needs_roots() {
  needs chroot unshare
  mkdir -p "$work/probe"
  # Of an empty root, 127 says that it was entered, and that there was no program.
  local status=0
  in_root "$work/probe" /none 2>/dev/null || status=$?
  [ "$status" -eq 127 ] || skip "another root cannot be entered here"
}

# check_in_root ROOT PROGRAM: the sample passes there, and a page that breaks after the commit is found.
check_in_root() {
  local root=$1 program=$2 status=0 page=docs/sample-notes/on-call.md
  copy_sample "$root/sample"
  in_root "$root" "$program" check --config /sample/.macrolint.yml >"$work/good" 2>&1 ||
    fail "The sample does not pass: $(cat "$work/good")"
  # shellcheck disable=SC2016 # backquotes of Markdown
  sed -i 's/Education Program Reply`/Education Programm Reply`/' "$root/sample/$page"
  in_root "$root" "$program" check --config /sample/.macrolint.yml --changed-since HEAD --format json \
    >"$work/bad" 2>&1 || status=$?
  expect 'Exit status of a broken page' 1 "$status"
  grep -q '"rule": "reference-unknown-macro"' "$work/bad" || fail "The broken page is not found: $(cat "$work/bad")"
}
