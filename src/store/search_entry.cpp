// SPDX-License-Identifier: Apache-2.0
#include "store/search_entry.hpp"

#include <array>

#include <boost/json/parse.hpp>

#include "base/text.hpp"
#include "store/merged_names.hpp"
#include "store/search_words.hpp"

namespace tenpoint::store {
namespace {

namespace json = boost::json;

using record::FieldInfo;
using record::KindInfo;

// PostgreSQL keeps a megabyte of an entry's words.
constexpr std::size_t most_text = 400'000;  // bytes
constexpr std::size_t most_title = 2'000;
constexpr std::size_t most_shown = 120;

// The members that a record is called by, the better first.
constexpr std::array<std::string_view, 6> titles{"title",       "name",      "names",
                                                 "short_title", "file_name", "code"};

bool has_words(const FieldInfo& field) {
    return !field.is_link_list && !field.is_protected() && field.words != record::Words::none &&
           !field.schema.contains("enum");
}

// The texts of a member, with their languages where it has them.
std::vector<std::string> texts_of(const FieldInfo& field, const record::StoredRow& row) {
    const auto* words = std::get_if<std::string>(&row.values.at(field.position));
    if (!words || words->empty()) return {};
    if (field.words == record::Words::plain) return {*words};
    std::vector<std::string> texts;
    const auto by_language = json::parse(*words);
    for (const auto& language : by_language.as_object())
        if (const auto* text = language.value().if_string(); text && !text->empty())
            texts.emplace_back(*text);
    return texts;
}

std::string in_language(const FieldInfo& field, const record::StoredRow& row, Language language) {
    const auto* words = std::get_if<std::string>(&row.values.at(field.position));
    if (!words || field.words == record::Words::plain) return words ? *words : std::string{};
    const auto by_language = json::parse(*words);
    const auto& texts = by_language.as_object();
    for (const auto& tag : {to_word(language), to_word(Language::en)})
        if (const auto* text = texts.if_contains(tag); text && !text->as_string().empty())
            return std::string(text->as_string());
    const auto any = texts_of(field, row);
    return any.empty() ? std::string{} : any.front();
}

const FieldInfo* title_field(const KindInfo& kind, const record::StoredRow& row) {
    for (const auto name : titles) {
        const auto* field = kind.field(name);
        if (field && has_words(*field) && !texts_of(*field, row).empty()) return field;
    }
    return nullptr;
}

bool is_withdrawn(const KindInfo& kind, const record::StoredRow& row) {
    if (const auto* field = kind.field("withdrawn"))
        return row.values.at(field->position) == record::StoredValue{std::int64_t{1}};
    const auto* status = kind.field("status");
    const auto* word =
        status ? std::get_if<std::string>(&row.values.at(status->position)) : nullptr;
    return word && (*word == "withdrawn" || *word == "erased");
}

void append(std::string& to, std::string_view words, std::size_t most) {
    if (to.size() >= most || words.empty()) return;
    if (!to.empty()) to += '\n';
    to += whole_characters(words, most - to.size());
}

// Of the member `text`, which names the file that holds the words of another.
std::string text_of_file(const Snapshot& node, const KindInfo& kind, const Found& found) {
    const auto* field = kind.field("text");
    if (!field || !field->note.names_file ||
        found.envelope.visibility == record::Visibility::confidential)
        return {};
    const auto* id = std::get_if<std::string>(&found.row.values.at(field->position));
    const auto file = id ? node.file(Id{*id}) : std::nullopt;
    std::string text;
    for (std::int64_t chunk = 0; file && chunk < file->chunks && text.size() < most_text; ++chunk)
        text += node.file_chunk(file->id, chunk);
    return text;
}

}  // namespace

bool is_searched(const KindInfo& kind) {
    return kind.stewardship != record::Stewardship::administrators;
}

std::optional<SearchEntry> search_entry_of(const Snapshot& node, const KindInfo& kind,
                                           const Found& found) {
    if (!is_searched(kind) || is_withdrawn(kind, found.row)) return std::nullopt;
    const auto& envelope = found.envelope;
    SearchEntry entry{std::string{kind.plural},
                      envelope.id,
                      envelope.version,
                      envelope.owner,
                      envelope.visibility,
                      {},
                      {},
                      {}};
    auto& [title, text] = entry.words;
    const auto* called = title_field(kind, found.row);
    if (called)
        for (const auto& words : texts_of(*called, found.row))
            append(title, words, most_title);
    append(text, title, most_text);
    for (const auto& field : kind.fields)
        if (has_words(field) && &field != called)
            for (const auto& words : texts_of(field, found.row))
                append(text, words, most_text);
    if (kind.plural == "partners")
        for (const auto& name : merged_names(node, kind, envelope.id))
            append(text, name, most_text);
    append(text, text_of_file(node, kind, found), most_text);
    if (text.empty()) return std::nullopt;
    entry.title_forms = search_words(title);
    entry.text_forms = search_words(text);
    return entry;
}

std::string title_of(const KindInfo& kind, const record::StoredRow& row, Language language) {
    if (const auto* field = title_field(kind, row))
        return shortened(in_language(*field, row, language), most_shown * 4);
    for (const auto& field : kind.fields)
        if (has_words(field))
            if (const auto text = in_language(field, row, language); !text.empty())
                return shortened(text, most_shown);
    return {};
}

}  // namespace tenpoint::store
