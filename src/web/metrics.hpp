// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace tenpoint::web {

// What the server counts of itself, for Prometheus. Requests are counted by the pattern of their
// route, never by path: no id, no query, no name of anybody. Safe from many threads.
class Metrics {
  public:
    using Seconds = std::chrono::duration<double>;
    enum class Sort { gauge, counter };

    // A request was answered. Without a duration for what lasts as long as its client stays.
    void count_request(std::string_view method, std::string_view route, int status,
                       std::optional<Seconds> spent);

    // A number that is asked for whenever somebody looks. What it reads outlives the last look.
    void watch(std::string name, Sort sort, std::string help, std::function<double()> value);

    // All of it, and what the system knows of this process, in Prometheus' text format 0.0.4.
    std::string text() const;

  private:
    static constexpr std::array bounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.25,
                                       0.5,   1.0,  2.5,   5.0,  10.0};
    // How many requests took how long: one count for each bound, the last for what was slower.
    struct Durations {
        std::array<std::uint64_t, bounds.size() + 1> counts{};
        double sum = 0;
    };
    struct Watched {
        std::string name;
        Sort sort;
        std::string help;
        std::function<double()> value;
    };
    using MethodAndRoute = std::pair<std::string, std::string>;

    void write_requests(std::string& out) const;
    void write_durations(std::string& out) const;

    mutable std::mutex mutex_;
    std::map<std::tuple<std::string, std::string, int>, std::uint64_t> requests_;
    std::map<MethodAndRoute, Durations> durations_;
    std::vector<Watched> watched_;
};

}  // namespace tenpoint::web
