// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "store/search_index.hpp"

namespace tenpoint::store {
namespace {

constexpr std::string_view name_of(SearchPart part) {
    return part == SearchPart::titles ? "search_titles" : "search_texts";
}

// FTS5 without contents of its own: to take words out it is told them again. The words come folded
// and in their forms, so that its tokenizer has only the spaces to find.
class SqliteWordIndex final : public WordIndex {
  public:
    void make(Session& session) const override {
        for (const auto part : {SearchPart::titles, SearchPart::texts})
            session.execute(
                fmt::format("create virtual table {} using fts5(words, content = '', "
                            "tokenize = 'unicode61 remove_diacritics 0')",
                            name_of(part)));
    }
    void drop(Session& session) const override {
        for (const auto part : {SearchPart::titles, SearchPart::texts})
            session.execute(fmt::format("drop table if exists {}", name_of(part)));
    }

    void add(Session& session, std::int64_t number, const Words& titles,
             const Words& texts) const override {
        insert(session, SearchPart::titles, number, titles);
        insert(session, SearchPart::texts, number, texts);
    }
    void remove(Session& session, std::int64_t number, const Words& titles,
                const Words& texts) const override {
        take_out(session, SearchPart::titles, number, titles);
        take_out(session, SearchPart::texts, number, texts);
    }

    // FTS5 gives the newest first without a look at the others. `relevance` is our own
    // (sqlite_relevance.hpp), since its own bm25 counts in how many entries a word stands.
    Statement finding(SearchPart part, const SoughtWords& sought, const std::string& condition,
                      int limit) const override {
        return {fmt::format("select {0}.rowid as number, relevance({0}) as weight from {0} "
                            "cross join search_entries on search_entries.number = {0}.rowid "
                            "where {0} match ? and ({1}) order by {0}.rowid desc limit {2}",
                            name_of(part), condition, limit),
                {fmt::format("\"{}\"{}", fmt::join(sought.words, "\" AND \""),
                             sought.last_begins ? "*" : "")}};
    }

  private:
    static void insert(Session& session, SearchPart part, std::int64_t number, const Words& words) {
        session.execute(fmt::format("insert into {} (rowid, words) values (?, ?)", name_of(part)),
                        {number, fmt::format("{}", fmt::join(words, " "))});
    }
    static void take_out(Session& session, SearchPart part, std::int64_t number,
                         const Words& words) {
        session.execute(fmt::format("insert into {0} ({0}, rowid, words) values ('delete', ?, ?)",
                                    name_of(part)),
                        {number, fmt::format("{}", fmt::join(words, " "))});
    }
};

}  // namespace

const WordIndex& sqlite_word_index() {
    static const SqliteWordIndex index;
    return index;
}

}  // namespace tenpoint::store
