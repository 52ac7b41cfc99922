// SPDX-License-Identifier: Apache-2.0
#include "web/labelled_table.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "base/translations.hpp"
#include "desks/directory/partner_name.hpp"
#include "formats/countries.hpp"
#include "store/search_entry.hpp"
#include "web/record_json.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using formats::ColumnType;
using formats::TableCell;

namespace {

// How the values of a column are told.
enum class CellSort { plain, words, country, reference, by_language, listed, pairs, day, adopted };

struct LabelledColumn {
    std::string member;
    CellSort sort = CellSort::plain;
    std::string_view target{};   // of references: the plural of what they name
    std::string code_list = {};  // of words: "codes.theme"
};

const json::object& schema_of_items(const record::FieldInfo& field) {
    const auto* items = field.schema.if_contains("items");
    return items ? items->as_object() : field.schema;
}

std::string_view text_in(const json::object& schema, std::string_view name) {
    const auto* value = schema.if_contains(name);
    const auto* text = value ? value->if_string() : nullptr;
    return text ? std::string_view(*text) : std::string_view{};
}

// The type is a word, or a list with "null".
bool has_type(const json::object& schema, std::string_view word) {
    return json::serialize(schema.at("type")).find(fmt::format("\"{}\"", word)) !=
           std::string::npos;
}

// The code list that has all words of a member; of several the one with the fewest.
std::string code_list_of(const json::array& words) {
    std::unordered_map<std::string, std::size_t> sizes;
    for (const auto key : translation_keys(Language::en))
        if (key.starts_with("codes.")) ++sizes[std::string(key.substr(0, key.rfind('.')))];
    std::string found;
    for (const auto& [list, size] : sizes) {
        const auto has = [&list = list](const json::value& word) {
            return word.is_null() ||
                   has_translation(Language::en,
                                   fmt::format("{}.{}", list, std::string_view(word.as_string())));
        };
        if (std::ranges::all_of(words, has) && (found.empty() || size < sizes.at(found)))
            found = list;
    }
    return found;
}

class Labeller {
  public:
    Labeller(const store::Snapshot& snapshot, Language language)
        : snapshot_(snapshot), language_(language) {}

    TableCell cell(const json::value& value, const LabelledColumn& column) {
        if (value.is_null()) return std::monostate{};
        if (value.is_number()) return value.to_number<double>();
        if (column.sort == CellSort::day) return day(value);
        if (column.sort == CellSort::adopted) {
            const auto* on = value.as_object().if_contains("on");
            return on ? day(*on) : std::monostate{};
        }
        auto told = text(value, column);
        return told.empty() ? TableCell{} : TableCell{std::move(told)};
    }

  private:
    // The day of an instant, and a day or a longer period as it is.
    static TableCell day(const json::value& value) {
        const std::string_view written = value.as_string();
        const auto period = period_from_text(written.substr(0, written.find('T')));
        return period ? TableCell{*period} : TableCell{std::string(written)};
    }

    std::string text(const json::value& value, const LabelledColumn& column) {
        if (const auto* list = value.if_array()) {
            std::string all;
            for (const auto& item : *list)
                all += (all.empty() ? "" : "; ") + text(item, column);
            return all;
        }
        if (const auto* flag = value.if_bool())
            return translate(language_, *flag ? "ui.records.yes" : "ui.records.no");
        if (const auto* object = value.if_object()) {
            if (column.sort == CellSort::listed) return listed(*object, column.target);
            return column.sort == CellSort::pairs ? pairs(*object) : in_language(*object);
        }
        if (!value.is_string()) return json::serialize(value);
        std::string written(value.get_string());
        switch (column.sort) {
            case CellSort::words:
                return column.code_list.empty()
                           ? written
                           : translate(language_, fmt::format("{}.{}", column.code_list, written));
            case CellSort::country: {
                const auto* country = formats::find_country(written);
                return country ? country->name.in(language_) : written;
            }
            case CellSort::reference:
                return name_of(column.target, written);
            default:
                return written;
        }
    }

    // What further columns of a file say, by their headers.
    static std::string pairs(const json::object& said) {
        std::string all;
        for (const auto& [header, value] : said) {
            const auto* text = value.if_string();
            all += fmt::format("{}{}: {}", all.empty() ? "" : "; ", std::string_view(header),
                               text ? std::string(*text) : json::serialize(value));
        }
        return all;
    }

