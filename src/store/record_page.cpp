// SPDX-License-Identifier: Apache-2.0
#include "store/record_page.hpp"

#include <exception>
#include <unordered_map>

#include <fmt/format.h>

namespace tenpoint::store {
namespace {

using record::KindInfo;

constexpr int records_at_once = 200;  // an edition of a sheet may have some hundred kilobytes

std::optional<Found> whole(const KindInfo& kind, Row& row) try {
    return found_in(kind, row);
} catch (const std::exception&) {
    return std::nullopt;
}

std::string text_or_nothing(const Cell& cell) {
    return is_null(cell) ? std::string{} : text(cell);
}

std::vector<StoredRecord> rows_after(Session& session, const KindInfo& kind,
                                     const std::string& id) {
    auto types = column_types(kind);
    const auto own = types.size();
    for (const auto type : {ColumnType::text, ColumnType::integer, ColumnType::text,
                            ColumnType::text, ColumnType::text, ColumnType::integer})
        types.push_back(type);
    const std::array parameters{Cell{id}};
    std::vector<StoredRecord> records;
    session.query(
        fmt::format("select {}, t.\"search_text\", j.record_version, j.kind, j.verb, j.hash, "
                    "j.kind_version from {} t left join journal j on j.record = t.\"id\" and "
                    "j.record_version = (select max(record_version) from journal "
                    "where record = t.\"id\") where t.\"id\" > ? order by t.\"id\" limit {}",
                    column_list(kind, "t."), kind.plural, records_at_once),
        parameters, types, [&](Row& row) {
            StoredRecord stored{text(row[0]), {}, text_or_nothing(row[own]), {}, {}};
            if (!is_null(row[own + 1]))
                stored.entry =
                    LastEntry{number(row[own + 1]), text(row[own + 2]), text(row[own + 3]),
                              text(row[own + 4]), static_cast<int>(number(row[own + 5]))};
            stored.found = whole(kind, row);
            records.push_back(std::move(stored));
        });
    return records;
}

void add_links(Session& session, const KindInfo& kind, const std::string& after,
               std::vector<StoredRecord>& records) {
    using enum ColumnType;
    std::unordered_map<std::string_view, std::vector<StoredLink>*> links;
    for (auto& record : records)
        links.emplace(record.id, &record.links);
    const std::array parameters{Cell{after}, Cell{records.back().id}};
    constexpr std::array types{text, text, text, integer, text, text};
    session.query(fmt::format("select l.owner, l.owner_kind, l.field, l.position, l.target_kind, "
                              "l.target from {} t join link l on l.owner = t.\"id\" "
                              "where t.\"id\" > ? and t.\"id\" <= ? "
                              "order by l.owner, l.field, l.position",
                              kind.plural),
                  parameters, types, [&](Row& row) {
                      links.at(store::text(row[0]))
                          ->push_back({store::text(row[1]), store::text(row[2]), number(row[3]),
                                       store::text(row[4]), store::text(row[5])});
                  });
}

}  // namespace

RecordPage records_after(Session& session, const KindInfo& kind, const std::string& id) {
    RecordPage page{rows_after(session, kind, id), {}};
    if (page.records.empty()) return page;
    add_links(session, kind, id, page.records);
    for (const auto& field : kind.fields)
        if (field.note.names_file)
            page.files.merge(files_where(
                session,
                fmt::format("id in (select \"{}\" from {} where \"id\" > ? and \"id\" <= ?)",
                            field.name, kind.plural),
                {id, page.records.back().id}));
    return page;
}

}  // namespace tenpoint::store
