// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/mapping_json.hpp"

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/describe/members.hpp>
#include <boost/json/parse.hpp>
#include <boost/mp11/algorithm.hpp>
#include <fmt/format.h>

#include "record/value_type.hpp"

namespace tenpoint::movements {
namespace {

namespace json = boost::json;
using record::ValueType;

template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && std::is_class_v<T>;

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

// Collects what is wrong with a mapping while it is read.
class MappingReader {
  public:
    template <Described T>
    void read(const json::value& from, T& to, const std::string& pointer) {
        if (!from.is_object()) return refuse(pointer, "not_an_object");
        const auto& object = from.get_object();
        for (const auto& [key, value] : object) {
            bool known = false;
            boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
                if (key != member.name) return;
                known = true;
                read(value, to.*member.pointer, fmt::format("{}/{}", pointer, member.name));
            });
            if (!known)
                refuse(fmt::format("{}/{}", pointer, std::string_view{key}), "unknown_field");
        }
    }
    template <class T>
    void read(const json::value& from, std::vector<T>& to, const std::string& pointer) {
        if (!from.is_array()) return refuse(pointer, "not_a_list");
        for (const auto& item : from.get_array()) {
            const auto index = to.size();
            read(item, to.emplace_back(), fmt::format("{}/{}", pointer, index));
        }
    }
    void read(const json::value& from, std::optional<Period>& to, const std::string& pointer) {
        if (from.is_string()) to = period_from_text(from.get_string());
        if (!to) refuse(pointer, "not_a_period");
    }
    template <class T>
    requires(!Described<T>) void read(const json::value& from, T& to, const std::string& pointer) {
        if (const auto refusal = ValueType<T>::read(from, to); !refusal.empty())
            problems_.push_back(refusal.at(pointer));
    }

    std::vector<FieldProblem> take_problems() { return std::move(problems_); }

  private:
    void refuse(const std::string& pointer, std::string_view code) {
        problems_.push_back({pointer, std::string{code}});
    }

    std::vector<FieldProblem> problems_;
};

template <class T>
json::value json_of(const T& from) {
    if constexpr (is_list<T>) {
        json::array items;
        for (const auto& item : from)
            items.push_back(json_of(item));
        return items;
    } else if constexpr (Described<T>) {
        const T defaults{};
        json::object object;
        boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
            if (from.*member.pointer != defaults.*member.pointer)
                object[member.name] = json_of(from.*member.pointer);
        });
        return object;
    } else if constexpr (std::is_same_v<T, std::optional<Period>>) {
        return from ? json::value(to_text(*from)) : json::value(nullptr);
    } else {
        return ValueType<T>::write(from);
    }
}

template <class T>
json::object schema_of() {
    if constexpr (is_list<T>) {
        return {{"type", "array"}, {"items", schema_of<typename T::value_type>()}};
    } else if constexpr (Described<T>) {
        json::object properties;
        boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
            using Member = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
            properties[member.name] = schema_of<Member>();
        });
        return {{"type", "object"},
                {"properties", std::move(properties)},
                {"additionalProperties", false}};
    } else if constexpr (std::is_same_v<T, std::optional<Period>>) {
        return {{"type", "string"}};
    } else {
        return ValueType<T>::schema();
    }
}

// An exception without texts would seem to say something, and does not.
void require_parts(const RowFilter& filter, const std::string& pointer,
                   std::vector<FieldProblem>& problems) {
    if (filter.reason.empty()) problems.push_back({pointer + "/reason", "required"});
    for (std::size_t e = 0; e < filter.unless.size(); ++e) {
        const auto& exception = filter.unless[e];
        if (exception.column.empty() && exception.number < 1)
            problems.push_back({fmt::format("{}/unless/{}/column", pointer, e), "required"});
        if (exception.texts.empty())
            problems.push_back({fmt::format("{}/unless/{}/texts", pointer, e), "required"});
    }
}

// One period for all rows is the mapping's own member; texts of cells have none.
void refuse_stray_periods(const Mapping& mapping, std::vector<FieldProblem>& problems) {
    const auto refuse = [&](const Settings& set, const std::string& pointer) {
        if (set.period) problems.push_back({pointer + "/set/period", "only_of_counts"});
    };
    refuse(mapping.set, "");
    for (std::size_t c = 0; c < mapping.columns.size(); ++c) {
        const auto& column = mapping.columns[c];
        const auto pointer = fmt::format("/columns/{}", c);
        if (column.field != Field::count) refuse(column.set, pointer);
        for (std::size_t v = 0; v < column.values.size(); ++v)
            refuse(column.values[v].set, fmt::format("{}/values/{}", pointer, v));
    }
}

}  // namespace

json::object to_json(const Mapping& mapping) {
    return std::move(json_of(mapping).get_object());
}

json::object mapping_schema() {
    return schema_of<Mapping>();
}

Result<Mapping> mapping_from_json(const json::object& json) {
    Mapping mapping;
    MappingReader reader;
    reader.read(json::value(json), mapping, "");
    auto problems = reader.take_problems();
    for (std::size_t i = 0; i < mapping.columns.size(); ++i)
        if (mapping.columns[i].column.empty() && mapping.columns[i].number < 1)
            problems.push_back({fmt::format("/columns/{}/column", i), "required"});
    for (std::size_t i = 0; i < mapping.filters.size(); ++i)
        require_parts(mapping.filters[i], fmt::format("/filters/{}", i), problems);
    refuse_stray_periods(mapping, problems);
    if (!problems.empty())
        return Problem{ProblemCode::invalid_fields, "mapping", std::move(problems)};
    return mapping;
}

Result<Mapping> mapping_from_text(std::string_view text) {
    boost::system::error_code error;
    const auto value = json::parse(text, error);
    if (error) return Problem{ProblemCode::malformed_json, "mapping: " + error.message()};
    if (!value.is_object())
        return Problem{ProblemCode::invalid_fields, "mapping", {{"", "not_an_object"}}};
    return mapping_from_json(value.get_object());
}

}  // namespace tenpoint::movements
