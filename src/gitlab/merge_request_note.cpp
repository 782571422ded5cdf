#include "gitlab/merge_request_note.h"

#include <fmt/format.h>

#include <optional>

#include "gitlab/gitlab_api.h"
#include "source/trimmed.h"

namespace macrolint {

namespace {

using nlohmann::json;

/// A merge request with more notes is not read to its end, and then none is written: it could be the second one.
constexpr std::size_t max_pages = 100;
/// How often a note is made that was lost on its way and is not there.
constexpr unsigned most_attempts = 2;

struct Note {
  std::int64_t id = 0;
  std::string text;
};

template <typename Value>
using Result = std::variant<Value, ApiError>;

ApiError unexpected(std::string_view target) {
  return {ApiError::Kind::not_json, 0, fmt::format("`{}` answers with something else than was expected.", target)};
}

std::int64_t id_of(const json& item) {
  const auto id = item.is_object() ? item.find("id") : item.end();
  return id != item.end() && id->is_number_integer() ? id->get<std::int64_t>() : 0;
}

class NoteWriter {
 public:
  NoteWriter(ApiClient& client, const MergeRequest& merge_request, std::string_view marker)
      : client_(client),
        notes_(fmt::format("/projects/{}/merge_requests/{}/notes", url_part(merge_request.project),
                           url_part(merge_request.number))),
        marker_(marker) {}

  Result<NoteChange> write(const std::string& text, bool is_only_good_news) {
    if (auto error = find_author()) {
      return std::move(*error);
    }
    auto found = find();
    if (auto* error = std::get_if<ApiError>(&found)) {
      return std::move(*error);
    }
    if (const auto& note = std::get<std::optional<Note>>(found)) {
      return update(*note, text);
    }
    return is_only_good_news ? Result<NoteChange>(NoteChange::unneeded) : create(text);
  }

 private:
  std::optional<ApiError> find_author() {
    ApiResult result = client_.get("/user");
    if (auto* error = std::get_if<ApiError>(&result)) {
      return std::move(*error);
    }
    author_ = id_of(std::get<ApiAnswer>(result).body);
    return author_ == 0 ? std::optional(unexpected("/user")) : std::nullopt;
  }

  /// Anybody may copy the marker; only what the token's owner wrote can be changed, and is looked at.
  bool is_ours(const json& note) const {
    const auto author = note.is_object() ? note.find("author") : note.end();
    const auto body = note.is_object() ? note.find("body") : note.end();
    return id_of(note) != 0 && author != note.end() && id_of(*author) == author_ && body != note.end() &&
           body->is_string() && body->get_ref<const std::string&>().starts_with(marker_);
  }

  Result<std::optional<Note>> find() {
    std::string next = notes_ + "?per_page=100&sort=asc&order_by=created_at";
    for (std::size_t page = 0; !next.empty(); ++page) {
      if (page == max_pages) {
        return ApiError{ApiError::Kind::too_large, 0,
                        "The merge request has too many notes to find the one that is to be changed."};
      }
      ApiResult result = client_.get(next);
      if (auto* error = std::get_if<ApiError>(&result)) {
        return std::move(*error);
      }
      const auto& answer = std::get<ApiAnswer>(result);
      if (!answer.body.is_array()) {
        return unexpected(next);
      }
      for (const json& note : answer.body) {
        if (is_ours(note)) {
          return std::optional(Note{id_of(note), note["body"].get<std::string>()});
        }
      }
      next = next_page(answer.header("link"));
    }
    return std::optional<Note>();
  }

  Result<NoteChange> update(const Note& note, const std::string& text) {
    if (trimmed(note.text) == trimmed(text)) {
      return NoteChange::unchanged;
    }
    ApiResult result = client_.put(fmt::format("{}/{}", notes_, note.id), {{"body", text}});
    if (auto* error = std::get_if<ApiError>(&result)) {
      return std::move(*error);
    }
    return NoteChange::updated;
  }

  static bool may_have_been_obeyed(const ApiError& error) {
    using Kind = ApiError::Kind;
    return error.kind == Kind::network || error.kind == Kind::timeout || error.kind == Kind::server_error ||
           error.kind == Kind::not_json;
  }

  Result<NoteChange> create(const std::string& text) {
    for (unsigned attempt = 1;; ++attempt) {
      ApiResult result = client_.post(notes_, {{"body", text}});
      auto* error = std::get_if<ApiError>(&result);
      if (error == nullptr) {
        return NoteChange::created;
      }
      if (!may_have_been_obeyed(*error)) {
        return std::move(*error);
      }
      const auto found = find();
      if (const auto* note = std::get_if<std::optional<Note>>(&found); note != nullptr && note->has_value()) {
        return NoteChange::created;
      }
      // One that takes its time may still be made; one that failed at once was not.
      const bool may_come_yet = error->kind == ApiError::Kind::timeout || std::holds_alternative<ApiError>(found);
      if (may_come_yet || attempt == most_attempts) {
        return std::move(*error);
      }
    }
  }

  ApiClient& client_;
  std::string notes_;
  std::string_view marker_;
  std::int64_t author_ = 0;
};

}  // namespace

std::variant<NoteChange, ApiError> write_note(ApiClient& client, const MergeRequest& merge_request,
                                              std::string_view marker, const std::string& text,
                                              bool is_only_good_news) {
  return NoteWriter(client, merge_request, marker).write(text, is_only_good_news);
}

}  // namespace macrolint