    // What is said of each record of a list, by its name.
    std::string listed(const json::object& said, std::string_view target) {
        std::string all;
        for (const auto& [id, text] : said)
            all +=
                fmt::format("{}{}: {}", all.empty() ? "" : "; ", name_of(target, std::string(id)),
                            std::string_view(text.as_string()));
        return all;
    }

    std::string in_language(const json::object& texts) const {
        for (const auto wanted : {language_, Language::en})
            if (const auto found = text_in(texts, to_word(wanted)); !found.empty())
                return std::string(found);
        for (const auto& any : texts)
            if (const auto* found = any.value().if_string()) return std::string(*found);
        return {};
    }

    const std::string& name_of(std::string_view plural, const std::string& id) {
        const auto [at, is_new] = names_.try_emplace(fmt::format("{}/{}", plural, id));
        if (is_new) at->second = read_name(plural, Id{id});
        return at->second;
    }
    std::string read_name(std::string_view plural, const Id& id) const {
        const auto* kind = record::find_kind(snapshot_.kinds(), plural);
        const auto found = kind ? snapshot_.get(*kind, id) : Problem{ProblemCode::not_found};
        if (!found) return id.text;
        const auto name =
            plural == "partners"
                ? directory::name_in(record::from_row<directory::Partner>(found->row), language_)
                : store::title_of(*kind, found->row, language_);
        return name.empty() ? id.text : name;
    }

    const store::Snapshot& snapshot_;
    Language language_;
    std::unordered_map<std::string, std::string> names_;  // of what was referred to so far
};

class LabelledColumns {
  public:
    LabelledColumns(const record::KindInfo& kind, Language language)
        : kind_(kind), language_(language) {
        for (const auto& field : kind.fields)
            if (field.note.sensitivity == record::Sensitivity::plain) add(field);
        add("owner", ColumnType::text, {"owner", CellSort::reference, "partners"}, "record");
        add("visibility", ColumnType::text, {"visibility", CellSort::words, {}, "codes.visibility"},
            "record");
        add("updated_at", ColumnType::period, {"updated_at", CellSort::day}, "record");
    }

    std::vector<formats::TableColumn> columns;
    std::vector<LabelledColumn> tellings;

  private:
    void add(std::string_view member, ColumnType type, LabelledColumn telling,
             std::string_view kind) {
        columns.push_back({translate(language_, fmt::format("kinds.{}.{}", kind, member)), type});
        tellings.push_back(std::move(telling));
    }

    void add(const record::FieldInfo& field) {
        const auto& schema = schema_of_items(field);
        const auto format =
            field.note.format.empty() ? text_in(schema, "format") : field.note.format;
        LabelledColumn told{std::string(field.name)};
        auto type = ColumnType::text;
        if (!field.target.empty()) {
            told.sort = CellSort::reference;
            told.target = field.target;
        } else if (field.note.schema == "adopted_text") {
            told.sort = CellSort::adopted;
            type = ColumnType::period;
        } else if (const auto list = text_in(field.schema, "x-texts-of"); !list.empty()) {
            told.sort = CellSort::listed;
            told.target = kind_.field(list)->target;
        } else if (field.words == record::Words::by_language) {
            told.sort = CellSort::by_language;
        } else if (field.note.schema == "texts") {
            told.sort = CellSort::pairs;
        } else if (has_type(schema, "object") || format == "uuid") {
            return;  // mappings, contents, files
        } else if (const auto* words = schema.if_contains("enum")) {
            told.sort = CellSort::words;
            told.code_list = code_list_of(words->as_array());
        } else if (format == "country") {
            told.sort = CellSort::country;
        } else if (format == "date" || format == "date-time" || format == "period") {
            told.sort = CellSort::day;
            type = ColumnType::period;
        } else if (has_type(schema, "integer") || has_type(schema, "number")) {
            type = ColumnType::number;
        }
        add(field.name, type, std::move(told), kind_.name);
    }

    const record::KindInfo& kind_;
    Language language_;
};

}  // namespace

formats::Table labelled_table(const store::Snapshot& snapshot, const record::KindInfo& kind,
                              std::span<const store::Found> records, Language language) {
    LabelledColumns columns(kind, language);
    formats::Table table{{translate(language, fmt::format("kinds.{}._many", kind.name))},
                         std::move(columns.columns),
                         {}};
    Labeller labeller(snapshot, language);
    for (const auto& found : records) {
        const auto record = to_json(kind, found);
        auto& row = table.rows.emplace_back();
        for (const auto& column : columns.tellings)
            row.cells.push_back(labeller.cell(record.at(column.member), column));
    }
    return table;
}

}  // namespace tenpoint::web
