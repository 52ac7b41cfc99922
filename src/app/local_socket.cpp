// SPDX-License-Identifier: Apache-2.0
#include "app/local_socket.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <streambuf>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <system_error>
#include <unistd.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <spdlog/spdlog.h>

#include "app/run.hpp"
#include "base/bytes.hpp"
#include "base/log_text.hpp"

namespace tenpoint::app {
namespace {

namespace json = boost::json;

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

  private:
    int number_;
};

std::optional<sockaddr_un> address_of(const std::filesystem::path& socket) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto text = socket.string();
    if (text.size() >= sizeof address.sun_path) return std::nullopt;
    std::memcpy(address.sun_path, text.data(), text.size());
    return address;
}

// A client that says nothing must not keep others waiting, nor the server from ending; one that
// takes nothing must not either.
void limit_patience(int connection) {
    const timeval patience{LocalCommands::patience.count(), 0};
    ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
}

const sockaddr* as_generic(const sockaddr_un& address) {
    return reinterpret_cast<const sockaddr*>(&address);
}

bool send_line(int connection, const json::object& message) {
    auto line = json::serialize(message) + '\n';
    std::string_view rest = line;
    while (!rest.empty()) {
        const auto sent = ::send(connection, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

// Reads lines; what came behind a line is kept for the next.
class LineReader {
  public:
    explicit LineReader(int connection) : connection_(connection) {}

    std::optional<std::string> next() {
        while (true) {
            if (const auto end = buffer_.find('\n'); end != std::string::npos) {
                auto line = buffer_.substr(0, end);
                buffer_.erase(0, end + 1);
                return line;
            }
            std::array<char, 4096> bytes{};
            const auto got = ::recv(connection_, bytes.data(), bytes.size(), 0);
            if (got <= 0) return std::nullopt;
            buffer_.append(bytes.data(), static_cast<std::size_t>(got));
        }
    }

  private:
    int connection_;
    std::string buffer_;
};

// A stream that travels to the other end as {"out": …} or {"err": …}; in hexadecimal digits, since
// what a command writes may be no text.
class SendingBuffer final : public std::streambuf {
  public:
    SendingBuffer(int connection, std::string key)
        : connection_(connection), key_(std::move(key)) {}

  protected:
    int_type overflow(int_type character) override {
        if (character != traits_type::eof()) {
            text_ += static_cast<char>(character);
            if (text_.size() >= 64 * 1024) sync();
        }
        return character;
    }
    std::streamsize xsputn(const char* text, std::streamsize length) override {
        text_.append(text, static_cast<std::size_t>(length));
        if (text_.size() >= 64 * 1024) sync();
        return length;
    }
    int sync() override {
        if (text_.empty()) return 0;
        const bool sent = send_line(connection_, {{key_, to_hex(text_)}});
        text_.clear();
        return sent ? 0 : -1;
    }

  private:
    int connection_;
    std::string key_;
    std::string text_;
};

void pass_on(const json::object& message, std::string_view key, std::ostream& stream) {
    std::string bytes;
    if (const auto* hex = message.if_contains(key); hex && from_hex(hex->as_string(), bytes))
        stream << bytes;
}

}  // namespace

std::filesystem::path local_socket_of(const std::filesystem::path& data) {
    return data / "tenpoint.sock";
}

std::optional<int> hand_over(const std::filesystem::path& socket,
                             const std::vector<std::string>& arguments, Terminal& terminal) {
    const auto address = address_of(socket);
    const Descriptor connection(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!address || ::connect(connection.number(), as_generic(*address), sizeof *address) != 0)
        return std::nullopt;
    send_line(connection.number(), {{"arguments", json::array(arguments.begin(), arguments.end())},
                                    {"folder", terminal.folder.string()},
                                    {"input", terminal.input},
                                    {"language", to_word(terminal.language)}});
    LineReader lines(connection.number());
    while (const auto line = lines.next()) {
        const auto message = json::parse(*line).as_object();
        pass_on(message, "out", terminal.out);
        pass_on(message, "err", terminal.err);
        if (const auto* code = message.if_contains("exit")) return code->to_number<int>();
    }
    return std::nullopt;
}

LocalCommands::LocalCommands(const std::filesystem::path& socket, Node& node)
    : path_(socket), node_(node), listener_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const auto address = address_of(socket);
    std::error_code ignored;
    std::filesystem::remove(socket, ignored);  // of a server that did not end in peace
    errno = ENAMETOOLONG;
    if (!address || ::bind(listener_, as_generic(*address), sizeof *address) != 0 ||
        ::chmod(socket.c_str(), 0600) != 0 || ::listen(listener_, 8) != 0) {
        spdlog::warn("event=no_local_commands error={}",
                     log_text(std::generic_category().message(errno)));
        return;
    }
    thread_ = std::thread([this] { accept_until_stopped(); });
}

LocalCommands::~LocalCommands() {
    stopping_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    if (thread_.joinable()) {
        {
            const std::scoped_lock lock(answering_);
            if (connection_ >= 0) ::shutdown(connection_, SHUT_RD);
        }
        thread_.join();
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    ::close(listener_);
}

void LocalCommands::answer_at(int connection) {
    const std::scoped_lock lock(answering_);
    connection_ = connection;
}

void LocalCommands::accept_until_stopped() {
    while (!stopping_) {
        const Descriptor connection(::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC));
        if (connection.number() < 0) {
            // Most likely out of file descriptors: others will be closed soon.
            if (!stopping_) std::this_thread::sleep_for(std::chrono::milliseconds(100));
            continue;
        }
        limit_patience(connection.number());
        answer_at(connection.number());
        try {
            if (!stopping_) answer(connection.number());
        } catch (const std::exception& error) {
            spdlog::error("event=local_command_failed error={}", log_text(error.what()));
        }
        answer_at(-1);
    }
}

void LocalCommands::answer(int connection) {
    LineReader lines(connection);
    const auto line = lines.next();
    if (!line) return;
    const auto request = json::parse(*line).as_object();
    std::vector<std::string> arguments;
    for (const auto& argument : request.at("arguments").as_array())
        arguments.emplace_back(argument.as_string());
    SendingBuffer out_buffer(connection, "out");
    SendingBuffer err_buffer(connection, "err");
    std::ostream out(&out_buffer);
    std::ostream err(&err_buffer);
    Terminal terminal{out, err, std::string{request.at("folder").as_string()},
                      std::string{request.at("input").as_string()},
                      language_from_tag(request.at("language").as_string()).value_or(Language::en)};
    int code = 1;
    try {
        code = run(arguments, terminal, &node_);
    } catch (const std::exception& error) {
        spdlog::error("event=local_command_failed error={}", log_text(error.what()));
        err << "The command failed; the server's log says why.\n";
    }
    out.flush();
    err.flush();
    send_line(connection, {{"exit", code}});
}

}  // namespace tenpoint::app
