// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sheet_printing.hpp"

#include "desks/movements/sheet_content_collection.hpp"
#include "desks/movements/sheet_editions.hpp"
#include "formats/document_html.hpp"
#include "formats/document_hxl.hpp"
#include "formats/document_pdf.hpp"
#include "formats/document_xlsx.hpp"

namespace tenpoint::movements {
namespace {

Result<SheetSubject> subject_of(const store::Snapshot& snapshot, const SheetRequest& request) {
    if (request.corridor.empty() == request.place.empty())
        return Problem{ProblemCode::invalid_query, "subject", {{"/corridor", "corridor_or_place"}}};
    SheetSubject subject;
    if (!request.corridor.empty()) {
        const auto corridor = snapshot.find<Corridor>("code", request.corridor);
        if (!corridor) return Problem{ProblemCode::not_found, "corridor"};
        subject.corridor = {corridor->envelope.id};
    } else {
        const auto place = snapshot.find<directory::Place>("code", request.place);
        if (!place) return Problem{ProblemCode::not_found, "place"};
        subject.place = {place->envelope.id};
    }
    return subject;
}

// Who stands behind a sheet: the partner that printed it.
std::string publisher_of(const SheetInputs& inputs, const Id& owner) {
    for (const auto& partner : inputs.partners)
        if (partner.envelope.id == owner) return partner.value.name;
    return {};
}

}  // namespace

Result<SheetContent> sheet_today(store::Store& store, JointFigures& figures,
                                 const access::Principal& principal, const SheetRequest& request) {
    TENPOINT_TRY(consolidation, figures.current());
    TENPOINT_TRY(subject, store.read(principal, [&](const store::Snapshot& snapshot) {
        return subject_of(snapshot, request);
    }));
    TENPOINT_TRY(inputs, sheet_inputs(store, consolidation));
    return collect_sheet(subject, request.from, request.to, inputs);
}

Result<record::Record<Sheet>> print_sheet(store::Store& store, JointFigures& figures,
                                          const access::Principal& principal,
                                          const SheetRequest& request) {
    TENPOINT_TRY(content, sheet_today(store, figures, principal, request));
    const auto staged = stage_content(content, store.staging_folder());
    return store.write(
        principal, [&](store::Transaction& transaction) -> Result<record::Record<Sheet>> {
            TENPOINT_TRY(subject, subject_of(transaction, request));
            return print_edition(transaction, subject, content, staged, principal.partner);
        });
}

Result<formats::Document> edition_document(store::Store& store, JointFigures& figures,
                                           const access::Principal& principal, const Id& id,
                                           Language language) {
    TENPOINT_TRY(consolidation, figures.current());
    TENPOINT_TRY(inputs, sheet_inputs(store, consolidation));
    return store.read(principal, [&](const store::Snapshot& snapshot) -> Result<formats::Document> {
        TENPOINT_TRY(sheet, snapshot.get<Sheet>(id));
        TENPOINT_TRY(content, edition_content(snapshot, sheet));
        const bool changed = changed_since(snapshot, sheet, inputs);
        return compose_sheet(content, language,
                             {sheet.value.edition, sheet.value.printed_at,
                              publisher_of(inputs, sheet.envelope.owner), changed});
    });
}

Result<std::string> render(const formats::Document& document, SheetFormat format) {
    switch (format) {
        case SheetFormat::html:
            return formats::render_html(document);
        case SheetFormat::pdf:
            return formats::render_pdf(document);
        case SheetFormat::xlsx:
            return formats::render_xlsx(document);
        case SheetFormat::hxl:
            return formats::render_hxl(document);
    }
    return std::string{};
}

std::string_view media_type_of(SheetFormat format) {
    switch (format) {
        case SheetFormat::html:
            return "text/html; charset=utf-8";
        case SheetFormat::pdf:
            return "application/pdf";
        case SheetFormat::xlsx:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case SheetFormat::hxl:
            return "text/csv; charset=utf-8";
    }
    return {};
}

std::string_view file_ending_of(SheetFormat format) {
    switch (format) {
        case SheetFormat::html:
            return "html";
        case SheetFormat::pdf:
            return "pdf";
        case SheetFormat::xlsx:
            return "xlsx";
        case SheetFormat::hxl:
            return "csv";
    }
    return {};
}

}  // namespace tenpoint::movements
