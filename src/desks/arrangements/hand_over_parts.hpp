// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "desks/arrangements/chair.hpp"
#include "desks/arrangements/family.hpp"
#include "desks/arrangements/hand_over_words.hpp"
#include "formats/document.hpp"

// The parts of a hand-over pack, in the order in which they are printed.
namespace tenpoint::arrangements {

// What they are made of.
struct HandOverGround {
    const store::Snapshot& snapshot;
    const Family& family;  // the arrangement first
    const Chair& chair;    // without turns that the reader may not read
    bool is_vacant;        // whoever reads
    Day today;
    HandOverWords& words;
};

using Blocks = std::vector<formats::Block>;

void add_open_actions(const HandOverGround& ground, Blocks& blocks);
void add_recommendations(const HandOverGround& ground, Blocks& blocks);
void add_coming_dates(const HandOverGround& ground, Blocks& blocks);
void add_members(const HandOverGround& ground, Blocks& blocks);
void add_agreements(const HandOverGround& ground, Blocks& blocks);
void add_documents(const HandOverGround& ground, Blocks& blocks);
void add_contacts(const HandOverGround& ground, Blocks& blocks);

// A table under its title; where it has no rows, that there is nothing.
void add_table(const HandOverGround& ground, formats::Table table, Blocks& blocks);
// An empty cell for nothing.
formats::TableCell cell(const std::optional<Period>& period);
formats::TableCell cell(const std::optional<Day>& day);

// The title of the group; empty of the arrangement itself.
std::string group_of(const HandOverGround& ground, const Id& arrangement);

}  // namespace tenpoint::arrangements
