// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <boost/describe/enum.hpp>

namespace tenpoint::movements {

// Why a contribution is used or set aside; the words are keys below `figures.reasons`.
enum class Reason {
    // Used:
    only_source,
    authoritative,
    highest,
    lowest,
    median,
    sum,
    ruling,
    // Used by what the source itself says, where nobody else gives the figure:
    covers_most,  // no source covers the whole stretch of time; this one covers most of it
    // Set aside:
    total_of_parts,      // its parts are used
    another_breakdown,   // the same people, broken down otherwise
    partial_breakdown,   // does not add up to the stated total; used for breakdowns only
    parts_exceed_total,  // a breakdown that adds up to more than the stated total
    not_broken_down,     // says nothing of the breakdown asked for
    same_figure_twice,   // another file of the source gives the same figure
    lower_in_source,     // another file of the source gives a higher one
    corrected_later,     // another file of the source is as of a later day
    does_not_tile,       // covers only a piece of the stretch of time that is compared
    another_source,      // another source is chosen
    another_figure,      // another one is, by a source that whoever asks may not know of
    not_shared,          // by a source that whoever asks may not know of
};
BOOST_DESCRIBE_ENUM(Reason, only_source, authoritative, highest, lowest, median, sum, ruling,
                    covers_most, total_of_parts, another_breakdown, partial_breakdown,
                    parts_exceed_total, not_broken_down, same_figure_twice, lower_in_source,
                    corrected_later, does_not_tile, another_source, another_figure, not_shared)

// How one source contradicts itself; keys below `figures.contradictions`.
enum class Contradiction {
    parts_do_not_add_up,  // less than the stated total
    parts_exceed_total,
    breakdowns_differ,  // two breakdowns of one figure, neither of them a total of the other
    two_files_differ,
};
BOOST_DESCRIBE_ENUM(Contradiction, parts_do_not_add_up, parts_exceed_total, breakdowns_differ,
                    two_files_differ)

std::string_view to_word(Reason reason);
std::string_view to_word(Contradiction contradiction);

}  // namespace tenpoint::movements
