#!/usr/bin/env bash
# Usage: static.sh BUILD. The program without shared libraries, in a root that holds nothing else.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"
[ -x "$build/static/macrolint" ] || skip "this build has no static program (MACROLINT_STATIC)"
needs cpack git ldd tar
needs_roots

(cd "$work" && cpack -G TGZ --config "$build/CPackConfig.cmake" -B "$work/packages") >"$work/log" 2>&1 ||
  fail "$(cat "$work/log")"
tar -xzf "$work"/packages/*.tar.gz -C "$work"
folder=$(find "$work" -maxdepth 1 -name 'macrolint-*')
for file in bin/macrolint share/man/man1/macrolint.1.gz share/doc/macrolint/LICENSE \
  share/macrolint/schemas/macro.schema.json; do
  [ -s "$folder/$file" ] || fail "$file is not in the tarball"
done

libraries=$(ldd "$folder/bin/macrolint" 2>&1) || true
case $libraries in
  *'statically linked'* | *'not a dynamic executable'*) ;;
  *) fail "It needs shared libraries: $libraries" ;;
esac

root=$work/root
mkdir -p "$root"
cp "$folder/bin/macrolint" "$root/macrolint"
check_in_root "$root" /macrolint

status=0
in_root "$root" /macrolint check --online --config /sample/.macrolint.yml >"$work/online" 2>&1 || status=$?
expect 'Exit status without the network' 3 "$status"
# shellcheck disable=SC2016 # backquotes of the message
grep -qF 'This program was built without the network, so `--online` is not possible.' "$work/online" ||
  fail "The static program does not say why it asks nothing: $(cat "$work/online")"
