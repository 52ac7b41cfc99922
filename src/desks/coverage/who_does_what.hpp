// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "desks/coverage/response.hpp"
#include "desks/coverage/theme_parts.hpp"

namespace tenpoint::coverage {

// What the places of a matrix are rolled up to. What lies in no area of admin 1 goes to its
// country; what lies in no country, such as a region of the world or a route, stays by itself.
enum class MatrixLevel { country, admin1 };
BOOST_DESCRIBE_ENUM(MatrixLevel, country, admin1)

// A cell of a matrix: the partner of its row, without its parts, and the place or theme of its
// column, with no more than is counted there.
struct AskedCell {
    Id partner;
    std::optional<Id> place{};
    std::optional<MatrixLevel> level{};  // that the places are rolled up to
    std::optional<Theme> theme{};
};

// Which part of who does what where is asked for; what is left empty asks for all.
struct DoingQuery {
    Day from{};
    Day to{};
    std::optional<Id> place{};     // with what lies in it
    std::optional<Theme> theme{};  // with its parts
    std::optional<Id> partner{};   // with what is a part of it; or an organisation beside them
    std::optional<Population> people{};
    std::optional<AskedCell> cell{};
};

// What a partner does about a theme at a place, between two days.
struct Doing {
    Id partner;
    std::optional<Id> place;     // empty: where is not said
    std::optional<Theme> theme;  // empty: about what is not said
    bool present = false;        // with this service, or without saying with which
    std::int64_t planned = 0;    // how many actions and activities
    std::int64_t under_way = 0;
    std::int64_t done = 0;
    std::set<Population> people{};
    std::vector<Id> works{};
};

// By partner, place and theme. An action counts for each partner, place and theme of it. Whoever is
// present without saying with which service has a row without a theme.
std::vector<Doing> who_does_what(const Response& response, const DoingQuery& query);

// Of what is asked for: what organisations report that the directory does not know.
struct BesideDirectory {
    std::int64_t reports = 0;
    std::vector<std::string> organisations{};  // as they are written, in order
};
BesideDirectory beside_directory(const Response& response, const DoingQuery& query);

// The month of the last activity reports of what is asked for, where they had all ended before its
// days; nothing where some are of these days, or none are of earlier ones.
std::optional<Period> last_reports_before(const Response& response, const DoingQuery& query);

// Against what partners are set in a matrix: places, or the points and sectors.
enum class MatrixSide { place, theme };
BOOST_DESCRIBE_ENUM(MatrixSide, place, theme)

struct MatrixCell {
    bool present = false;
    std::set<Id> planned{}, under_way{}, done{};  // each once, however many themes it has
};

// Partners against places or against points and sectors; parts count for their point.
template <class Side>
using PartnerMatrix = std::map<Id, std::map<Side, MatrixCell>>;
PartnerMatrix<Id> partners_by_place(const Response& response, const DoingQuery& query,
                                    std::optional<MatrixLevel> level = std::nullopt);
PartnerMatrix<Theme> partners_by_theme(const Response& response, const DoingQuery& query);

}  // namespace tenpoint::coverage
