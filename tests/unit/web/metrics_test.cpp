// SPDX-License-Identifier: Apache-2.0
#include "web/metrics.hpp"

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "served.hpp"

namespace tenpoint::web {
namespace {

using std::chrono::milliseconds;

TEST(Metrics, CountRequestsByRouteAndStatus) {
    Metrics metrics;
    metrics.count_request("GET", "/api/partners/{id}", 200, milliseconds(20));
    metrics.count_request("GET", "/api/partners/{id}", 200, milliseconds(25));
    metrics.count_request("GET", "/api/partners/{id}", 404, milliseconds(700));
    metrics.count_request("GET", "/api/partners/{id}", 200, std::chrono::seconds(60));
    metrics.count_request("GET", "/api/events", 200, std::nullopt);
    const auto text = metrics.text();
    const std::string route = R"(method="GET",route="/api/partners/{id}")";
    for (const auto& line :
         {"tenpoint_http_requests_total{" + route + ",status=\"200\"} 3",
          "tenpoint_http_requests_total{" + route + ",status=\"404\"} 1",
          std::string(
              R"(tenpoint_http_requests_total{method="GET",route="/api/events",status="200"} 1)"),
          "tenpoint_http_request_duration_seconds_bucket{" + route + ",le=\"0.01\"} 0",
          "tenpoint_http_request_duration_seconds_bucket{" + route + ",le=\"0.025\"} 2",
          "tenpoint_http_request_duration_seconds_bucket{" + route + ",le=\"1\"} 3",
          "tenpoint_http_request_duration_seconds_bucket{" + route + ",le=\"+Inf\"} 4",
          "tenpoint_http_request_duration_seconds_count{" + route + "} 4"})
        EXPECT_TRUE(has(text, "\n" + line + "\n")) << line << '\n' << text;
    EXPECT_FALSE(has(text, R"(seconds_count{method="GET",route="/api/events"})"));
}

TEST(Metrics, AskForNumbersWhenSomebodyLooks) {
    Metrics metrics;
    double value = 1;
    metrics.watch("tenpoint_things", Metrics::Sort::gauge, "Things.", [&] { return value; });
    value = 2.5;
    EXPECT_TRUE(has(metrics.text(),
                    "# HELP tenpoint_things Things.\n# TYPE tenpoint_things gauge\n"
                    "tenpoint_things 2.5\n"));
    for (const auto* name :
         {"process_cpu_seconds_total", "process_resident_memory_bytes", "process_open_fds"})
        EXPECT_TRUE(has(metrics.text(), "\n" + std::string(name) + " ")) << name;
}

class MetricsRouteTest : public testing::Test, protected Served {
  protected:
    MetricsRouteTest() {
        spdlog::set_level(spdlog::level::off);
        start();
    }
};

TEST_F(MetricsRouteTest, IsOnlyForWhoeverHasTheToken) {
    for (const auto* header : {"", "Authorization: Bearer wrong\r\n", "Authorization: Bearer \r\n",
                               "Authorization: Basic token of the house\r\n"})
        EXPECT_TRUE(get("/metrics", header).starts_with("HTTP/1.1 401 ")) << header;
    EXPECT_TRUE(get("/metrics", cookie()).starts_with("HTTP/1.1 401 "));
    const auto heard = get("/metrics", "Authorization: Bearer token of the house\r\n");
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 200 ")) << heard;
    EXPECT_TRUE(has(heard, "Content-Type: text/plain; version=0.0.4"));
    EXPECT_TRUE(has(heard, "\ntenpoint_connections 1\n")) << heard;
}

TEST_F(MetricsRouteTest, NamesNoPathAndNoQuery) {
    get("/api/health?name=Amal");
    get("/api/Amal");
    get("/Amal");
    const auto heard = get("/metrics", "Authorization: Bearer token of the house\r\n");
    EXPECT_FALSE(has(heard, "Amal")) << heard;
    EXPECT_TRUE(has(heard, R"(route="/api/health",status="400"} 1)")) << heard;
}

}  // namespace
}  // namespace tenpoint::web
