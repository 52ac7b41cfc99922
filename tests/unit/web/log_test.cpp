// SPDX-License-Identifier: Apache-2.0
//
// What stands in the log: what happened, and nothing of whom.
#include <sstream>

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include "served.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {
namespace {

class LogTest : public testing::Test, protected Served {
  protected:
    LogTest() {
        auto sink = std::make_shared<spdlog::sinks::ostream_sink_mt>(lines_);
        spdlog::set_default_logger(std::make_shared<spdlog::logger>("", sink));
        routes.push_back({.method = Method::post,
                          .path = "/api/people/{id}",
                          .answer = [](Request& request) -> Result<Response> {
                              throw std::runtime_error("cannot store '" + request.body + "'");
                          },
                          .query = {{"q", text_schema()}},
                          .audience = Audience::everybody,
                          .body = BodySort::json});
        routes.push_back({.method = Method::get,
                          .path = "/api/failing",
                          .answer = [](Request& request) -> Result<Response> {
                              return Problem{ProblemCode::storage_failed,
                                             "duplicate key\nDETAIL: (name)=(" +
                                                 request.target.query.begin()->second + ")"};
                          },
                          .query = {{"q", text_schema()}},
                          .audience = Audience::everybody});
        start();
    }
    ~LogTest() override {
        stop();
        spdlog::drop_all();
        spdlog::set_default_logger(spdlog::default_factory::create<spdlog::sinks::ostream_sink_mt>(
            "discarded", discarded_));
    }

    std::string log() {
        stop();  // so that the last line is written
        return lines_.str();
    }

    std::ostringstream lines_;
    static inline std::ostringstream discarded_;
};

TEST_F(LogTest, TellsOfARequestWhatItWasAndHowItEnded) {
    get("/api/health/live");
    const auto lines = log();
    EXPECT_TRUE(has(lines, " method=GET route=/api/health/live status=200 ms=")) << lines;
    EXPECT_TRUE(has(lines, "event=answered request=")) << lines;
}

TEST_F(LogTest, HoldsNoNameWhereverItStoodInTheRequest) {
    const std::string name = "Amal-Zahra";
    const std::string quoted = "\"" + name + "\"";
    get("/" + name);
    get("/api/" + name);
    get("/api/health/" + name);
    get("/api/health?q=" + name);
    get("/api/failing?q=" + name);
    get("/api/health/live", "X-Name: " + name + "\r\nCookie: tenpoint_session=" + name + "\r\n");
    get("/api/health/live", "User-Agent: " + name + "\r\nX-Forwarded-For: " + name + "\r\n");
    get("/api/events", cookie() + "Last-Event-ID: " + name + "\r\n");
    post("/api/people/" + name + "?q=" + name, "{\"name\":" + quoted + "}");
    post("/api/session", R"({"name":)" + quoted + R"(,"password":)" + quoted + "}");
    post("/api/session", "{" + quoted);
    post("/api/session", "{" + quoted + ":1}");
    exchange("GET /" + name + "%zz HTTP/1.1\r\n\r\n");
    exchange(name + " / HTTP/1.1\r\n\r\n");
    exchange("GET / HTTP/1.1\r\n" + name + "\r\n\r\n");
    const auto lines = log();
    EXPECT_FALSE(has(lines, "Amal")) << lines;
    EXPECT_FALSE(has(lines, "Zahra")) << lines;
    EXPECT_TRUE(has(lines, "event=answer_failed")) << lines;
    EXPECT_TRUE(has(lines, "problem=storage_failed")) << lines;
}

TEST_F(LogTest, HoldsNoUserWhoSignedIn) {
    post("/api/session", R"({"name":"officer","password":"a long enough one"})");
    get("/api/session", cookie());
    const auto lines = log();
    EXPECT_TRUE(has(lines, "route=/api/session status=200")) << lines;
    EXPECT_FALSE(has(lines, "officer")) << lines;
    EXPECT_FALSE(has(lines, node.user().text)) << lines;
}

}  // namespace
}  // namespace tenpoint::web
