// SPDX-License-Identifier: Apache-2.0
#include "web/metrics.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "web/process_metrics.hpp"

namespace tenpoint::web {
namespace {

template <class... Values>
void line(std::string& out, fmt::format_string<Values...> pattern, Values&&... values) {
    fmt::format_to(std::back_inserter(out), pattern, std::forward<Values>(values)...);
    out += '\n';
}

void describe(std::string& out, std::string_view name, std::string_view type,
              std::string_view help) {
    line(out, "# HELP {} {}", name, help);
    line(out, "# TYPE {} {}", name, type);
}

void write(std::string& out, std::string_view name, Metrics::Sort sort, std::string_view help,
           double value) {
    describe(out, name, sort == Metrics::Sort::gauge ? "gauge" : "counter", help);
    line(out, "{} {}", name, value);
}

}  // namespace

void Metrics::count_request(std::string_view method, std::string_view route, int status,
                            std::optional<Seconds> spent) {
    const std::scoped_lock lock(mutex_);
    ++requests_[{std::string(method), std::string(route), status}];
    if (!spent) return;
    auto& durations = durations_[{std::string(method), std::string(route)}];
    const auto bound = std::ranges::lower_bound(bounds, spent->count());
    ++durations.counts.at(static_cast<std::size_t>(bound - bounds.begin()));
    durations.sum += spent->count();
}

void Metrics::watch(std::string name, Sort sort, std::string help, std::function<double()> value) {
    const std::scoped_lock lock(mutex_);
    watched_.push_back({std::move(name), sort, std::move(help), std::move(value)});
}

// No label needs an escape: methods are words, routes are ours.
void Metrics::write_requests(std::string& out) const {
    describe(out, "tenpoint_http_requests_total", "counter", "Requests that were answered.");
    for (const auto& [key, count] : requests_) {
        const auto& [method, route, status] = key;
        line(out, R"(tenpoint_http_requests_total{{method="{}",route="{}",status="{}"}} {})",
             method, route, status, count);
    }
}

void Metrics::write_durations(std::string& out) const {
    constexpr std::string_view name = "tenpoint_http_request_duration_seconds";
    describe(out, name, "histogram", "From a request's first byte to its answer's last.");
    for (const auto& [key, durations] : durations_) {
        const auto labels = fmt::format(R"(method="{}",route="{}")", key.first, key.second);
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            sum += durations.counts.at(i);
            line(out, R"({}_bucket{{{},le="{}"}} {})", name, labels, bounds.at(i), sum);
        }
        sum += durations.counts.back();
        line(out, R"({}_bucket{{{},le="+Inf"}} {})", name, labels, sum);
        line(out, "{}_sum{{{}}} {}", name, labels, durations.sum);
        line(out, "{}_count{{{}}} {}", name, labels, sum);
    }
}

std::string Metrics::text() const {
    std::string out;
    std::vector<Watched> watched;
    {
        const std::scoped_lock lock(mutex_);
        write_requests(out);
        write_durations(out);
        watched = watched_;  // what they read may lock in turn
    }
    for (const auto& each : watched)
        write(out, each.name, each.sort, each.help, each.value());
    const auto process = process_metrics();
    write(out, "process_cpu_seconds_total", Sort::counter, "CPU time of user and system.",
          process.cpu_seconds);
    write(out, "process_resident_memory_bytes", Sort::gauge, "Memory that is resident.",
          process.resident_bytes);
    write(out, "process_open_fds", Sort::gauge, "Open file descriptors.", process.open_files);
    return out;
}

}  // namespace tenpoint::web
