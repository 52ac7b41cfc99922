// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_relevance.hpp"

#include <stdexcept>

#include <sqlite3.h>

namespace tenpoint::store {
namespace {

// How soon a word that comes again counts less, and how much a long entry counts against it: the
// usual values (Robertson and Zaragoza 2009).
constexpr double saturation = 1.2;
constexpr double of_length = 0.75;

int times_of(const Fts5ExtensionApi* api, Fts5Context* entry, int phrase) {
    Fts5PhraseIter place{};
    int column = 0;
    int offset = 0;
    int times = 0;
    for (api->xPhraseFirst(entry, phrase, &place, &column, &offset); column >= 0;
         api->xPhraseNext(entry, &place, &column, &offset))
        ++times;
    return times;
}

void relevance(const Fts5ExtensionApi* api, Fts5Context* entry, sqlite3_context* context, int,
               sqlite3_value**) {
    int length = 0;
    sqlite3_int64 all_lengths = 0;
    sqlite3_int64 entries = 0;
    if (api->xColumnSize(entry, -1, &length) != SQLITE_OK ||
        api->xColumnTotalSize(entry, -1, &all_lengths) != SQLITE_OK ||
        api->xRowCount(entry, &entries) != SQLITE_OK)
        return sqlite3_result_error(context, "no lengths in the index", -1);
    const double usual = static_cast<double>(all_lengths + 1) / static_cast<double>(entries + 1);
    const double hindrance = saturation * (1 - of_length + of_length * length / usual);
    double sum = 0;
    for (int phrase = 0; phrase < api->xPhraseCount(entry); ++phrase) {
        const double times = times_of(api, entry, phrase);
        sum += times * (saturation + 1) / (times + hindrance);
    }
    sqlite3_result_int64(context, static_cast<sqlite3_int64>(1000 * sum));
}

// As FTS5's documentation has it (its section 7).
fts5_api* api_of(sqlite3* connection) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection, "select fts5(?)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

}  // namespace

void add_relevance(void* connection) {
    auto* api = api_of(static_cast<sqlite3*>(connection));
    if (!api || api->xCreateFunction(api, "relevance", nullptr, relevance, nullptr) != SQLITE_OK)
        throw std::runtime_error("SQLite has no FTS5");
}

}  // namespace tenpoint::store
