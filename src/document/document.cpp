#include "document/document.h"

namespace macrolint {

std::string_view name_of(Mention::Form form) {
  switch (form) {
    case Mention::Form::linked_title:
      return "linked-title";
    case Mention::Form::linked_word:
      return "linked-word";
    case Mention::Form::plain:
      return "plain";
    case Mention::Form::bare:
      return "bare";
    case Mention::Form::diagram:
      return "diagram";
    case Mention::Form::title:
      return "title";
    case Mention::Form::url:
      return "url";
    case Mention::Form::id:
      return "id";
  }
  return "plain";
}

}  // namespace macrolint
