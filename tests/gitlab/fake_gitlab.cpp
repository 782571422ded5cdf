#include "gitlab/fake_gitlab.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "link/url.h"
#include "source/characters.h"

namespace macrolint {

namespace {

using nlohmann::json;

const std::string api = "/gitlab/api/v4";

ServerReply reply(const json& body, int status = 200) { return {status, body.dump()}; }

ServerReply refusal(int status, const std::string& message) {
  return reply({{"message", std::to_string(status) + " " + message}}, status);
}

std::vector<std::uint64_t> numbers_in(const std::string& target) {
  std::vector<std::uint64_t> numbers;
  const std::string key = "iids%5B%5D=";
  for (std::size_t at = target.find(key); at != std::string::npos; at = target.find(key, at + 1)) {
    numbers.push_back(std::stoull(target.substr(at + key.size())));
  }
  return numbers;
}

std::string with_parameter(std::string target, const std::string& name, const std::string& value) {
  if (const std::size_t at = target.find("&" + name + "="); at != std::string::npos) {
    target.erase(at, std::min(target.find('&', at + 1), target.size()) - at);
  }
  return target + "&" + name + "=" + value;
}

std::string host_of(const ServerRequest& request) { return "http://" + request.header("host"); }

/// One page of a list, with a link to the next.
ServerReply page_of(const ServerRequest& request, const json& items, const std::string& parameter) {
  const std::string size = request.query("per_page");
  const std::size_t per_page = size.empty() ? 20 : std::min<std::size_t>(std::stoul(size), 100);
  const std::string place = request.query(parameter);
  const std::size_t page = place.empty() ? 1 : std::stoul(place);
  json part = json::array();
  for (std::size_t at = (page - 1) * per_page; at < std::min(page * per_page, items.size()); ++at) {
    part.push_back(items[at]);
  }
  ServerReply result = reply(part);
  if (page * per_page < items.size()) {
    const std::string next = host_of(request) + with_parameter(request.target, parameter, std::to_string(page + 1));
    result.headers = {fmt::format("Link: <{}>; rel=\"first\", <{}>; rel=\"next\"", host_of(request), next)};
  }
  return result;
}

json names_of(const FakeGitLab::Project& project, bool tags, const std::string& search) {
  json names = json::array();
  for (const auto& [name, files] : project.trees) {
    if (project.tags.contains(name) == tags && name.starts_with(search.substr(1))) {
      names.push_back({{"name", name}});
    }
  }
  return names;
}

}  // namespace

FakeGitLab::FakeGitLab()
    : server_(std::make_unique<JsonServer>([this](const ServerRequest& request) { return answer(request); })) {}

std::vector<std::string> FakeGitLab::requests() const {
  std::vector<std::string> lines;
  for (const ServerRequest& request : server_->requests()) {
    std::string target = request.target;
    for (const char* same : {"/gitlab/api/v4", "/projects/", "/repository", "pagination=keyset&", "per_page=100&",
                             "?per_page=100", "sort=asc&order_by=created_at"}) {
      if (const std::size_t at = target.find(same); at != std::string::npos) {
        target.erase(at, std::string_view(same).size());
      }
    }
    lines.push_back(request.method + " " + percent_decoded(target));
  }
  return lines;
}

FakeGitLab::Visitor FakeGitLab::visitor_of(const ServerRequest& request) {
  if (const std::string sent = request.header("private-token"); !sent.empty()) {
    return sent == token ? Visitor::owner : Visitor::nobody;
  }
  const std::string sent = request.header("job-token");
  return sent.empty() ? Visitor::anybody : sent == job_token ? Visitor::job : Visitor::nobody;
}

ServerReply FakeGitLab::answer(const ServerRequest& request) {
  for (Fault& fault : faults) {
    if ((request.method + " " + request.target).find(fault.where) == std::string::npos || fault.replies.empty()) {
      continue;
    }
    ServerReply wrong = fault.replies.front();
    if (!fault.stays || fault.replies.size() > 1) {
      fault.replies.pop_front();
    }
    if (fault.is_obeyed) {
      static_cast<void>(right_answer(request));
    }
    return wrong;
  }
  return right_answer(request);
}

ServerReply FakeGitLab::right_answer(const ServerRequest& request) {
  const Visitor visitor = visitor_of(request);
  const std::string path = request.path();
  if (!path.starts_with(api)) {
    return refusal(404, "Page Not Found");
  }
  if (visitor == Visitor::nobody) {
    return refusal(401, "Unauthorized");
  }
  if (path == api + "/user") {
    return visitor == Visitor::owner ? reply({{"id", user}, {"username", "reviewer"}}) : refusal(401, "Unauthorized");
  }
  const std::string beginning = api + "/projects/";
  const std::string id =
      percent_decoded(path.substr(beginning.size(), path.find('/', beginning.size()) - beginning.size()));
  const std::size_t slash = path.find('/', beginning.size());
  const std::string rest = slash == std::string::npos ? "" : path.substr(slash);
  if (id == "34" && rest.starts_with("/merge_requests/12/notes")) {
    return visitor == Visitor::owner ? answer_notes(request, rest) : refusal(401, "Unauthorized");
  }
  const auto found =
      std::find_if(projects.begin(), projects.end(), [&](const auto& entry) { return entry.first == lower_case(id); });
  const bool is_seen =
      found != projects.end() && (!found->second.is_private || (visitor == Visitor::owner && found->second.level > 0));
  return is_seen ? answer_project(request, found->second, rest, visitor) : refusal(404, "Project Not Found");
}

ServerReply FakeGitLab::answer_project(const ServerRequest& request, const Project& project, const std::string& rest,
                                       Visitor visitor) const {
  const int level = visitor == Visitor::owner ? project.level : 0;
  const auto is_closed = [&](const char* feature) {
    const auto found = project.features.find(feature);
    return found != project.features.end() && (found->second == "disabled" || level == 0);
  };
  if (rest.empty()) {
    json body = {{"id", 1}};
    if (visitor == Visitor::owner) {
      body["permissions"] = {{"project_access", nullptr}, {"group_access", nullptr}};
      body["permissions"]["project_access"] = level == 0 ? json(nullptr) : json({{"access_level", level}});
      for (const char* feature : {"repository_access_level", "issues_access_level", "merge_requests_access_level"}) {
        body[feature] = project.features.contains(feature) ? project.features.at(feature) : "enabled";
      }
    }
    return reply(body);
  }
  if (rest == "/issues" || rest == "/merge_requests") {
    const bool is_issue = rest == "/issues";
    if (is_closed(is_issue ? "issues_access_level" : "merge_requests_access_level")) {
      return refusal(403, "Forbidden");
    }
    json items = json::array();
    for (const std::uint64_t number : numbers_in(request.target)) {
      const bool is_there =
          is_issue ? project.issues.contains(number) || (project.confidential_issues.contains(number) && level >= 20)
                   : project.merge_requests.contains(number);
      if (is_there) {
        items.push_back({{"iid", number}});
      }
    }
    return page_of(request, items, "page");
  }
  if (is_closed("repository_access_level")) {
    return refusal(403, "Forbidden");
  }
  if (rest == "/repository/branches" || rest == "/repository/tags") {
    return page_of(request, names_of(project, rest.ends_with("tags"), request.query("search")), "page");
  }
  if (rest == "/repository/tree") {
    return answer_tree(request, project);
  }
  const std::string file = percent_decoded(rest.substr(std::string("/repository/files/").size()));
  const auto tree = project.trees.find(request.query("ref"));
  const auto text = tree->second.find(file.substr(0, file.size() - std::string("/raw").size()));
  return {200, text->second, {}, "text/plain"};
}

ServerReply FakeGitLab::answer_tree(const ServerRequest& request, const Project& project) const {
  const auto tree = project.trees.find(request.query("ref"));
  const std::string folder = request.query("path");
  const std::string beginning = folder.empty() ? "" : folder + "/";
  std::map<std::string, std::string> entries;
  if (tree != project.trees.end()) {
    for (const auto& [path, text] : tree->second) {
      if (!path.starts_with(beginning)) {
        continue;
      }
      const bool is_recursive = request.query("recursive") == "true";
      for (std::size_t slash = path.find('/', beginning.size()); slash != std::string::npos;
           slash = is_recursive ? path.find('/', slash + 1) : std::string::npos) {
        entries.emplace(path.substr(0, slash), "tree");
      }
      if (is_recursive || path.find('/', beginning.size()) == std::string::npos) {
        entries.emplace(path, "blob");
      }
    }
  }
  if (entries.empty()) {
    return refusal(404, "invalid revision or path Not Found");
  }
  json items = json::array();
  for (const auto& [path, type] : entries) {
    items.push_back({{"type", type}, {"path", path}, {"name", path.substr(path.rfind('/') + 1)}});
  }
  return page_of(request, items, "page_token");
}

ServerReply FakeGitLab::answer_notes(const ServerRequest& request, const std::string& rest) {
  const auto as_json = [](const Note& note) {
    return json({{"id", note.id}, {"body", note.body}, {"system", false}, {"author", {{"id", note.author}}}});
  };
  if (request.method == "GET") {
    json items = json::array();
    for (const Note& note : notes) {
      items.push_back(as_json(note));
    }
    return page_of(request, items, "page");
  }
  const std::string body = json::parse(request.content)["body"];
  if (request.method == "POST") {
    notes.push_back({static_cast<std::int64_t>(notes.size()) + 1000, user, body});
    return reply(as_json(notes.back()), 201);
  }
  const std::int64_t id = std::stoll(rest.substr(rest.rfind('/') + 1));
  const auto note = std::find_if(notes.begin(), notes.end(), [&](const Note& one) { return one.id == id; });
  if (note == notes.end() || note->author != user) {
    return refusal(note == notes.end() ? 404 : 403, "Forbidden");
  }
  note->body = body;
  return reply(as_json(*note));
}

}  // namespace macrolint
