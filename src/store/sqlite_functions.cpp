// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_functions.hpp"

#include <stdexcept>
#include <string>

#include <sqlite3.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace tenpoint::store {
namespace {

void lower(sqlite3_context* context, int, sqlite3_value** arguments) {
    const auto* bytes = sqlite3_value_text(arguments[0]);
    if (!bytes) return sqlite3_result_null(context);
    const icu::StringPiece text(reinterpret_cast<const char*>(bytes),
                                sqlite3_value_bytes(arguments[0]));
    std::string lowered;
    icu::UnicodeString::fromUTF8(text).toLower(icu::Locale::getRoot()).toUTF8String(lowered);
    sqlite3_result_text64(context, lowered.data(), lowered.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

}  // namespace

void forbid_sharing_connections() {
    sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
}

void add_unicode_functions(void* connection) {
    const int result =
        sqlite3_create_function_v2(static_cast<sqlite3*>(connection), "lower", 1,
                                   SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                                   lower, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) throw std::runtime_error("SQLite takes no function");
}

}  // namespace tenpoint::store
