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

void gather_urls(Document& document) {
  std::size_t size = 0;
  for (const Link& link : document.links) {
    size += link.url.size();
  }
  if (size == 0) {
    return;
  }
  std::string& urls = document.decoded.emplace_back();
  urls.reserve(size);
  for (Link& link : document.links) {
    const std::size_t begin = urls.size();
    urls += link.url;
    link.url = std::string_view(urls).substr(begin);
  }
}

}  // namespace macrolint
