// SPDX-License-Identifier: Apache-2.0
#include "web/tls.hpp"

#include <csignal>
#include <fstream>
#include <thread>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "certificates.hpp"
#include "served.hpp"

namespace tenpoint::web {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::milliseconds;

// A client that trusts whoever it meets, and says whom that was.
class TlsClient {
  public:
    explicit TlsClient(std::uint16_t port, int newest = TLS1_3_VERSION) : stream_(io_, context_) {
        SSL_set_max_proto_version(stream_.native_handle(), newest);
        SSL_set_security_level(stream_.native_handle(), 0);
        stream_.next_layer().connect({asio::ip::address_v4::loopback(), port});
        stream_.handshake(asio::ssl::stream_base::client, error_);
    }
    bool is_connected() const { return !error_; }

    std::string peer() {
        const std::unique_ptr<X509, decltype(&X509_free)> certificate(
            SSL_get1_peer_certificate(stream_.native_handle()), X509_free);
        std::string name(64, '\0');
        const auto length = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()),
                                                      NID_commonName, name.data(), 64);
        return name.substr(0, static_cast<std::size_t>(length));
    }
    std::string ask(const std::string& request, const std::string& end) {
        error_code ignored;
        asio::write(stream_, asio::buffer(request), ignored);
        std::string heard;
        std::string piece(4096, '\0');
        while (heard.find(end) == std::string::npos) {
            error_code error;
            heard.append(piece, 0, stream_.read_some(asio::buffer(piece), error));
            if (error) break;
        }
        return heard;
    }

  private:
    asio::io_context io_;
    asio::ssl::context context_{asio::ssl::context::tls_client};
    asio::ssl::stream<tcp::socket> stream_;
    error_code error_;
};

class TlsTest : public testing::Test, protected Served {
  protected:
    TlsTest() {
        spdlog::set_level(spdlog::level::off);
        keep(first_.certificate(), first_.key());
        options.tls = {folder_ / "cert.pem", folder_ / "key.pem"};
        start();
    }

    void keep(const std::string& certificate, const std::string& key) const {
        std::ofstream(folder_ / "cert.pem") << certificate;
        std::ofstream(folder_ / "key.pem") << key;
    }

    TestCertificate first_{"first"};
    std::filesystem::path folder_ = node.store().staging_folder();
};

const std::string health = "GET /api/health HTTP/1.1\r\n\r\n";

TEST_F(TlsTest, ServesOverTlsAndTellsTheBrowserToStayThere) {
    TlsClient client(port);
    EXPECT_EQ(client.peer(), "first");
    const auto heard = client.ask(health, "1.2.3");
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 200 OK\r\n")) << heard;
    EXPECT_NE(heard.find("Strict-Transport-Security: max-age="), std::string::npos);
}

TEST_F(TlsTest, GivesACookieThatNeverTravelsInTheOpen) {
    const std::string body = R"({"name":"officer","password":"a long enough one"})";
    TlsClient client(port);
    const auto heard = client.ask(
        "POST /api/session HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: " +
            std::to_string(body.size()) + "\r\n\r\n" + body,
        "csrf");
    EXPECT_NE(heard.find("HttpOnly; SameSite=Strict; Secure\r\n"), std::string::npos) << heard;
}

TEST_F(TlsTest, NoticesAtOnceThatAListenerHasLeft) {
    {
        TlsClient listener(port);
        const auto request = "GET /api/events HTTP/1.1\r\n" + cookie() + "\r\n";
        EXPECT_TRUE(has(listener.ask(request, "retry: "), "200 OK"));
        EXPECT_EQ(streams.open(), 1);
    }
    for (int tries = 0; tries < 100 && streams.open() > 0; ++tries)
        std::this_thread::sleep_for(milliseconds(20));
    EXPECT_EQ(streams.open(), 0);
}

TEST_F(TlsTest, SpeaksNoOldVersion) {
    EXPECT_TRUE(TlsClient(port, TLS1_2_VERSION).is_connected());
    EXPECT_FALSE(TlsClient(port, TLS1_1_VERSION).is_connected());
}

TEST_F(TlsTest, HangsUpOnWhoeverSpeaksNoTlsOrNothing) {
    for (const std::string& said : {health, std::string()}) {
        asio::io_context io;
        tcp::socket socket(io);
        socket.connect({asio::ip::address_v4::loopback(), port});
        asio::write(socket, asio::buffer(said));
        std::string heard;
        error_code error;
        asio::read(socket, asio::dynamic_buffer(heard), error);
        EXPECT_TRUE(error);
        EXPECT_EQ(heard.find("HTTP"), std::string::npos);
    }
}

TEST_F(TlsTest, TakesANewCertificateWithoutDroppingAnybody) {
    TlsClient before(port);
    before.ask(health, "1.2.3");
    const TestCertificate second("second");
    keep(second.certificate(), second.key());
    server->reload();
    EXPECT_EQ(TlsClient(port).peer(), "second");
    EXPECT_TRUE(before.ask(health, "1.2.3").starts_with("HTTP/1.1 200 "));
}

TEST_F(TlsTest, TakesANewCertificateOnSighup) {
    const TestCertificate second("second");
    keep(second.certificate(), second.key());
    EXPECT_EQ(TlsClient(port).peer(), "first");  // by then it listens to the signal too
    std::raise(SIGHUP);
    for (int tries = 0; tries < 100 && TlsClient(port).peer() != "second"; ++tries)
        std::this_thread::sleep_for(milliseconds(10));
    EXPECT_EQ(TlsClient(port).peer(), "second");
}

TEST_F(TlsTest, KeepsTheOldCertificateWhereTheNewOneIsBad) {
    const TestCertificate second("second");
    const auto halves = {std::pair{second.certificate(), first_.key()},
                         std::pair{std::string("nonsense"), second.key()},
                         std::pair{second.certificate(), std::string()}};
    for (const auto& [certificate, key] : halves) {
        keep(certificate, key);
        server->reload();
        EXPECT_EQ(TlsClient(port).peer(), "first");
    }
}

TEST_F(TlsTest, DoesNotStartOnACertificateThatCannotBeUsed) {
    auto others = options;
    others.tls->key = folder_ / "none.pem";
    const auto second = Server::listen(others, *service, metrics);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ProblemCode::unusable_certificate);
}

}  // namespace
}  // namespace tenpoint::web
