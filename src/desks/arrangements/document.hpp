// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/language.hpp"
#include "base/period.hpp"
#include "base/problem.hpp"
#include "desks/arrangements/action.hpp"
#include "desks/arrangements/agreement.hpp"
#include "desks/arrangements/review.hpp"
#include "desks/arrangements/submission.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/spoken_language.hpp"
#include "desks/intake/source.hpp"
#include "record/values.hpp"

namespace tenpoint::arrangements {

enum class DocumentType {
    website,
    terms_of_reference,
    declaration,
    agreement_text,
    plan,
    report,
    study,
    concept_note,
    position_paper,
    legal_text,
    template_form,
    other,
};
BOOST_DESCRIBE_ENUM(DocumentType, website, terms_of_reference, declaration, agreement_text, plan,
                    report, study, concept_note, position_paper, legal_text, template_form, other)

// A text by its file, its address or how it is cited, and the records that it belongs to: an
// arrangement with an action, an agreement, a review (its evidence) or a submission of it, a
// partner, a place, a source of figures (how it counts). One of none is for all.
struct Document {
    std::optional<record::Ref<Arrangement>> arrangement;
    std::optional<record::Ref<Action>> action;
    std::optional<record::Ref<Agreement>> agreement;
    std::optional<record::Ref<Review>> review;
    std::optional<record::Ref<Submission>> submission;
    std::optional<record::Ref<directory::Partner>> partner;
    std::optional<record::Ref<directory::Place>> place;
    std::optional<record::Ref<intake::Source>> source;
    LocalText title;
    DocumentType type{};
    std::optional<directory::SpokenLanguage> language;
    std::optional<Period> dated;
    std::optional<std::string> address;
    std::optional<std::string> reference;  // a symbol or a citation: "A/44/523", "Annex 4"
    std::optional<std::string> file_name;  // as it was called where it came from
    std::optional<std::int64_t> file_bytes;
    std::optional<Id> file;  // in the store's files, as is
    std::optional<Id> text;  // what it says, where that could be read, for searching
};
BOOST_DESCRIBE_STRUCT(Document, (),
                      (arrangement, action, agreement, review, submission, partner, place, source,
                       title, type, language, dated, address, reference, file_name, file_bytes,
                       file, text))

}  // namespace tenpoint::arrangements

namespace tenpoint::record {

template <>
struct Kind<arrangements::Document> {
    using Document = arrangements::Document;
    static constexpr std::string_view name = "document", plural = "documents";
    static constexpr int version = 4;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr NoteText kept{
        .settable = Settable::by_the_program, .since = 2, .names_file = true};
    static constexpr auto notes = std::tuple{
        Note<&Document::arrangement>{},
        Note<&Document::action>{{.within = "arrangement"}},
        Note<&Document::agreement>{{.within = "arrangement", .lets_go = true, .since = 3}},
        Note<&Document::review>{{.within = "arrangement", .lets_go = true, .since = 3}},
        Note<&Document::submission>{{.within = "arrangement", .lets_go = true, .since = 4}},
        Note<&Document::partner>{{.since = 2}},
        Note<&Document::place>{{.lets_go = true, .since = 3}},
        Note<&Document::source>{{.lets_go = true, .since = 3}},
        Note<&Document::title>{{.required = true, .max_length = 500}},
        Note<&Document::type>{{.required = true}},
        Note<&Document::language>{},
        Note<&Document::dated>{},
        Note<&Document::address>{{.max_length = 500, .format = "uri"}},
        Note<&Document::reference>{{.max_length = 300}},
        Note<&Document::file_name>{{.settable = Settable::by_the_program, .since = 2}},
        Note<&Document::file_bytes>{
            {.unit = "byte", .settable = Settable::by_the_program, .since = 2}},
        Note<&Document::file>{kept},
        Note<&Document::text>{kept},
    };
    static void check(const Document& document, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
