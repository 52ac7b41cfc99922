// SPDX-License-Identifier: Apache-2.0
#include "store/record_table.hpp"

#include <array>

#include <fmt/format.h>

#include "store/record_links.hpp"

namespace tenpoint::store {
namespace {

using record::KindInfo;

// What is written of a record: its columns, then the text that it is found by.
std::vector<Cell> written_cells(const KindInfo& kind, const Found& found) {
    auto cells = cells_of(found);
    cells.emplace_back(search_text_of(kind, found.row));
    return cells;
}

}  // namespace

void fill_search_texts(Session& session, const KindInfo& kind) {
    const auto unfilled =
        session.query(fmt::format("select \"id\" from {} where \"search_text\" = ''", kind.plural),
                      {}, {ColumnType::text});
    for (const auto& row : unfilled)
        if (const auto found = find_row(session, kind, Id{text(row[0])}, "1 = 1"))
            session.execute(
                fmt::format("update {} set \"search_text\" = ? where \"id\" = ?", kind.plural),
                {search_text_of(kind, found->row), text(row[0])});
}

void insert_row(Session& session, const KindInfo& kind, const Found& found) {
    const auto cells = written_cells(kind, found);
    auto sql = fmt::format("insert into {} ({}, \"search_text\") values (?", kind.plural,
                           column_list(kind));
    for (std::size_t i = 1; i < cells.size(); ++i)
        sql += ", ?";
    session.execute(sql += ')', cells);
    insert_links(session, kind, found);
}

void update_row(Session& session, const KindInfo& kind, const Found& found) {
    auto cells = written_cells(kind, found);
    cells.emplace_back(found.envelope.id.text);
    session.execute(fmt::format("update {} set {}, \"search_text\" = ? where \"id\" = ?",
                                kind.plural, column_list(kind, {}, " = ?")),
                    cells);
    session.execute("delete from link where owner = ?", {found.envelope.id.text});
    insert_links(session, kind, found);
}

void delete_row(Session& session, const KindInfo& kind, const Id& id) {
    session.execute("delete from link where owner = ?", {id.text});
    session.execute(fmt::format("delete from {} where \"id\" = ?", kind.plural), {id.text});
}

std::optional<Found> find_row(Session& session, const KindInfo& kind, const Id& id,
                              const std::string& readable) {
    const auto types = column_types(kind);
    const std::array parameters{Cell{id.text}};
    auto rows = session.query(fmt::format("select {} from {} where \"id\" = ? and {}",
                                          column_list(kind), kind.plural, readable),
                              parameters, types);
    if (rows.empty()) return std::nullopt;
    auto found = found_in(kind, rows.front());
    load_links(session, kind, found);
    return found;
}

}  // namespace tenpoint::store
