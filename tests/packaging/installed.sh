#!/usr/bin/env bash
# Usage: installed.sh BUILD. Installs into a folder: all files are there, the manual page has no flaws, the program runs.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"
prefix=$work/prefix

cmake --install "$build" --prefix "$prefix" >"$work/log" || fail "$(cat "$work/log")"
for file in bin/macrolint share/man/man1/macrolint.1.gz share/bash-completion/completions/macrolint \
  share/zsh/site-functions/_macrolint share/fish/vendor_completions.d/macrolint.fish \
  share/macrolint/schemas/{configuration,macro,result}.schema.json \
  share/doc/macrolint/{README.md,LICENSE,CHANGELOG.md,docs/configuration.md,docs/rules.md}; do
  [ -s "$prefix/$file" ] || fail "$file is not installed"
done
"$prefix/bin/macrolint" --version >/dev/null || fail 'The installed program does not run'

# Pictures that an installed document shows are beside it; a picture's words may go on over lines.
pictures=0
while read -r document; do
  while read -r picture; do
    [ -s "$(dirname "$document")/$picture" ] || fail "${document#"$prefix"/} shows $picture, which is not installed"
    pictures=$((pictures + 1))
  done < <(awk '/^ *(```|~~~)/ { code = !code; next } !code' "$document" | tr '\n' ' ' |
    { grep -oE '!\[[^]]*\]\([^)]+\)' || true; } | sed -E 's/.*\(([^)#? ]+).*/\1/' | { grep -v '^https\?:' || true; })
done < <(find "$prefix/share/doc/macrolint" -name '*.md')
[ "$pictures" -gt 0 ] || fail 'No document shows a picture'

gzip -dc "$prefix/share/man/man1/macrolint.1.gz" >"$work/macrolint.1"
if command -v man >/dev/null; then
  expect 'Warnings about the manual page' '' "$(man --warnings -l "$work/macrolint.1" 2>&1 >/dev/null)"
fi
if command -v mandoc >/dev/null; then
  expect 'What mandoc says of the manual page' '' "$(mandoc -T lint "$work/macrolint.1")"
fi

copy_sample "$work/new"
cd "$work/new"
rm .macrolint.yml
"$prefix/bin/macrolint" init 2>/dev/null
expect 'What init names as schema' \
  "# yaml-language-server: \$schema=$prefix/share/macrolint/schemas/configuration.schema.json" "$(head -n 1 .macrolint.yml)"
"$prefix/bin/macrolint" check --fail-on error --quiet >"$work/check" || [ $? -eq 1 ] || fail "$(cat "$work/check")"

# The modelines of the sample lead to schemas.
cd "$source_folder"
grep -rl '^# yaml-language-server' .macrolint.yml macros | while read -r file; do
  # shellcheck disable=SC2016 # a dollar sign of the comment
  schema=$(sed -n '1s/^# yaml-language-server: $schema=//p' "$file")
  [ -e "$(dirname "$file")/$schema" ] || fail "$file names the schema $schema, which is not there"
done
