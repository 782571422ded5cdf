#!/usr/bin/env bash
# Usage: deb.sh BUILD. The .deb in a root that holds nothing but it and the packages that it depends on.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"
needs cpack dpkg-deb dpkg-query dpkg-shlibdeps git
needs_roots

(cd "$work" && cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work/packages") >"$work/log" 2>&1 ||
  fail "$(cat "$work/log")"
package=$(find "$work/packages" -maxdepth 1 -name '*.deb')
root=$work/root
dpkg-deb --extract "$package" "$root"
for file in usr/bin/macrolint usr/share/doc/macrolint/{copyright,changelog.gz} usr/share/man/man1/macrolint.1.gz \
  usr/share/bash-completion/completions/macrolint usr/share/zsh/vendor-completions/_macrolint; do
  [ -s "$root/$file" ] || fail "$file is not in the package"
done

# names_in DEPENDS: the packages' names, of alternatives the first.
names_in() {
  tr ',' '\n' <<<"$1" | sed -E 's/^ *//; s/[ (|:].*//; /^$/d'
}

# What is installed here of the packages that it depends on, and that these depend on.
mapfile -t wanted < <(names_in "$(dpkg-deb --field "$package" Depends)")
[ ${#wanted[@]} -gt 5 ] || fail 'The package names no dependencies'
declare -A known
while [ ${#wanted[@]} -gt 0 ]; do
  name=${wanted[0]}
  wanted=("${wanted[@]:1}")
  [ -z "${known[$name]:-}" ] || continue
  known[$name]=1
  depends=$(dpkg-query --show --showformat='${Pre-Depends}, ${Depends}' "$name" 2>/dev/null) || continue
  mapfile -t -O ${#wanted[@]} wanted < <(names_in "$depends")
  dpkg-query --listfiles "$name" | grep -E '/lib(64|x32|32)?/.*\.so' || true
done | sort -u >"$work/files"
# Debian's /lib is a link to /usr/lib.
while read -r file; do
  [ -f "$file" ] || continue
  mkdir -p "$root$(dirname "$file")"
  cp --dereference "$file" "$root$file"
done <"$work/files"

check_in_root "$root" /usr/bin/macrolint

# expect_error WHAT STATUS SENTENCE ARGUMENT…: the program fails on the sample and says why.
expect_error() {
  local what=$1 right=$2 sentence=$3 status=0
  shift 3
  in_root "$root" /usr/bin/macrolint "$@" --config /sample/.macrolint.yml >"$work/missing" 2>&1 || status=$?
  expect "Exit status: $what" "$right" "$status"
  grep -qF "$sentence" "$work/missing" || fail "$what: $(cat "$work/missing")"
}

# Libraries that are loaded late may be missing all the same: then the message says which, and who has them.
find "$root" -name 'libcurl.so.4*' -delete
# shellcheck disable=SC2016 # backquotes of messages
expect_error 'The network without libcurl' 3 'The library `libcurl.so.4` is missing on this machine' check --online
# shellcheck disable=SC2016
expect_error 'The network without libcurl' 3 'Debian has it in the package `libcurl4`.' check --online
find "$root" -name 'libgit2.so.*' -delete
# shellcheck disable=SC2016
expect_error 'Git without libgit2' 2 'Debian has it in the package `libgit2-' check --changed-since HEAD
