// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/language.hpp"
#include "base/problem.hpp"
#include "desks/directory/partner.hpp"
#include "record/values.hpp"

namespace tenpoint::intake {

// Who reports figures or activities, under which terms, and how the columns of its files are read.
struct Source {
    std::string name;
    LocalText title;
    std::optional<record::Ref<directory::Partner>> publisher;
    std::optional<std::string> url;
    std::string licence;
    std::string attribution;
    record::JsonObject mapping;  // of its last accepted file: movements/mapping.hpp
};
BOOST_DESCRIBE_STRUCT(Source, (), (name, title, publisher, url, licence, attribution, mapping))

}  // namespace tenpoint::intake

namespace tenpoint::record {

template <>
struct Kind<intake::Source> {
    using Source = intake::Source;
    static constexpr std::string_view name = "source", plural = "sources";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr auto notes = std::tuple{
        Note<&Source::name>{
            {.required = true, .max_length = 100, .hxl = "#meta+source", .unique = true}},
        Note<&Source::title>{},
        Note<&Source::publisher>{{.hxl = "#org+publisher"}},
        Note<&Source::url>{{.max_length = 500, .format = "uri", .hxl = "#meta+url"}},
        Note<&Source::licence>{{.max_length = 200, .hxl = "#meta+licence"}},
        Note<&Source::attribution>{{.max_length = 500, .hxl = "#meta+attribution"}},
        Note<&Source::mapping>{{.schema = "mapping"}},
    };
    static void check(const Source& source, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
