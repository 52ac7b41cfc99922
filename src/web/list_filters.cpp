// SPDX-License-Identifier: Apache-2.0
#include "web/list_filters.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include "record/value_type.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using Filter = CollectionExtras::Filter;
using Sieve = CollectionExtras::Sieve;
using store::Found;

namespace {

bool names_one(const json::array& words, const std::vector<std::string>& asked) {
    return std::ranges::any_of(words, [&](const json::value& word) {
        return std::ranges::find(asked, std::string_view(word.as_string())) != asked.end();
    });
}

}  // namespace

Filter flag_filter(std::string name, FlagRule holds) {
    QueryParameter parameter{name, flag_schema()};
    const auto sieve = [name = std::move(name), holds = std::move(holds)](
                           const store::Snapshot& snapshot, const Query& asked) -> Result<Sieve> {
        TENPOINT_TRY(is_asked, flag_of(asked, name));
        if (!is_asked) return Sieve{[](const Found&) { return true; }};
        return Sieve{[&snapshot, holds](const Found& found) { return holds(snapshot, found); }};
    };
    return {{std::move(parameter)}, sieve};
}

Filter references_filter(const record::KindInfo& kind, std::string member) {
    QueryParameter parameter{member, text_schema()};
    const auto sieve = [member = std::move(member), &kind](const store::Snapshot&,
                                                           const Query& asked) -> Result<Sieve> {
        const auto ids = words_of(asked, member);
        if (ids.empty()) return invalid_parameter(member, "not_an_id");
        for (const auto& id : ids)
            if (!id_from_text(id)) return invalid_parameter(member, "not_an_id");
        return Sieve{[ids, list = kind.field(member)->position](const Found& found) {
            return std::ranges::find_first_of(found.row.links.at(list), ids) !=
                   found.row.links.at(list).end();
        }};
    };
    return {{std::move(parameter)}, sieve};
}

Filter words_filter(const record::KindInfo& kind, std::string member) {
    QueryParameter parameter{member, text_schema()};
    const auto sieve = [member = std::move(member), &kind](const store::Snapshot&,
                                                           const Query& asked) -> Result<Sieve> {
        const auto& field = *kind.field(member);
        const auto& choices = field.schema.at("items").at("enum").as_array();
        const auto words = words_of(asked, member);
        if (words.empty())
            return invalid_parameter(member, "not_a_choice", {"", record::listed(choices)});
        for (const auto& word : words)
            if (!names_one(choices, {word}))
                return invalid_parameter(member, "not_a_choice", {word, record::listed(choices)});
        return Sieve{[words, column = field.position](const Found& found) {
            const auto held = json::parse(std::get<std::string>(found.row.values.at(column)));
            return names_one(held.as_array(), words);
        }};
    };
    return {{std::move(parameter)}, sieve};
}

}  // namespace tenpoint::web
