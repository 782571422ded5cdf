#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "net/json_server.h"

namespace macrolint {

/// A GitLab on 127.0.0.1 that answers as https://docs.gitlab.com/api says: by version 4 of the REST API, below a folder
/// of its host.
class FakeGitLab {
 public:
  static constexpr const char* token = "glpat-s3cret-t0ken";
  static constexpr const char* job_token = "j0b-s3cret-t0ken";
  /// Whose token it is.
  static constexpr std::int64_t user = 7;

  struct Project {
    bool is_private = false;
    /// The role of the token's owner; 0 for none.
    int level = 0;
    /// The files, with their texts, by branch, tag or commit.
    std::map<std::string, std::map<std::string, std::string>> trees;
    /// The names of trees that are tags.
    std::set<std::string> tags = {};
    std::set<std::uint64_t> issues = {};
    std::set<std::uint64_t> confidential_issues = {};
    std::set<std::uint64_t> merge_requests = {};
    /// As the API has it for each feature that not everybody may see: `private` or `disabled`.
    std::map<std::string, std::string> features = {};
  };
  struct Note {
    std::int64_t id = 0;
    std::int64_t author = user;
    std::string body;
  };
  /// Replies in place of those that would be right, as long as there are any.
  struct Fault {
    /// What the request line has to hold, such as `POST` or `/tree`.
    std::string where;
    std::deque<ServerReply> replies;
    /// The request is obeyed all the same.
    bool is_obeyed = false;
    /// The last reply stays for ever.
    bool stays = false;
  };

  FakeGitLab();

  /// By `group/project`.
  std::map<std::string, Project> projects;
  /// Of the only merge request, number 12 of the project 34.
  std::vector<Note> notes;
  std::vector<Fault> faults;

  /// Its address, with a path below it.
  [[nodiscard]] std::string url(const std::string& path = "") const { return server_->url("/gitlab" + path); }
  /// Requests without what is the same in all of them: `GET group/project/tree?ref=main`.
  [[nodiscard]] std::vector<std::string> requests() const;
  [[nodiscard]] const JsonServer& server() const { return *server_; }

 private:
  /// Who asks.
  enum class Visitor : std::uint8_t { anybody, owner, job, nobody };

  [[nodiscard]] ServerReply answer(const ServerRequest& request);
  [[nodiscard]] ServerReply right_answer(const ServerRequest& request);
  [[nodiscard]] ServerReply answer_project(const ServerRequest& request, const Project& project,
                                           const std::string& rest, Visitor visitor) const;
  [[nodiscard]] ServerReply answer_tree(const ServerRequest& request, const Project& project) const;
  [[nodiscard]] ServerReply answer_notes(const ServerRequest& request, const std::string& rest);
  [[nodiscard]] static Visitor visitor_of(const ServerRequest& request);

  /// Last, so that it ends before what it answers with.
  std::unique_ptr<JsonServer> server_;
};

}  // namespace macrolint
