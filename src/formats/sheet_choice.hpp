// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/file_findings.hpp"
#include "formats/sheet_likeness.hpp"
#include "formats/table.hpp"

namespace tenpoint::formats {

// How likely a sheet is to hold the data; compared member by member.
struct SheetLook {
    bool visible = false;
    bool has_hashtags = false;
    bool is_table = false;  // by its name no notes, codes or explanations
    double rows = 0;        // with two filled cells or more

    auto operator<=>(const SheetLook&) const = default;

    static SheetLook of(std::string_view name, bool hidden);
    // Takes a row into account that stands `repeats` times.
    void learn(std::int64_t number, std::span<const Cell> cells, std::int64_t repeats = 1);
};

// Names one after the other, as findings have them; of very many the first ones. Without marks
// around them, which are other ones in each language.
std::string listed_names(std::span<const std::string> names);

// "READ ME", "Metadata_Country", "Notas 2024"
bool is_named_as_notes(std::string_view name);

// "Summary", "Total 2024", "Récapitulatif": what other sheets hold in parts.
bool is_named_as_summary(std::string_view name);

// The place of the likeliest, the first of equals. There must be one.
std::size_t likeliest(std::span<const SheetLook> looks);

// How what is said of the choice weighs: whoever sent several tables must know that one is read.
Severity weight_of_choice(std::span<const SheetLook> looks, std::size_t chosen);

// The sheets of a workbook as far as they were looked at, each by its place.
struct SurveyedSheets {
    std::vector<std::string> names;
    std::vector<SheetLook> looks;
    std::vector<SheetForm> forms;
};

// One sheet, or several that are read as one.
struct ChosenSheets {
    std::size_t sheet = 0;  // the first, where they are several
    std::optional<AlikeSheets> joined;
};

// What is read where `wanted` says it, or leaves it open. Sheets that have the same header are one
// table by themselves where each is of a month, or each of a year or a day, and their sums show
// that no total is among them; others only if they are asked for, since copies look alike as well.
// Hidden sheets, notes and summaries are never joined to others, nor is a sheet that adds them up.
// Says in `info` and `findings` what was chosen and what else is there.
// Fails with `unreadable_file` (unknown_sheet).
Result<ChosenSheets> choose_sheets(const SurveyedSheets& survey, const std::string& wanted,
                                   TableInfo& info, FileFindings& findings);

// By name; spelled alike is enough.
std::optional<std::size_t> find_sheet(std::span<const std::string> names, std::string_view wanted);

// Refuses a sheet that is not there.
Problem unknown_sheet(const std::string& name);

}  // namespace tenpoint::formats
