// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "store/search_index.hpp"

namespace tenpoint::store {
namespace {

// Words with their places, as a tsvector is written. A word in its form has letters and digits
// only; PostgreSQL puts doubled ones together, and places past 16,383 at the end.
std::string vector_of(const WordIndex::Words& words) {
    std::string vector;
    std::size_t place = 0;
    for (const auto& word : words)
        vector += fmt::format("{}{}:{}", vector.empty() ? "" : " ", word, ++place);
    return vector;
}

class PostgresqlWordIndex final : public WordIndex {
  public:
    void make(Session& session) const override {
        session.execute(
            "create table search_vectors (number integer primary key, titles tsvector not null, "
            "texts tsvector not null)");
        for (const auto* part : {"titles", "texts"}) {
            // In the row itself: what lies elsewhere costs nothing in the plans, so that a word
            // that few have would be looked for in all rows.
            session.execute(
                fmt::format("alter table search_vectors alter column {} set storage main", part));
            session.execute(
                fmt::format("create index search_vectors_{0} on search_vectors "
                            "using gin ({0})",
                            part));
        }
    }
    void drop(Session& session) const override {
        session.execute("drop table if exists search_vectors");
    }

    void add(Session& session, std::int64_t number, const Words& titles,
             const Words& texts) const override {
        session.execute(
            "insert into search_vectors (number, titles, texts) "
            "values (?, cast(? as tsvector), cast(? as tsvector))",
            {number, vector_of(titles), vector_of(texts)});
    }
    void remove(Session& session, std::int64_t number, const Words&, const Words&) const override {
        session.execute("delete from search_vectors where number = ?", {number});
    }

    // PostgreSQL knows by its statistics whether the words are rare, so that the index gives all
    // entries, or common, so that it goes from the newest on until it has enough. For that they
    // stand in the statement itself; a word in its form has nothing that would end a literal. Who
    // may read is asked entry by entry (`offset 0` keeps that apart), since rare words are taken
    // for more frequent than they are; and the words are fetched again for those that are weighed,
    // so that they are not sorted with the numbers.
    Statement finding(SearchPart part, const SoughtWords& sought, const std::string& condition,
                      int limit) const override {
        const auto query = fmt::format("cast('{}{}' as tsquery)", fmt::join(sought.words, " & "),
                                       sought.last_begins ? ":*" : "");
        return {
            fmt::format(
                "select v.number, cast(1000000 * ts_rank(v.{1}, {0}, 1) as bigint) as weight "
                "from (select search_vectors.number from search_vectors, lateral "
                "(select from search_entries where search_entries.number = search_vectors.number "
                "and ({2}) offset 0) as readable where {1} @@ {0} "
                "order by search_vectors.number desc limit {3}) newest "
                "join search_vectors v on v.number = newest.number",
                query, part == SearchPart::titles ? "titles" : "texts", condition, limit),
            {}};
    }
};

}  // namespace

const WordIndex& postgresql_word_index() {
    static const PostgresqlWordIndex index;
    return index;
}

}  // namespace tenpoint::store
