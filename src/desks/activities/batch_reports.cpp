// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/batch_reports.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "desks/activities/partner_lookup.hpp"
#include "record/kind.hpp"

namespace tenpoint::activities {
namespace {

namespace json = boost::json;

constexpr std::size_t chunk_bytes = 256 * 1024;

// Of what a report does not say nothing is kept.
json::object json_of_report(const ActivityReport& report) {
    const ActivityReport blank;
    json::object object;
    record::for_each_member<ActivityReport>([&]<class D>(D) {
        using V = record::MemberType<ActivityReport, D>;
        if (report.*D::pointer != blank.*D::pointer)
            object[D::name] = record::ValueType<V>::write(report.*D::pointer);
    });
    return object;
}

ActivityReport report_of_json(const json::object& object) {
    ActivityReport report;
    record::for_each_member<ActivityReport>([&]<class D>(D) {
        using V = record::MemberType<ActivityReport, D>;
        const auto* value = object.if_contains(D::name);
        if (value && !record::ValueType<V>::read(*value, report.*D::pointer).empty())
            throw std::runtime_error("a report cannot be read back");
    });
    return report;
}

std::optional<record::Ref<directory::Partner>> partner_called(const PartnerLookup& partners,
                                                              const std::string& name) {
    const auto id = partners.find(name);
    return id ? std::optional(record::Ref<directory::Partner>{*id}) : std::nullopt;
}

}  // namespace

void ReportChunks::add(const ActivityReport& report) {
    chunk_ += chunk_.empty() ? '[' : ',';
    chunk_ += json::serialize(json_of_report(report));
    if (chunk_.size() < chunk_bytes) return;
    chunk_ += ']';
    take_(chunk_);
    chunk_.clear();
}

void ReportChunks::finish() {
    chunk_ += chunk_.empty() ? "[]" : "]";
    take_(chunk_);
}

std::vector<ActivityReport> reports_in(const std::string& chunk) {
    const auto read = json::parse(chunk);
    std::vector<ActivityReport> reports;
    for (const auto& report : read.as_array())
        reports.push_back(report_of_json(report.as_object()));
    return reports;
}

Result<void> place_reports(store::Transaction& transaction,
                           const record::Record<intake::Batch>& batch) {
    const auto partners = all_partners(transaction);
    const auto& [envelope, value] = batch;
    const auto file = transaction.file(value.segment);
    if (!file) return Problem{ProblemCode::not_found, "reports"};
    const store::Draft draft{envelope.owner, envelope.visibility, envelope.shared_with};
    return transaction.with_all_rights([&](store::Transaction& whole) -> Result<void> {
        for (std::int64_t chunk = 0; chunk < file->chunks; ++chunk)
            for (auto& report : reports_in(whole.file_chunk(value.segment, chunk))) {
                report.batch = record::Ref<intake::Batch>{envelope.id};
                report.partner = partner_called(partners, report.organisation);
                report.implementer =
                    partner_called(partners, report.implementing_partner.value_or(""));
                TENPOINT_CHECK(whole.insert(report, draft));
            }
        return {};
    });
}

Result<void> remove_reports(store::Transaction& transaction, const Id& batch) {
    return transaction.with_all_rights([&](store::Transaction& whole) -> Result<void> {
        store::ListQuery query;
        query.equal = {{"batch", batch.text}};
        for (const auto& report : whole.all<ActivityReport>(query))
            TENPOINT_CHECK(whole.remove(record::kind_info<ActivityReport>(), report.envelope.id,
                                        report.envelope.version));
        return {};
    });
}

}  // namespace tenpoint::activities
