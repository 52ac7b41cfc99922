// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/kinds.hpp"

#include <algorithm>

#include "desks/movements/batch.hpp"
#include "desks/movements/corridor.hpp"
#include "desks/movements/mapping_json.hpp"
#include "desks/movements/rule.hpp"
#include "desks/movements/ruling.hpp"
#include "desks/movements/sheet.hpp"
#include "desks/movements/source.hpp"
#include "record/kind.hpp"

TENPOINT_DERIVE_KIND(tenpoint::intake::Source);
TENPOINT_DERIVE_KIND(tenpoint::intake::Batch);
TENPOINT_DERIVE_KIND(tenpoint::movements::Corridor);
TENPOINT_DERIVE_KIND(tenpoint::movements::Rule);
TENPOINT_DERIVE_KIND(tenpoint::movements::Ruling);
TENPOINT_DERIVE_KIND(tenpoint::movements::Sheet);

namespace tenpoint::record {

void Kind<movements::Source>::check(const Source& source, std::vector<FieldProblem>& problems) {
    const auto mapping = movements::mapping_from_json(source.mapping.value);
    if (mapping) return;
    for (const auto& problem : mapping.error().fields)
        problems.push_back({"/mapping" + problem.pointer, problem.code, problem.arguments});
}

void Kind<movements::Batch>::check(const Batch& batch, std::vector<FieldProblem>& problems) {
    if (batch.rows != batch.used + batch.rejected + batch.skipped)
        problems.push_back({"/rows", "rows_do_not_add_up"});
}

void Kind<movements::Corridor>::check(const Corridor& corridor,
                                      std::vector<FieldProblem>& problems) {
    for (auto place = corridor.places.begin(); place != corridor.places.end(); ++place)
        if (std::find(corridor.places.begin(), place, *place) != place)
            problems.push_back({"/places", "repeated"});
}

void Kind<movements::Rule>::check(const Rule& rule, std::vector<FieldProblem>& problems) {
    if (is_refused(problems, "/method")) return;
    const bool names_one = rule.method == movements::RuleMethod::authoritative;
    if (names_one && !rule.source) problems.push_back({"/source", "required"});
    if (!names_one && rule.source) problems.push_back({"/source", "not_used_by_method"});
}

void Kind<movements::Ruling>::check(const Ruling& ruling, std::vector<FieldProblem>& problems) {
    if (ruling.to < ruling.from && !is_refused(problems, "/from"))
        problems.push_back({"/to", "ends_before_it_begins"});
    if (ruling.withdrawn && (!ruling.withdrawn_reason || ruling.withdrawn_reason->empty()))
        problems.push_back({"/withdrawn_reason", "required"});
}

void Kind<movements::Sheet>::check(const Sheet& sheet, std::vector<FieldProblem>& problems) {
    if (sheet.corridor.has_value() == sheet.place.has_value() && !is_refused(problems, "/place"))
        problems.push_back({"/corridor", "corridor_or_place"});
    if (sheet.to < sheet.from && !is_refused(problems, "/from"))
        problems.push_back({"/to", "ends_before_it_begins"});
}

}  // namespace tenpoint::record

namespace tenpoint::movements {

std::array<const record::KindInfo*, 6> kinds() {
    return {&record::kind_info<Source>(),   &record::kind_info<Batch>(),
            &record::kind_info<Corridor>(), &record::kind_info<Rule>(),
            &record::kind_info<Ruling>(),   &record::kind_info<Sheet>()};
}

}  // namespace tenpoint::movements
