#include "markdown/parser_text.h"

#include "markdown/html_heading.h"
#include "markdown/table_end.h"

namespace macrolint {

std::optional<std::string> text_for_parser(std::string_view text, const RareMarks& marks) {
  std::optional<std::string> changed;
  if (marks.pipe) {
    end_tables(text, changed);
  }
  if (marks.heading_tag) {
    name_html_headings(text, changed);
  }
  return changed;
}

}  // namespace macrolint
