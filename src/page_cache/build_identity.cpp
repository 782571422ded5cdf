#include "page_cache/build_identity.h"

#include <elf.h>
#include <link.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace macrolint {

namespace {

constexpr std::size_t note_alignment = 4;

std::size_t aligned(std::size_t size) { return (size + note_alignment - 1) / note_alignment * note_alignment; }

/// The build id among the notes of a segment; empty if it is not there. Notes are laid out as elf(5) says.
std::string_view build_id_in(std::string_view notes) {
  constexpr std::string_view gnu("GNU\0", 4);
  ElfW(Nhdr) header;
  while (notes.size() >= sizeof header) {
    std::memcpy(&header, notes.data(), sizeof header);
    notes.remove_prefix(sizeof header);
    const std::size_t name_size = aligned(header.n_namesz);
    if (name_size > notes.size() || header.n_descsz > notes.size() - name_size) {
      break;
    }
    if (header.n_type == NT_GNU_BUILD_ID && notes.substr(0, header.n_namesz) == gnu) {
      return notes.substr(name_size, header.n_descsz);
    }
    notes.remove_prefix(std::min(notes.size(), name_size + aligned(header.n_descsz)));
  }
  return {};
}

struct Identity {
  std::string text;
  bool is_complete = true;
};

int add_object(dl_phdr_info* object, std::size_t /*size*/, void* data) {
  auto& identity = *static_cast<Identity*>(data);
  std::string_view id;
  for (std::size_t index = 0; index < object->dlpi_phnum && id.empty(); ++index) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[index];
    if (segment.p_type == PT_NOTE) {
      // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader hands addresses out as numbers.
      id = build_id_in({reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr), segment.p_memsz});
    }
  }
  identity.text += id;
  identity.text += '\n';
  identity.is_complete = identity.is_complete && !id.empty();
  return 0;
}

}  // namespace

std::string build_identity() {
  Identity identity;
  ::dl_iterate_phdr(add_object, &identity);
  return identity.is_complete ? identity.text : std::string();
}

}  // namespace macrolint
