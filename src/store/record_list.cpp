// SPDX-License-Identifier: Apache-2.0
#include "store/record_list.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "store/record_links.hpp"

namespace tenpoint::store {
namespace {

namespace json = boost::json;

using record::KindInfo;
using record::StoredType;

// The type of a column that may be filtered or sorted by; nothing for any other name.
std::optional<ColumnType> searchable_column(const KindInfo& kind, std::string_view name) {
    if (is_envelope_column(name)) return name == "version" ? ColumnType::integer : ColumnType::text;
    const auto* field = kind.field(name);
    if (!field || field->is_link_list || field->note.sensitivity != record::Sensitivity::plain)
        return std::nullopt;
    return field->stored == StoredType::integer ? ColumnType::integer : ColumnType::text;
}

Problem unknown_member(std::string_view name) {
    return Problem{ProblemCode::invalid_query,
                   std::string{name},
                   {{fmt::format("/{}", name), "unknown_field"}}};
}

void add_condition(Statement& to, std::string_view condition, std::initializer_list<Cell> values) {
    to.sql += fmt::format(" and ({})", condition);
    to.parameters.insert(to.parameters.end(), values);
}

Cell as_cell(const std::string& words, ColumnType type) {
    if (type == ColumnType::text) return words;
    return std::int64_t{words == "true" ? 1 : std::atoll(words.c_str())};
}

// What stands behind `where`.
Result<Statement> condition_of(const KindInfo& kind, const ListQuery& query,
                               const std::string& readable) {
    Statement condition{readable, {}};
    for (const auto& [name, words] : query.equal) {
        const auto type = searchable_column(kind, name);
        if (!type) return unknown_member(name);
        if (words.empty() && *type == ColumnType::text)
            add_condition(condition, fmt::format("\"{0}\" is null or \"{0}\" = ''", name), {});
        else
            add_condition(condition, fmt::format("\"{}\" = ?", name), {as_cell(words, *type)});
    }
    for (const auto& [name, value] : query.blinded)
        add_condition(condition,
                      "\"id\" in (select record from blind_index where field = ? and value = ?)",
                      {name, value});
    if (query.text.empty()) return condition;
    const auto words = folded(query.text);  // letters, digits and spaces, no sign of a pattern
    add_condition(condition, "? <> '' and \"search_text\" like ?", {words, '%' + words + '%'});
    return condition;
}

// By a column, and by the id where that is the same; nulls stand last either way. When a record was
// made is told by its id, which also stands in an index; its time is another only where a clock was
// set back.
struct Order {
    std::string column;
    ColumnType type;
    bool has_nulls;
    bool descending;

    static Result<Order> of(const KindInfo& kind, const ListQuery& query) {
        const auto type = searchable_column(kind, query.sort);
        if (!type) return unknown_member(query.sort);
        const auto* field = kind.field(query.sort);
        const bool has_nulls = field ? field->is_optional : query.sort == "owner";
        return Order{query.sort == "created_at" ? "id" : query.sort, *type, has_nulls,
                     query.descending};
    }

    bool is_of_ids() const { return column == "id"; }

    std::string sql() const {
        const char* direction = descending ? "desc" : "asc";
        if (is_of_ids()) return fmt::format("\"id\" {}", direction);
        return fmt::format("{0}\"{1}\" {2}, \"id\" {2}",
                           has_nulls ? fmt::format("(\"{}\" is null), ", column) : "", column,
                           direction);
    }
};

// Where a page ended. It goes to the client and comes back, as `[id, total, sorted value]`, without
// the last where that is null or the id itself. Before the first record the id is empty.
struct Cursor {
    std::string id;
    std::int64_t total = 0;
    Cell sorted{};

    bool is_before_all() const { return id.empty(); }
    std::string text() const {
        json::array parts{id, total};
        if (const auto* words = std::get_if<std::string>(&sorted)) parts.emplace_back(*words);
        if (const auto* whole = std::get_if<std::int64_t>(&sorted)) parts.emplace_back(*whole);
        return to_hex(json::serialize(parts));
    }

