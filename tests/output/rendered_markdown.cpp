#include "output/rendered_markdown.h"

#include <gumbo.h>
#include <md4c.h>

#include <filesystem>
#include <memory>

#include "catch.h"
#include "support/program.h"
#include "support/temporary_folder.h"

namespace macrolint {

namespace {

std::string name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) {
    return gumbo_normalized_tagname(element.tag);
  }
  return "unknown " + std::string(element.original_tag.data, element.original_tag.length);
}

void walk(const GumboNode& node, bool in_code, RenderedMarkdown& seen) {
  switch (node.type) {
    case GUMBO_NODE_ELEMENT: {
      const GumboElement& element = node.v.element;
      seen.elements.push_back(name_of(element));
      for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
        seen.attributes.push_back(std::string(attribute.name) + "=" + attribute.value);
      }
      const bool is_code = element.tag == GUMBO_TAG_CODE;
      if (is_code) {
        seen.code.emplace_back();
      } else {
        seen.prose += '\n';
      }
      for (unsigned i = 0; i < element.children.length; ++i) {
        walk(*static_cast<const GumboNode*>(element.children.data[i]), in_code || is_code, seen);
      }
      break;
    }
    case GUMBO_NODE_COMMENT:
      seen.comments.emplace_back(node.v.text.text);
      break;
    default:
      (in_code ? seen.code.back() : seen.prose) += node.v.text.text;
  }
}

RenderedMarkdown read_html(const std::string& html) {
  RenderedMarkdown seen;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
  // Comments before the first element stand beside the root.
  const GumboDocument& document = output->document->v.document;
  for (unsigned i = 0; i < document.children.length; ++i) {
    walk(*static_cast<const GumboNode*>(document.children.data[i]), false, seen);
  }
  gumbo_destroy_output(&options, output);
  return seen;
}

std::string escaped(std::string_view text) {
  std::string html;
  for (const char byte : text) {
    html += byte == '<' ? "&lt;" : byte == '&' ? "&amp;" : std::string(1, byte);
  }
  return html;
}

const char* element_of(MD_BLOCKTYPE type) {
  constexpr const char* elements[] = {"main", "blockquote", "ul",    "ol",    "li",    "hr", "h2", "pre",
                                      "",     "p",          "table", "thead", "tbody", "tr", "th", "td"};
  return elements[type];
}

const char* element_of(MD_SPANTYPE type) {
  constexpr const char* elements[] = {"em", "strong", "a", "img", "code", "del", "math", "math", "a", "u"};
  return elements[type];
}

/// HTML in which each block and span is an element; md4c's own HTML may not be installed.
template <typename Type>
int open(Type type, void* /*detail*/, void* html) {
  const std::string element = element_of(type);
  *static_cast<std::string*>(html) += element.empty() ? "" : "<" + element + ">";
  return 0;
}

template <typename Type>
int close(Type type, void* /*detail*/, void* html) {
  const std::string element = element_of(type);
  *static_cast<std::string*>(html) += element.empty() ? "" : "</" + element + ">";
  return 0;
}

int add_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* html) {
  const std::string_view bytes(text, size);
  // An entity is left for the reader of the HTML to resolve, as a renderer would.
  const bool is_html = type == MD_TEXT_HTML || type == MD_TEXT_ENTITY;
  *static_cast<std::string*>(html) += is_html ? std::string(bytes) : escaped(bytes);
  return 0;
}

}  // namespace

RenderedMarkdown rendered_by_cmark(const std::string& markdown) {
  if (!std::filesystem::exists(MACROLINT_CMARK_GFM)) {
    WARN("There is no cmark-gfm; the Markdown is rendered by md4c alone.");
    return {};
  }
  const TemporaryFolder folder;
  folder.write("note.md", markdown);
  ProgramOptions options;
  options.program = MACROLINT_CMARK_GFM;
  const ProgramRun run = run_program({"--unsafe", "--strikethrough-double-tilde", "-e", "table", "-e", "strikethrough",
                                      "-e", "autolink", "-e", "tasklist", folder.path("note.md")},
                                     options);
  INFO(run.errors);
  REQUIRE(run.status == 0);
  return read_html(run.output);
}

RenderedMarkdown rendered_by_md4c(const std::string& markdown) {
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_WIKILINKS | MD_FLAG_UNDERLINE;
  parser.enter_block = open<MD_BLOCKTYPE>;
  parser.leave_block = close<MD_BLOCKTYPE>;
  parser.enter_span = open<MD_SPANTYPE>;
  parser.leave_span = close<MD_SPANTYPE>;
  parser.text = add_text;
  std::string html;
  REQUIRE(md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &html) == 0);
  return read_html(html);
}

}  // namespace macrolint
