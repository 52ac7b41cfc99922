// SPDX-License-Identifier: Apache-2.0
#include "app/import_report.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/problem_text.hpp"
#include "base/translations.hpp"
#include "desks/movements/finding_text.hpp"
#include "desks/movements/stored_findings.hpp"

namespace tenpoint::app {
namespace {

namespace json = boost::json;
using movements::Batch;

constexpr std::size_t findings_shown_by_cause = 3;

json::object counts_of(const Batch& batch) {
    return {{"rows", batch.rows},
            {"used", batch.used},
            {"rejected", batch.rejected},
            {"skipped", batch.skipped},
            {"observations", batch.observations},
            {"findings",
             {{"error", batch.errors},
              {"warning", batch.warnings},
              {"information", batch.informations}}},
            {"totals", batch.totals.value},
            {"skipped_by_reason", batch.skipped_by_reason.value}};
}

// Adds the numbers of `more` to those of `sum`, object by object.
void add_to(json::object& sum, const json::object& more) {
    for (const auto& [key, value] : more) {
        auto& entry = sum[key];
        if (value.is_object()) {
            if (entry.is_null()) entry = json::object();
            add_to(entry.as_object(), value.get_object());
        } else {
            entry = (entry.is_null() ? 0 : entry.to_number<std::int64_t>()) +
                    value.to_number<std::int64_t>();
        }
    }
}

json::object problem_json(const Problem& problem, Language language) {
    auto text = problem_text(problem, language);
    return {{"code", to_word(problem.code)},
            {"message", text.substr(0, text.find_last_not_of('\n') + 1)}};
}

json::array same_bytes_json(const std::vector<movements::SameBytes>& same_bytes) {
    json::array items;
    for (const auto& same : same_bytes)
        items.push_back({{"batch", same.batch.text}, {"source", same.source}, {"file", same.file}});
    return items;
}

// A reason is a key of the findings' texts, or the words of a mapping's filter.
std::string reason_text(std::string_view reason, Language language) {
    const auto key = fmt::format("codes.skip_reason.{}", reason);
    return has_translation(language, key) ? translate(language, key) : std::string{reason};
}

}  // namespace

std::string reports_key(std::string_view what, movements::Content content) {
    return content == movements::Content::activities ? fmt::format("activities.{}", what)
                                                     : std::string{what};
}

void print_report(const store::Snapshot& snapshot, const FileReport& report, Terminal& terminal) {
    const auto& batch = report.outcome.batch.value;
    auto& out = terminal.out;
    const auto line = [&](std::string_view key, std::int64_t number) {
        fmt::print(out, "  {:<14}{:>14}\n",
                   translate(terminal.language, fmt::format("reports.{}", key)), number);
    };
    fmt::print(out, "{}\n", report.file);
    line("rows", batch.rows);
    line("used", batch.used);
    line("rejected", batch.rejected);
    line("skipped", batch.skipped);
    for (const auto& [reason, rows] : batch.skipped_by_reason.value)
        fmt::print(out, "    {:>12}  {}\n", rows.to_number<std::int64_t>(),
                   reason_text(reason, terminal.language));
    line(reports_key("observations", batch.content), batch.observations);
    line("errors", batch.errors);
    line("warnings", batch.warnings);
    line("informations", batch.informations);
    for (const auto& [indicator, total] : batch.totals.value)
        fmt::print(out, "  {}: {}\n",
                   translate(terminal.language,
                             fmt::format("codes.indicator.{}", std::string_view{indicator})),
                   total.to_number<std::int64_t>());
    for (const auto& cause : movements::finding_causes(snapshot, batch.findings)) {
        if (cause.severity == Severity::information) continue;
        const auto page = movements::findings_page(snapshot, batch.findings, {{}, cause.code}, 0,
                                                   findings_shown_by_cause);
        for (const auto& finding : page.items)
            fmt::print(out, "  {}\n", movements::finding_line(finding, terminal.language));
        if (page.next)
            fmt::print(
                out, "  {}\n",
                translate(terminal.language, "reports.more_findings",
                          {{"count", page.total - static_cast<std::int64_t>(page.items.size())}}));
    }
    const auto say = [&](std::string_view key, std::string_view name) {
        fmt::print(out, "  {}\n",
                   translate(terminal.language, fmt::format("reports.{}", key), {{"name", name}}));
    };
    const auto& id = report.outcome.batch.envelope.id.text;
    if (report.outcome.same_file)
        say("same_file", id);
    else if (!report.superseded_file.empty())
        say("supersedes", report.superseded_file);
    else if (!report.doubled_file.empty())
        say("counts_twice", report.doubled_file);
    // The others are among the findings.
    for (const auto& same : report.outcome.same_bytes)
        if (!same.is_for_all || report.outcome.same_file)
            fmt::print(out, "  {}\n",
                       movements::finding_line(movements::finding_on(same), terminal.language));
    const bool counts = movements::counts_jointly(report.outcome.batch.envelope.visibility);
    const auto decided = [&](std::string_view what) { say(reports_key(what, batch.content), id); };
    if (batch.status == movements::BatchStatus::accepted)
        decided(counts ? "accepted" : "accepted_kept");
    else if (batch.status == movements::BatchStatus::superseded)
        decided("superseded");
    else if (batch.used > 0)
        decided("proposed");
    else
        say("nothing_read", id);
}

json::object report_json(std::span<const FileReport> reports, Language language) {
    json::object sum;
    json::array files;
    for (const auto& report : reports) {
        const auto& [envelope, batch] = report.outcome.batch;
        auto counts = counts_of(batch);
        add_to(sum, counts);
        const auto& problem = report.problem;
        counts["file"] = report.file;
        counts["batch"] = problem ? json::value(nullptr) : json::value(envelope.id.text);
        counts["status"] = problem ? "refused" : boost::describe::enum_to_string(batch.status, "");
        counts["visibility"] = problem
                                   ? json::value(nullptr)
                                   : json::value(std::string{record::to_word(envelope.visibility)});
        counts["same_file"] = report.outcome.same_file;
        counts["same_bytes"] = same_bytes_json(report.outcome.same_bytes);
        counts["supersedes"] =
            batch.supersedes ? json::value(batch.supersedes->id.text) : json::value(nullptr);
        counts["problem"] =
            problem ? json::value(problem_json(*problem, language)) : json::value(nullptr);
        files.push_back(std::move(counts));
    }
    if (files.size() == 1)
        for (const auto* key : {"file", "batch", "status", "visibility", "same_file", "same_bytes",
                                "supersedes", "problem"})
            sum[key] = files.front().at(key);
    sum["files"] = std::move(files);
    return sum;
}

void ProgressLine::show(std::int64_t rows, double part) {
    const int percent = static_cast<int>(part * 100);
    if (!terminal_.shows_progress || percent == shown_percent_) return;
    shown_percent_ = percent;
    fmt::print(terminal_.err, "\r{}  {:3}%  {}\x1b[K", file_, percent, rows);
    terminal_.err.flush();
}

void ProgressLine::clear() {
    if (shown_percent_ < 0) return;
    fmt::print(terminal_.err, "\r\x1b[K");
    terminal_.err.flush();
}

}  // namespace tenpoint::app
