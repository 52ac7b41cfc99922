// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <boost/describe/enum.hpp>

#include "base/result.hpp"
#include "desks/movements/joint_figures.hpp"
#include "desks/movements/sheet.hpp"
#include "desks/movements/sheet_composition.hpp"
#include "desks/movements/sheet_content.hpp"
#include "store/store.hpp"

namespace tenpoint::movements {

enum class SheetFormat { html, pdf, xlsx, hxl };
BOOST_DESCRIBE_ENUM(SheetFormat, html, pdf, xlsx, hxl)

// What somebody wants a sheet about: one of the two by its code, and the days.
struct SheetRequest {
    std::string corridor;
    std::string place;
    Day from;
    Day to;
};

// What the sheet would print today. Fails as collect_sheet does, also where neither or both of
// corridor and place are named.
Result<SheetContent> sheet_today(store::Store& store, JointFigures& figures,
                                 const access::Principal& principal, const SheetRequest& request);

// Prints an edition and keeps it, or gives the latest one where it printed the same figures.
Result<record::Record<Sheet>> print_sheet(store::Store& store, JointFigures& figures,
                                          const access::Principal& principal,
                                          const SheetRequest& request);

// An edition as it was printed, in any language.
Result<formats::Document> edition_document(store::Store& store, JointFigures& figures,
                                           const access::Principal& principal, const Id& sheet,
                                           Language language);

// The bytes of the document, and what they are called and are.
Result<std::string> render(const formats::Document& document, SheetFormat format);
std::string_view media_type_of(SheetFormat format);
std::string_view file_ending_of(SheetFormat format);

}  // namespace tenpoint::movements
