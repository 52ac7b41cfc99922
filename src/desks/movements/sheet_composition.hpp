// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/language.hpp"
#include "desks/movements/sheet_content.hpp"
#include "formats/document.hpp"

namespace tenpoint::movements {

// What a printed sheet says about itself, beside its content.
struct EditionLine {
    std::optional<std::int64_t> edition;  // nothing: a preview that is not kept
    Instant made_at;
    std::string publisher;       // who stands behind it
    bool changed_since = false;  // figures are others today: the sheet says so at its top
};

// Composes the document in `language`: a lead in plain words, headline figures, trend, composition,
// corridor profile, map, deaths and missing, disagreements, notes on method, sources; and all
// figures in their long form, tagged with HXL. Pure: the same content gives the same document.
formats::Document compose_sheet(const SheetContent& content, Language language,
                                const EditionLine& line);

// "From the Darién to the United States, 2024"
std::string sheet_title(const SheetContent& content, Language language);

// The name of its file, without ending: "americas-2024", "hnd-2024-01-01-2024-05-15".
std::string sheet_file_name(const SheetContent& content);

}  // namespace tenpoint::movements
