#pragma once

#include <cstddef>
#include <functional>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "document/document.h"

namespace macrolint {

/// Finds the document that an `include` tag brings into the page, or null.
using FindInclude = std::function<const Document*(const Document& page, const ShortcodeTag& tag)>;

/// The ids of a page as it is published, those of included texts too: a heading whose id was there before is numbered.
/// Numbers run on over included texts, because Hugo puts them into the page before it reads the Markdown. Ids that
/// another shortcode brings are not known.
class PageAnchors {
 public:
  PageAnchors(const Document& page, const FindInclude& find_include);
  PageAnchors(const PageAnchors&) = delete;
  PageAnchors& operator=(const PageAnchors&) = delete;
  ~PageAnchors() = default;

  [[nodiscard]] bool contains(std::string_view id) const;
  /// In order of place; they live as long as this.
  [[nodiscard]] const std::pmr::vector<std::string_view>& ordered() const { return ordered_; }

 private:
  friend class AnchorCollector;

  /// Pages have thousands of ids in all, each asked for once or not at all, so they are not worth an allocation each.
  std::pmr::monotonic_buffer_resource memory_;
  std::pmr::vector<std::string_view> ordered_{&memory_};
  /// The ids of headings, which decide about numbers, and those of other elements.
  std::pmr::unordered_set<std::string_view> of_headings_{&memory_};
  std::pmr::unordered_set<std::string_view> of_elements_{&memory_};
};

}  // namespace macrolint
