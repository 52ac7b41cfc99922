// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/report_words.hpp"

namespace tenpoint::activities {
namespace {

// A hashtag says more than any header; that of an acronym less than the column of the name.
constexpr int by_hashtag = 97;
constexpr int by_hashtag_of_acronym = 60;

// Parts are those of the new ones; of the total of a month they mean nothing that is known.
ReportField field_of_part_of_new(const formats::HxlTag& tag) {
    const bool children = tag.has("children");
    if (tag.has("f")) return children ? ReportField::girls : ReportField::women;
    if (tag.has("m")) return children ? ReportField::boys : ReportField::men;
    if (tag.has("o")) return children ? ReportField::other_children : ReportField::other_adults;
    if (children || tag.has("adults")) return ReportField::other;
    if (tag.has("destination")) return ReportField::in_destination;
    if (tag.has("transit")) return ReportField::in_transit;
    if (tag.has("host") || tag.has("hosts")) return ReportField::host_community;
    if (tag.has("pendular")) return ReportField::pendular;
    if (tag.has("returnees")) return ReportField::returnees;
    return ReportField::new_beneficiaries;
}

ReportField field_of_reached(const formats::HxlTag& tag) {
    const auto part = field_of_part_of_new(tag);
    if (tag.has("new")) return part;
    return part == ReportField::new_beneficiaries ? ReportField::beneficiaries : ReportField::other;
}

ReportField field_of_organisation(const formats::HxlTag& tag) {
    if (tag.has("impl") || tag.has("implementing")) return ReportField::implementing_partner;
    const bool is_another = tag.has("funder") || tag.has("donor") || tag.has("type") ||
                            tag.has("code") || tag.has("url");
    return is_another ? ReportField::other : ReportField::organisation;
}

ReportField field_of_name(const formats::HxlTag& tag) {
    const auto& name = tag.tag;
    const bool code = tag.has("code");
    if (name == "#country") return ReportField::country;
    if (name == "#adm1") return code ? ReportField::admin1_code : ReportField::admin1;
    if (name == "#adm2") return code ? ReportField::admin2_code : ReportField::admin2;
    if (name == "#org") return field_of_organisation(tag);
    if (name == "#date") {
        if (tag.has("end") || tag.has("reported")) return ReportField::other;
        return tag.has("year") ? ReportField::year : ReportField::period;
    }
    if (name == "#reached") return field_of_reached(tag);
    if (name == "#output") return ReportField::output;
    if (name == "#value") return ReportField::value_usd;
    if (name == "#meta" && tag.has("setup")) return ReportField::through_partner;
    if (name == "#meta" && tag.has("plan")) return ReportField::in_plan;
    if (name == "#modality") return tag.has("cash") ? ReportField::cash : ReportField::mechanism;
    if (code) return ReportField::other;
    if (name == "#sector") return ReportField::sector;
    if (name == "#indicator") return ReportField::indicator;
    if (name == "#activity") return tag.has("type") ? ReportField::type : ReportField::activity;
    if (name == "#description") return ReportField::description;
    return ReportField::other;
}

}  // namespace

SuggestedField field_of_tag(const formats::HxlTag& tag) {
    const auto field = field_of_name(tag);
    return {field, tag.has("acronym") ? by_hashtag_of_acronym : by_hashtag};
}

}  // namespace tenpoint::activities
