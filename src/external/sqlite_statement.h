#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace macrolint {

/// A statement of SQL with its values. A statement that could not be made, or went wrong, has no rows and says so.
class SqliteStatement {
 public:
  SqliteStatement(sqlite3* database, const char* sql) {
    state_ = sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr);
  }
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;
  ~SqliteStatement() { sqlite3_finalize(statement_); }

  /// Sets the parameter with that number, from 1. The text has to outlive the statement's run.
  void bind(int parameter, std::string_view text) {
    sqlite3_bind_text(statement_, parameter, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  }
  void bind(int parameter, std::int64_t value) { sqlite3_bind_int64(statement_, parameter, value); }

  /// Goes to the next row; false if there is none.
  [[nodiscard]] bool next() {
    if (statement_ != nullptr && (state_ == SQLITE_OK || state_ == SQLITE_ROW)) {
      state_ = sqlite3_step(statement_);
    }
    return state_ == SQLITE_ROW;
  }
  /// Runs a statement without rows. Whether it did what it says.
  [[nodiscard]] bool run() { return !next() && state_ == SQLITE_DONE; }
  /// Makes it ready to run again with other values.
  void reset() {
    sqlite3_reset(statement_);
    state_ = statement_ == nullptr ? state_ : SQLITE_OK;
  }

  [[nodiscard]] std::string text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes == nullptr ? ""
                            : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
  }
  [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
  /// Whether something went wrong so far.
  [[nodiscard]] bool has_failed() const { return state_ != SQLITE_OK && state_ != SQLITE_ROW && state_ != SQLITE_DONE; }

 private:
  sqlite3_stmt* statement_ = nullptr;
  int state_ = SQLITE_OK;
};

}  // namespace macrolint
