// SPDX-License-Identifier: Apache-2.0
#include "store/search_index.hpp"

#include <array>

#include <fmt/format.h>

#include "store/backend.hpp"
#include "store/search_words.hpp"

namespace tenpoint::store {
namespace {

// Raised whenever the same records would come to other words or tables.
constexpr std::int64_t index_make = 3;
constexpr int most_titles = 200;
constexpr int most_texts = 1000;

}  // namespace

SearchIndex::SearchIndex(Session& session)
    : session_(session), words_(session.backend().word_index()) {}

void SearchIndex::make() {
    if (session_.has_table("search_point")) {
        const auto rows =
            session_.query("select make from search_point", {}, {ColumnType::integer});
        if (!rows.empty() && number(rows.front()[0]) == index_make) return;
        drop();
    }
    session_.execute(
        "create table search_point (make bigint not null, block bigint not null, "
        "entry text not null)");
    session_.execute("insert into search_point (make, block, entry) values (?, 0, '')",
                     {index_make});
    // Who may read stands apart from the long texts, so that it is quick to ask.
    session_.execute(
        "create table search_entries (number integer primary key, kind text not null, "
        "id text not null unique, version bigint not null, owner text, visibility text not null)");
    session_.execute(
        "create table search_contents (number integer primary key, title text not null, "
        "text text not null)");
    words_.make(session_);
}

void SearchIndex::drop() {
    for (const auto* table : {"search_point", "search_entries", "search_contents"})
        session_.execute(fmt::format("drop table if exists {}", table));
    words_.drop(session_);
}

JournalPoint SearchIndex::point() const {
    const auto rows = session_.query("select block, entry from search_point", {},
                                     {ColumnType::integer, ColumnType::text});
    return {number(rows.at(0)[0]), Id{text(rows.at(0)[1])}};
}

void SearchIndex::move_to(const JournalPoint& point) {
    session_.execute("update search_point set block = ?, entry = ?",
                     {point.block, point.entry.text});
}

void SearchIndex::put(const SearchEntry& entry) {
    remove(entry.id);
    const auto last = session_.query("select coalesce(max(number), 0) from search_entries", {},
                                     {ColumnType::integer});
    const auto next = number(last.front()[0]) + 1;
    session_.execute(
        "insert into search_entries (number, kind, id, version, owner, visibility) "
        "values (?, ?, ?, ?, ?, ?)",
        {next, entry.kind, entry.id.text, entry.version,
         entry.owner.empty() ? Cell{} : Cell{entry.owner.text},
         std::string{to_word(entry.visibility)}});
    session_.execute("insert into search_contents (number, title, text) values (?, ?, ?)",
                     {next, entry.words.title, entry.words.text});
    words_.add(session_, next, entry.title_forms, entry.text_forms);
}

void SearchIndex::remove(const Id& record) {
    using enum ColumnType;
    for (const auto& row : session_.query(
             "select e.number, c.title, c.text from search_entries e join search_contents c "
             "on c.number = e.number where e.id = ?",
             {record.text}, {integer, text, text})) {
        const auto& entry = row[0];
        words_.remove(session_, number(entry), search_words(store::text(row[1])),
                      search_words(store::text(row[2])));
        session_.execute("delete from search_contents where number = ?", {entry});
        session_.execute("delete from search_entries where number = ?", {entry});
    }
}

std::vector<SearchCandidate> SearchIndex::candidates(SearchPart part, const SoughtWords& sought,
                                                     const std::string& condition) const {
    using enum ColumnType;
    const auto limit = part == SearchPart::titles ? most_titles : most_texts;
    const auto [finding, parameters] = words_.finding(part, sought, condition, limit);
    const auto sql = fmt::format(
        "select e.number, e.kind, e.id, e.version, f.weight from ({}) f "
        "join search_entries e on e.number = f.number",
        finding);
    constexpr std::array types{integer, text, text, integer, integer};
    std::vector<SearchCandidate> found;
    session_.query(sql, parameters, types, [&](Row& row) {
        found.push_back({number(row[0]), store::text(row[1]), Id{store::text(row[2])},
                         number(row[3]), number(row[4])});
    });
    return found;
}

std::string SearchIndex::text_of(std::int64_t entry) const {
    auto rows = session_.query("select text from search_contents where number = ?", {entry},
                               {ColumnType::text});
    return rows.empty() ? std::string{} : text(rows.front()[0]);
}

}  // namespace tenpoint::store
