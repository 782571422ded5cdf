#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "configuration/configuration.h"
#include "drift/inbox/thing_name.h"
#include "index/reference.h"
#include "passage/passage.h"

namespace macrolint {

/// A place where a page says beyond doubt which inbox a thing has, or which one a macro names.
struct InboxStatement {
  const Document* page = nullptr;
  /// Not set if a macro is named.
  ThingName name;
  const Macro* macro = nullptr;
  /// As people compare addresses: in lower case, without `+detail`.
  std::string address;
  /// Where the page writes it; more than one if a link has it as label and destination.
  std::vector<Span> spans;
  /// The heading above, numbered through the page from 1, with its words.
  std::uint32_t section = 0;
  std::vector<std::string> heading;
  /// The destination of the link that the name is, without fragment and query.
  std::string link;
  /// In a sentence, as opposed to a list, a table or a line `name: address`.
  bool in_prose = false;
};

/// Which addresses may be somebody's inbox.
class InboxScope {
 public:
  /// The configuration has to outlive the scope.
  explicit InboxScope(const Configuration& configuration) : configuration_(&configuration) {}

  /// Not well formed, of a domain that is not judged, or made up for an example: no inbox.
  [[nodiscard]] bool is_relevant(std::string_view address) const;
  [[nodiscard]] bool is_configured(std::string_view inbox) const;

 private:
  const Configuration* configuration_;
};

/// The addresses of a document in order of place.
[[nodiscard]] std::vector<Address> addresses_in_order(const Document& document);

/// What the passages of a page say about inboxes, in order. `addresses` are those of the page in order, `references`
/// its references.
[[nodiscard]] std::vector<InboxStatement> read_inbox_statements(const Document& page,
                                                                const std::vector<Address>& addresses,
                                                                const std::vector<Passage>& passages,
                                                                const std::vector<Reference>& references,
                                                                const InboxScope& scope);

}  // namespace macrolint
