// SPDX-License-Identifier: Apache-2.0
#pragma once

// Only for the network's own source files: it brings Asio in.

#include <optional>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace tenpoint::web {

// How coroutines wait for the network: an error is a value, not an exception.
constexpr auto as_tuple = boost::asio::as_tuple(boost::asio::use_awaitable);

// A client's bytes, over TCP alone or over TLS on it. One type for both, so that all that reads
// and writes HTTP exists once. Reads and writes like Asio's own streams.
class Stream {
  public:
    using executor_type = boost::asio::ip::tcp::socket::executor_type;

    // Without a context: no TLS.
    Stream(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context* context)
        : socket_(std::move(socket)) {
        if (context) tls_.emplace(socket_, *context);
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    executor_type get_executor() { return socket_.get_executor(); }
    boost::asio::ip::tcp::socket& socket() { return socket_; }
    bool is_encrypted() const { return tls_.has_value(); }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        if (tls_) return tls_->async_read_some(buffers, std::forward<Token>(token));
        return socket_.async_read_some(buffers, std::forward<Token>(token));
    }
    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        if (tls_) return tls_->async_write_some(buffers, std::forward<Token>(token));
        return socket_.async_write_some(buffers, std::forward<Token>(token));
    }

    // Only of an encrypted stream: what comes before its first byte and after its last.
    template <class Token>
    auto async_handshake(Token&& token) {
        return tls_->async_handshake(boost::asio::ssl::stream_base::server,
                                     std::forward<Token>(token));
    }
    template <class Token>
    auto async_shutdown(Token&& token) {
        return tls_->async_shutdown(std::forward<Token>(token));
    }

  private:
    boost::asio::ip::tcp::socket socket_;
    std::optional<boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>> tls_;
};

}  // namespace tenpoint::web