    static Result<Cursor> from(const std::string& text, const Order& order);
};

// Text that both databases take as a parameter.
std::optional<std::string> plain_text(const json::value& value) {
    const auto* words = value.if_string();
    if (!words || words->find('\0') != std::string::npos) return std::nullopt;
    return std::string{*words};
}

Result<Cursor> Cursor::from(const std::string& text, const Order& order) {
    const Problem no_cursor{ProblemCode::invalid_query, "cursor", {{"/after", "not_a_cursor"}}};
    std::string bytes;
    boost::system::error_code error;
    if (!from_hex(text, bytes)) return no_cursor;
    const auto read = json::parse(bytes, error);
    if (error || !read.is_array()) return no_cursor;
    const auto& parts = read.get_array();
    if (parts.size() < 2 || parts.size() > 3) return no_cursor;
    const auto id = plain_text(parts[0]);
    if (!id || !parts[1].is_int64()) return no_cursor;
    Cursor cursor{*id, parts[1].get_int64()};
    const bool may_end_here = cursor.is_before_all() || order.is_of_ids() || order.has_nulls;
    if (parts.size() == 2) return may_end_here ? Result<Cursor>{cursor} : no_cursor;
    if (order.is_of_ids()) return no_cursor;
    const auto words = plain_text(parts[2]);
    if (order.type == ColumnType::text && words)
        cursor.sorted = *words;
    else if (order.type == ColumnType::integer && parts[2].is_int64())
        cursor.sorted = parts[2].get_int64();
    else
        return no_cursor;
    return cursor;
}

// Rows are compared whole where no value is null, so that an index serves.
void start_after(Statement& condition, const Order& order, const Cursor& cursor) {
    const auto column = fmt::format("\"{}\"", order.column);
    const char* beyond = order.descending ? "<" : ">";
    const auto& [id, total, sorted] = cursor;
    if (cursor.is_before_all()) return;
    if (order.is_of_ids())
        add_condition(condition, fmt::format("\"id\" {} ?", beyond), {id});
    else if (is_null(sorted))
        add_condition(condition, fmt::format("{} is null and \"id\" {} ?", column, beyond), {id});
    else if (order.has_nulls)
        add_condition(
            condition,
            fmt::format("{0} {1} ? or ({0} = ? and \"id\" {1} ?) or {0} is null", column, beyond),
            {sorted, sorted, id});
    else
        add_condition(condition, fmt::format("({}, \"id\") {} (?, ?)", column, beyond),
                      {sorted, id});
}

std::int64_t count(Session& session, const Statement& counting) {
    const std::array type{ColumnType::integer};
    return number(session.query(counting.sql, counting.parameters, type).front().front());
}

// A query as it was understood.
struct Asked {
    Statement condition;  // on all pages
    Order order;
    std::optional<Cursor> start;

    static Result<Asked> of(const KindInfo& kind, const ListQuery& query,
                            const std::string& readable) {
        TENPOINT_TRY(condition, condition_of(kind, query, readable));
        TENPOINT_TRY(order, Order::of(kind, query));
        Asked asked{std::move(condition), std::move(order), {}};
        if (query.after.empty()) return asked;
        TENPOINT_TRY(start, Cursor::from(query.after, asked.order));
        asked.start = std::move(start);
        return asked;
    }

    Statement counting(const KindInfo& kind) const {
        return {fmt::format("select count(*) from {} where {}", kind.plural, condition.sql),
                condition.parameters};
    }

    Statement page(const KindInfo& kind, std::size_t limit) const {
        auto on_page = condition;
        if (start) start_after(on_page, order, *start);
        return {fmt::format("select {} from {} where {} order by {}{}", column_list(kind),
                            kind.plural, on_page.sql, order.sql(),
                            limit > 0 ? fmt::format(" limit {}", limit + 1) : ""),
                std::move(on_page.parameters)};
    }
};

}  // namespace

Result<Statement> page_statement(const KindInfo& kind, const ListQuery& query,
                                 const std::string& readable) {
    TENPOINT_TRY(asked, Asked::of(kind, query, readable));
    return asked.page(kind, query.limit);
}

std::string start_of_list(std::int64_t total) {
    return Cursor{"", total}.text();
}

Result<Page> list_rows(Session& session, const KindInfo& kind, const ListQuery& query,
                       const std::string& readable) {
    TENPOINT_TRY(asked, Asked::of(kind, query, readable));
    const auto statement = asked.page(kind, query.limit);
    const auto names = column_names(kind);
    const auto sorted =
        static_cast<std::size_t>(std::ranges::find(names, query.sort) - names.begin());
    Page page;
    Cell last_sorted;
    bool goes_on = false;
    session.query(statement.sql, statement.parameters, column_types(kind), [&](Row& row) {
        goes_on = query.limit > 0 && page.items.size() == query.limit;
        if (goes_on) return;
        if (!asked.order.is_of_ids()) last_sorted = row[sorted];
        page.items.push_back(found_in(kind, row));
    });
    for (auto& found : page.items)
        load_links(session, kind, found);
    if (asked.start)
        page.total = asked.start->total;
    else
        page.total = goes_on ? count(session, asked.counting(kind)) : std::ssize(page.items);
    if (goes_on)
        page.next = Cursor{page.items.back().envelope.id.text, page.total, last_sorted}.text();
    return page;
}

}  // namespace tenpoint::store
