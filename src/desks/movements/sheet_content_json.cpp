// SPDX-License-Identifier: Apache-2.0
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/hash.hpp"
#include "desks/movements/sheet_content.hpp"
#include "record/value_type.hpp"

namespace tenpoint::record {

// The parts of a content: plain structs without notes.
template <Described Part>
struct ValueType<Part> {
    static Refusal read(const json::value& from, Part& to) {
        if (!from.is_object()) return "not_an_object";
        Refusal refusal;
        for_each_member<Part>([&]<class D>(D) {
            const auto* member = from.get_object().if_contains(D::name);
            if (member && refusal.empty())
                refusal = ValueType<MemberType<Part, D>>::read(*member, to.*D::pointer);
        });
        return refusal;
    }
    static json::value write(const Part& part) {
        json::object object;
        for_each_member<Part>([&]<class D>(D) {
            object[D::name] = ValueType<MemberType<Part, D>>::write(part.*D::pointer);
        });
        return object;
    }
};

}  // namespace tenpoint::record

namespace tenpoint::movements {
namespace {

namespace json = boost::json;

template <class V>
json::value write(const V& value) {
    return record::ValueType<V>::write(value);
}

json::array figures_of(const std::vector<SheetMeasure>& measures) {
    json::array figures;
    for (const auto& measure : measures)
        figures.push_back({write(measure.place), write(measure.indicator), write(measure.now),
                           write(measure.before), write(measure.periods), write(measure.by_origin),
                           write(measure.by_sex_age)});
    return figures;
}

}  // namespace

std::string fingerprint(const SheetContent& content) {
    json::array disagreements;
    for (const auto& each : content.disagreements)
        disagreements.push_back(
            {write(each.place), write(each.indicator), write(each.days), write(each.candidates)});
    const json::array figures{content.is_corridor,          write(content.code),
                              write(content.days),          figures_of(content.measures),
                              figures_of(content.deaths),   std::move(disagreements),
                              write(content.contradictions)};
    return hash_of(json::serialize(figures));
}

std::string to_json(const SheetContent& content) {
    return json::serialize(write(content));
}

Result<SheetContent> sheet_content_from_json(std::string_view text) {
    boost::system::error_code error;
    const auto value = json::parse({text.data(), text.size()}, error);
    if (error) return Problem{ProblemCode::malformed_json, error.message()};
    SheetContent content;
    const auto refusal = record::ValueType<SheetContent>::read(value, content);
    if (!refusal.empty()) return Problem{ProblemCode::malformed_json, std::string(refusal.code)};
    return content;
}

}  // namespace tenpoint::movements
