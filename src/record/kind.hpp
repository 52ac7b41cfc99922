// SPDX-License-Identifier: Apache-2.0
#pragma once

// What follows from a kind's description. Included by the one source file of a desk that
// instantiates the derivations of its kinds; everybody else uses KindInfo.

#include <algorithm>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/web_address.hpp"
#include "record/kind_info.hpp"
#include "record/value_type.hpp"

namespace tenpoint::record {

inline constexpr std::size_t general_max_length = 10'000;
inline constexpr std::size_t general_max_object_length = 200'000;

template <class K>
StoredRow to_row(const K& value) {
    StoredRow row;
    for_each_member<K>([&]<class D>(D) {
        using V = MemberType<K, D>;
        if constexpr (is_link_list<V>) {
            auto& ids = row.links.emplace_back();
            for (const auto& reference : value.*D::pointer)
                ids.push_back(reference.id.text);
        } else {
            row.values.push_back(ValueType<V>::store(value.*D::pointer));
        }
    });
    return row;
}

template <class K>
K from_row(const StoredRow& row) {
    K value{};
    std::size_t next_value = 0;
    std::size_t next_links = 0;
    for_each_member<K>([&]<class D>(D) {
        using V = MemberType<K, D>;
        if constexpr (is_link_list<V>) {
            for (const auto& id : row.links.at(next_links++))
                (value.*D::pointer).push_back({Id{id}});
        } else {
            ValueType<V>::load(row.values.at(next_value++), value.*D::pointer);
        }
    });
    return value;
}

// The length that a note limits: of a text, of the longest of its languages, of an object's JSON.
// Other values are never too long.
template <class V>
std::size_t length_of(const V&) {
    return 0;
}
inline std::size_t length_of(const std::string& text) {
    return character_count(text);
}
inline std::size_t length_of(const LocalText& text) {
    return std::ranges::max(
        {length_of(text.en), length_of(text.fr), length_of(text.es), length_of(text.ar)});
}
inline std::size_t length_of(const JsonObject& object) {
    return json::serialize(object.value).size();
}
template <class V>
std::size_t length_of(const std::optional<V>& value) {
    return value ? length_of(*value) : 0;
}

// Only of texts; other values have no form that a note could name.
template <class V>
bool has_form(std::string_view, const V&) {
    return true;
}
inline bool has_form(std::string_view format, const std::string& text) {
    return format != "uri" || text.empty() || is_web_address(text);
}
template <class V>
bool has_form(std::string_view format, const std::optional<V>& value) {
    return !value || has_form(format, *value);
}

// What the notes demand of one member: that it is there, and not too long. What the program writes
// itself, such as the content of an edition, is as long as it is.
template <class V>
void check_member(const NoteText& note, std::string_view name, const V& value,
                  std::vector<FieldProblem>& problems) {
    const auto pointer = fmt::format("/{}", name);
    if constexpr (requires { value.empty(); }) {
        if (note.required && value.empty()) problems.push_back({pointer, "required"});
    }
    if (note.settable == Settable::by_the_program) return;
    const auto general =
        std::same_as<V, JsonObject> ? general_max_object_length : general_max_length;
    const auto limit = note.max_length > 0 ? note.max_length : general;
    if (length_of(value) > limit)
        problems.push_back({pointer, "too_long", {std::to_string(limit)}});
}

// Whether something is wrong already with the member at `pointer`, or with a part of it. A rule
// that holds for several members asks it of those whose blank value would mislead it (check_value).
inline bool is_refused(const std::vector<FieldProblem>& problems, std::string_view pointer) {
    const auto member_of = [](std::string_view at) { return at.substr(0, at.find('/', 1)); };
    return std::ranges::any_of(problems, [&](const FieldProblem& problem) {
        return member_of(problem.pointer) == member_of(pointer);
    });
}

// Adds what is wrong with a value to what reading it found. A member that could not be read is
// blank here; of one that has a problem already no second is told.
template <Described K>
void check_value(const K& value, std::vector<FieldProblem>& problems) {
    for_each_member<K>([&]<class D>(D) {
        if (problems.empty() || !is_refused(problems, fmt::format("/{}", D::name)))
            check_member(note_of<K, D::pointer>, D::name, value.*D::pointer, problems);
    });
    auto all = problems;
    Kind<K>::check(value, all);
    const auto broken = all.begin() + std::ssize(problems);
    all.erase(std::remove_if(broken, all.end(),
                             [&](const FieldProblem& problem) {
                                 return is_refused(problems, problem.pointer);
                             }),
              all.end());
    problems = std::move(all);
}

template <Described K>
Result<void> check_row(const StoredRow& row) {
    std::vector<FieldProblem> problems;
    check_value(from_row<K>(row), problems);
    if (!problems.empty())
        return Problem{ProblemCode::invalid_fields, std::string{Kind<K>::name}, problems};
    return {};
}

// Reads one member of a body into `value`; says what is wrong with it. What cannot be read leaves
// it `blank`.
template <class V>
void read_member(const NoteText& note, std::string_view name, const json::object& body, bool is_new,
                 const V& blank, V& value, std::vector<FieldProblem>& problems) {
    const auto pointer = fmt::format("/{}", name);
    const auto* given = body.if_contains(name);
    if (!given) {
        if (is_new && note.required) problems.push_back({pointer, "required"});
        return;
    }
    if (note.settable == Settable::by_the_program ||
        (note.settable == Settable::at_creation && !is_new)) {
        V unchanged = value;
        const bool same = ValueType<V>::read(*given, unchanged).empty() && unchanged == value;
        if (!same) problems.push_back({pointer, "read_only"});
        return;
    }
    if (const auto refusal = ValueType<V>::read(*given, value); !refusal.empty()) {
        problems.push_back(refusal.at(pointer));
        value = blank;
    } else if (!has_form(note.format, value)) {
        problems.push_back({pointer, "not_a_web_address"});
    }
}

template <Described K>
Result<StoredRow> read_row(const json::object& body, const StoredRow* before) {
    const K blank{};
    auto value = before ? from_row<K>(*before) : blank;
    std::vector<FieldProblem> problems;
    std::size_t known = 0;
    for_each_member<K>([&]<class D>(D) {
        known += body.contains(D::name) ? 1 : 0;
        read_member(note_of<K, D::pointer>, D::name, body, before == nullptr, blank.*D::pointer,
                    value.*D::pointer, problems);
    });
    if (known != body.size())
        for (const auto& [key, unused] : body) {
            bool is_member = false;
            for_each_member<K>([&](auto member) { is_member |= key == member.name; });
            if (!is_member)
                problems.push_back({fmt::format("/{}", std::string_view{key}), "unknown_field"});
        }
    check_value(value, problems);
    if (!problems.empty())
        return Problem{ProblemCode::invalid_fields, std::string{Kind<K>::name}, problems};
    return to_row(value);
}

template <Described K>
json::object write_row(const StoredRow& row) {
    const auto value = from_row<K>(row);
    json::object out;
    for_each_member<K>([&]<class D>(D) {
        if constexpr (note_of<K, D::pointer>.sensitivity != Sensitivity::secret)
            out[D::name] = ValueType<MemberType<K, D>>::write(value.*D::pointer);
    });
    return out;
}

// What the note of a protected member may not say.
template <Described K, class D>
consteval void check_protection() {
    using V = MemberType<K, D>;
    constexpr auto note = note_of<K, D::pointer>;
    constexpr bool is_protected = note.sensitivity != Sensitivity::plain;
    static_assert(!is_protected || (!is_link_list<V> && target_of<V>.empty() && !note.names_file &&
                                    !note.unique),
                  "the database cannot see what a protected member refers to or is equal to");
    static_assert(
        !note.blind_index || (is_protected && (std::same_as<V, std::string> ||
                                               std::same_as<V, std::optional<std::string>>)),
        "of a member with few values a blind index gives away which it has");
}

template <Described K>
KindInfo describe_kind() {
    KindInfo info{Kind<K>::name,        Kind<K>::plural,   Kind<K>::version,
                  Kind<K>::stewardship, is_removable<K>(), {},
                  read_row<K>,          write_row<K>,      check_row<K>};
    std::size_t values = 0;
    std::size_t lists = 0;
    for_each_member<K>([&]<class D>(D) {
        using V = MemberType<K, D>;
        check_protection<K, D>();
        FieldInfo field{D::name,        note_of<K, D::pointer>, StoredType::text,
                        is_optional<V>, is_link_list<V>,        target_of<V>,
                        words_in<V>,    ValueType<V>::schema()};
        static_assert(
            !std::same_as<V, Id> || note_of<K, D::pointer>.names_file,
            "an Id that is no reference names a file, which is swept away without a note");
        if constexpr (is_link_list<V>) {
            field.position = lists++;
        } else {
            field.position = values++;
            field.blank = ValueType<V>::store(V{});
            field.write = [](const StoredValue& stored) {
                V value{};
                ValueType<V>::load(stored, value);
                return ValueType<V>::write(value);
            };
            if (!field.is_protected()) field.stored = ValueType<V>::stored;
        }
        info.fields.push_back(std::move(field));
    });
    return info;
}

template <class K>
const KindInfo& kind_info() {
    static const KindInfo info = describe_kind<K>();
    return info;
}

}  // namespace tenpoint::record

// Instantiates what follows from the description of the kind K; stands at namespace scope.
#define TENPOINT_DERIVE_KIND(K)                                                  \
    template const tenpoint::record::KindInfo& tenpoint::record::kind_info<K>(); \
    template tenpoint::record::StoredRow tenpoint::record::to_row<K>(const K&);  \
    template K tenpoint::record::from_row<K>(const StoredRow&)
