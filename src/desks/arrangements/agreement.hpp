// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/date.hpp"
#include "base/language.hpp"
#include "base/period.hpp"
#include "base/problem.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "desks/directory/partner.hpp"
#include "record/values.hpp"

namespace tenpoint::arrangements {

// What an arrangement rests on: a memorandum, a declaration, a tripartite agreement.
struct Agreement {
    record::Ref<Arrangement> arrangement;
    LocalText title;
    std::vector<record::Ref<directory::Partner>> parties;
    std::optional<Period> signed_on;
    std::optional<Day> expires;
    std::optional<std::int64_t> notice_days;  // how long before it expires somebody must know
    bool binding = false;
    LocalText obligations;  // one a line
    std::optional<std::string> address;
};
BOOST_DESCRIBE_STRUCT(Agreement, (),
                      (arrangement, title, parties, signed_on, expires, notice_days, binding,
                       obligations, address))

}  // namespace tenpoint::arrangements

namespace tenpoint::record {

template <>
struct Kind<arrangements::Agreement> {
    using Agreement = arrangements::Agreement;
    static constexpr std::string_view name = "agreement", plural = "agreements";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::coordinators;
    static constexpr auto notes = std::tuple{
        Note<&Agreement::arrangement>{{.required = true, .settable = Settable::at_creation}},
        Note<&Agreement::title>{{.required = true, .max_length = 300}},
        Note<&Agreement::parties>{},
        Note<&Agreement::signed_on>{},
        Note<&Agreement::expires>{},
        Note<&Agreement::notice_days>{{.unit = "day"}},
        Note<&Agreement::binding>{},
        Note<&Agreement::obligations>{},
        Note<&Agreement::address>{{.max_length = 500, .format = "uri"}},
    };
    static void check(const Agreement& agreement, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
