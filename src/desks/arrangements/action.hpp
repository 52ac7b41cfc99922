// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/language.hpp"
#include "base/period.hpp"
#include "base/problem.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/theme.hpp"
#include "record/listed_texts.hpp"
#include "record/values.hpp"

namespace tenpoint::arrangements {

enum class ActionStatus { planned, under_way, done, dropped };
BOOST_DESCRIBE_ENUM(ActionStatus, planned, under_way, done, dropped)

enum class Population {
    refugees,
    asylum_seekers,
    stateless_persons,
    internally_displaced,
    trafficked_persons,
    unaccompanied_children,
    women_and_girls,
    migrants,
    returnees,
    host_community,
    officials,
};
BOOST_DESCRIBE_ENUM(Population, refugees, asylum_seekers, stateless_persons, internally_displaced,
                    trafficked_persons, unaccompanied_children, women_and_girls, migrants,
                    returnees, host_community, officials)

// What each of an action's other partners does in it, in words: "technical support".
struct PartnersParts : record::ListedTexts {
    static constexpr std::string_view list = "partners";
};

// What an arrangement has agreed to do: who, what, where, by when, for whom, how far.
struct Action {
    record::Ref<Arrangement> arrangement;
    std::optional<record::Ref<Action>> parent;  // the programme or action that it is a part of
    LocalText title;
    LocalText description;
    std::vector<directory::Theme> points;
    std::optional<record::Ref<directory::Partner>> lead;
    std::vector<record::Ref<directory::Partner>> partners;
    PartnersParts parts;
    std::vector<record::Ref<directory::Place>> places;
    std::optional<Period> begins;
    std::optional<Period> due;
    ActionStatus status{};
    std::optional<std::int64_t> progress;  // 0 to 100
    std::optional<std::string> indicator;  // what is counted
    std::optional<std::int64_t> baseline;
    std::optional<std::int64_t> target;
    std::optional<std::int64_t> reached;
    std::optional<std::int64_t> budget;
    std::vector<record::Ref<directory::Partner>> funders;
    std::vector<Population> population;
    record::JsonObject adopted;  // its text as it was adopted (adoption.hpp); empty: a draft
};
BOOST_DESCRIBE_STRUCT(Action, (),
                      (arrangement, parent, title, description, points, lead, partners, parts,
                       places, begins, due, status, progress, indicator, baseline, target, reached,
                       budget, funders, population, adopted))

}  // namespace tenpoint::arrangements

namespace tenpoint::record {

template <>
struct Kind<arrangements::Action> {
    using Action = arrangements::Action;
    static constexpr std::string_view name = "action", plural = "actions";
    static constexpr int version = 2;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr auto notes = std::tuple{
        Note<&Action::arrangement>{{.required = true}},
        Note<&Action::parent>{{.within = "arrangement"}},
        Note<&Action::title>{{.required = true, .max_length = 500}},
        Note<&Action::description>{},
        Note<&Action::points>{{.hxl = "#sector"}},
        Note<&Action::lead>{{.hxl = "#org+lead"}},
        Note<&Action::partners>{{.hxl = "#org+partner"}},
        Note<&Action::parts>{{.since = 2}},
        Note<&Action::places>{{.hxl = "#loc"}},
        Note<&Action::begins>{{.hxl = "#date+start"}},
        Note<&Action::due>{{.hxl = "#date+end"}},
        Note<&Action::status>{{.required = true, .hxl = "#status"}},
        Note<&Action::progress>{{.unit = "percent"}},
        Note<&Action::indicator>{{.max_length = 300, .hxl = "#indicator"}},
        Note<&Action::baseline>{{.hxl = "#indicator+baseline+num"}},
        Note<&Action::target>{{.hxl = "#targeted"}},
        Note<&Action::reached>{{.hxl = "#reached"}},
        Note<&Action::budget>{{.unit = "US dollar", .hxl = "#value+usd"}},
        Note<&Action::funders>{{.hxl = "#org+funder"}},
        Note<&Action::population>{{.hxl = "#population"}},
        Note<&Action::adopted>{{.schema = "adopted_text", .settable = Settable::by_the_program}},
    };
    static void check(const Action& action, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
