# Usage: zsh -f complete.zsh FUNCTIONS LINE. Prints what the line becomes when Tab is pressed behind it.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= PS2= RPS1=; fpath=(${(q)1} \$fpath); autoload -U compinit; compinit -u -D"
# Shows the line as it is then, which the terminal's codes would hide.
zpty -w shell "show() { print -r -- \"<<\$BUFFER>>\"; zle send-break }; zle -N show; bindkey '^X' show; print rea''dy"
text=
while zpty -r shell part; do
  text+=$part
  [[ $text == *ready* ]] && break
done
zpty -w -n shell "$2"$'\t\x18'
text=
while zpty -r shell part; do
  text+=$part
  [[ $text == *'>>'* ]] && break
done
zpty -d shell
text=${text##*<<}
print -r -- ${text%%>>*}
