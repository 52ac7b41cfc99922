// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/date.hpp"
#include "base/language.hpp"
#include "base/period.hpp"
#include "base/problem.hpp"
#include "desks/directory/place.hpp"
#include "record/values.hpp"

namespace tenpoint::arrangements {

enum class Level { national, regional, global };
BOOST_DESCRIBE_ENUM(Level, national, regional, global)

enum class Form {
    project,
    theme_group,
    task_force,
    committee,
    consultative_process,
    plan_of_action,
    programme,
    network,
    conference,
    initiative,
    forum,
    cluster,
    working_group,
};
BOOST_DESCRIBE_ENUM(Form, project, theme_group, task_force, committee, consultative_process,
                    plan_of_action, programme, network, conference, initiative, forum, cluster,
                    working_group)

enum class ArrangementStatus { planned, active, dormant, ended };
BOOST_DESCRIBE_ENUM(ArrangementStatus, planned, active, dormant, ended)

// A mechanism through which partners cooperate. Arrangements nest: a working group stands in its
// network, a programme in its plan of action, a task force under its cluster. Its actors are
// memberships, what it does are actions.
struct Arrangement {
    std::string code;  // what it is referred to by; set once
    LocalText title;
    std::optional<std::string> short_title;
    Level level{};
    Form form{};
    ArrangementStatus status{};
    LocalText region;  // in words, where a list of countries would say less
    std::vector<record::Ref<directory::Place>> places;
    std::optional<Period> begins;  // as exactly as it is known: a year, a month, a day
    std::optional<Period> ends;    // empty: it goes on
    LocalText background;
    LocalText objectives;  // one a line
    std::optional<record::Ref<Arrangement>> parent;
    std::optional<std::int64_t> phase;                    // of a project in phases, from 1
    std::optional<record::Ref<Arrangement>> predecessor;  // the phase before, or what it replaced
    std::optional<record::Ref<Arrangement>> replicated_from;  // the model it was made after
    std::optional<record::Ref<Arrangement>> counterpart;      // the other track: a forum's network
    std::optional<std::string> website;
    std::optional<std::int64_t> chair_months;  // of a rotating chair: how long a term is
    bool chair_renewable = false;
    std::optional<Day> chair_begins;  // when the first of the order took the chair
};
BOOST_DESCRIBE_STRUCT(Arrangement, (),
                      (code, title, short_title, level, form, status, region, places, begins, ends,
                       background, objectives, parent, phase, predecessor, replicated_from,
                       counterpart, website, chair_months, chair_renewable, chair_begins))

}  // namespace tenpoint::arrangements

namespace tenpoint::record {

template <>
struct Kind<arrangements::Arrangement> {
    using Arrangement = arrangements::Arrangement;
    static constexpr std::string_view name = "arrangement", plural = "arrangements";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::coordinators;
    static constexpr auto notes = std::tuple{
        Note<&Arrangement::code>{{.required = true,
                                  .max_length = 60,
                                  .settable = Settable::at_creation,
                                  .unique = true}},
        Note<&Arrangement::title>{{.required = true, .max_length = 300}},
        Note<&Arrangement::short_title>{{.max_length = 60}},
        Note<&Arrangement::level>{{.required = true}},
        Note<&Arrangement::form>{{.required = true}},
        Note<&Arrangement::status>{{.required = true}},
        Note<&Arrangement::region>{{.max_length = 300}},
        Note<&Arrangement::places>{{.hxl = "#country+code"}},
        Note<&Arrangement::begins>{{.hxl = "#date+start"}},
        Note<&Arrangement::ends>{{.hxl = "#date+end"}},
        Note<&Arrangement::background>{},
        Note<&Arrangement::objectives>{},
        Note<&Arrangement::parent>{},
        Note<&Arrangement::phase>{},
        Note<&Arrangement::predecessor>{},
        Note<&Arrangement::replicated_from>{},
        Note<&Arrangement::counterpart>{},
        Note<&Arrangement::website>{{.max_length = 500, .format = "uri"}},
        Note<&Arrangement::chair_months>{{.unit = "month"}},
        Note<&Arrangement::chair_renewable>{},
        Note<&Arrangement::chair_begins>{},
    };
    static void check(const Arrangement& arrangement, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
