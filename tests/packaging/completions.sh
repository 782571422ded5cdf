#!/usr/bin/env bash
# Usage: completions.sh BUILD. What the shells that are installed offer for the beginnings of command lines.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"
generated=$build/generated

# With a `=`, bash gives the words around it one by one and replaces only what stands behind it.
# shellcheck source=/dev/null
source "$generated/completions.bash"
offered() {
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  _macrolint 2>/dev/null || true
  echo "${COMPREPLY[*]}"
}
expect 'bash: commands' check "$(offered macrolint ch)"
expect 'bash: options' '--fail-on --fix' "$(offered macrolint check --f | sed 's/--format //')"
expect 'bash: words' 'error warning note' "$(offered macrolint check --fail-on '')"
expect 'bash: words behind =' 'json junit' "$(offered macrolint check --format = j)"
expect 'bash: rules' drift-channel "$(offered macrolint explain drift-ch)"
expect 'bash: first of a pair' reference-unknown-macro= "$(offered macrolint check --rule reference-unk)"
expect 'bash: second of a pair' off "$(offered macrolint check --rule reference-unknown-macro = o)"
expect 'bash: file of a pair' "$source_folder/LICENSE" \
  "$(offered macrolint check --output json = "$source_folder/LICEN")"
expect 'bash: files' "$source_folder/LICENSE" "$(offered macrolint check -q "$source_folder/LICEN")"
expect 'bash: nothing' '' "$(offered macrolint check --changed-since '')"

if command -v fish >/dev/null; then
  export HOME=$work XDG_CONFIG_HOME=$work XDG_DATA_HOME=$work
  fish_offers() {
    fish --no-config -c "source '$generated/completions.fish'; complete -C \"$1\"" | cut -f 1 | tr '\n' ' '
  }
  expect 'fish: commands' 'check ' "$(fish_offers 'macrolint ch')"
  expect 'fish: words' 'error note warning ' "$(fish_offers 'macrolint check --fail-on ')"
  expect 'fish: rules' 'drift-channel ' "$(fish_offers 'macrolint explain drift-ch')"
  expect 'fish: pair' 'reference-unknown-macro=off ' \
    "$(fish_offers 'macrolint check --rule reference-unknown-macro=o')"
  expect 'fish: file of a pair' "json=$source_folder/LICENSE " \
    "$(fish_offers "macrolint check --output json=$source_folder/LICEN")"
else
  echo 'fish is left out: it is not installed'
fi

if command -v zsh >/dev/null; then
  mkdir "$work/functions"
  cp "$generated/completions.zsh" "$work/functions/_macrolint"
  # zsh completes only for a terminal, which its module zpty plays. The line is what it was completed to.
  zsh_completes() {
    zsh -f "$source_folder/tests/packaging/complete.zsh" "$work/functions" "$1"
  }
  expect 'zsh: commands' 'macrolint check ' "$(zsh_completes 'macrolint ch')"
  expect 'zsh: options' 'macrolint check --fail-on=' "$(zsh_completes 'macrolint check --fa')"
  expect 'zsh: words' 'macrolint check --fail-on error ' "$(zsh_completes 'macrolint check --fail-on e')"
  expect 'zsh: rules' 'macrolint explain drift-channel ' "$(zsh_completes 'macrolint explain drift-ch')"
  expect 'zsh: second of a pair' 'macrolint check --rule macro-unknown=off ' \
    "$(zsh_completes 'macrolint check --rule macro-unknown=of')"
  expect 'zsh: file of a pair' "macrolint check --output json=$source_folder/LICENSE " \
    "$(zsh_completes "macrolint check --output json=$source_folder/LICEN")"
else
  echo 'zsh is left out: it is not installed'
fi

# Whatever help lists is in all of them.
program=$build/macrolint
gzip -dc "$generated/macrolint.1.gz" | sed 's/\\-/-/g' >"$work/manual"
for command in $("$program" --help | sed -nE '/^Commands:/,/^$/s/^  ([a-z]+) .*/\1/p'); do
  for option in $("$program" "$command" --help | sed -nE 's/^  (-[a-z], )?--([a-z-]+).*/\2/p'); do
    for file in "$generated"/completions.{bash,zsh} "$work/manual"; do
      grep -qe "--$option" "$file" || fail "$file lacks --$option of $command"
    done
    grep -qe "from $command'.* -l $option " "$generated/completions.fish" || fail "fish lacks --$option of $command"
  done
done
[ -n "${option:-}" ] || fail 'help lists no options'
