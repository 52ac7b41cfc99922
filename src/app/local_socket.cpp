// SPDX-License-Identifier: Apache-2.0
#include "app/local_socket.hpp"

#include <cerrno>
#include <cstring>
#include <streambuf>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <system_error>

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <spdlog/spdlog.h>

#include "app/run.hpp"
#include "app/socket_messages.hpp"
#include "app/typed_files.hpp"
#include "base/bytes.hpp"
#include "base/descriptor.hpp"
#include "base/log_text.hpp"
#include "store/storage_problem.hpp"

namespace tenpoint::app {
namespace {

namespace json = boost::json;

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
        const bool sent = send_message(connection_, {{key_, to_hex(text_)}});
        text_.clear();
        return sent ? 0 : -1;
    }

  private:
    int connection_;
    std::string key_;
    std::string text_;
};

// The files of the client, which opens them and hands them over.
class ClientsFiles final : public TerminalFiles {
  public:
    ClientsFiles(int connection, MessageReader& messages)
        : connection_(connection), messages_(messages) {}

    Result<Descriptor> open(const std::filesystem::path& path, FileUse use) override {
        TENPOINT_CHECK(ask(
            {{"open", path.string()}, {"use", boost::describe::enum_to_string(use, "")}}, path));
        auto file = messages_.take_file();
        if (!file) return Problem{ProblemCode::storage_failed, path.string()};
        return file;
    }
    Result<void> put_at(const std::filesystem::path& path) override {
        return ask({{"put_at", path.string()}}, path);
    }

  private:
    // An answer that came too late would be taken for that to the next question: nothing is asked
    // any more.
    Result<void> ask(const json::object& question, const std::filesystem::path& path) {
        if (is_there_) send_message(connection_, question);
        const auto answer = is_there_ ? messages_.next() : std::nullopt;
        is_there_ = answer.has_value();
        if (!answer) return Problem{ProblemCode::storage_failed, "the command's client is gone"};
        if (const auto* failure = answer->if_contains("failure"))
            return store::file_problem("/file", path, std::string{failure->as_string()});
        return {};
    }

    int connection_;
    MessageReader& messages_;
    bool is_there_ = true;
};

void pass_on(const json::object& message, std::string_view key, std::ostream& stream) {
    std::string bytes;
    if (const auto* hex = message.if_contains(key); hex && from_hex(hex->as_string(), bytes))
        stream << bytes;
}

void answer_with(int connection, const Result<Descriptor>& opened) {
    if (opened)
        send_message(connection, {}, *opened);
    else
        send_message(connection, {{"failure", opened.error().fields.at(0).arguments.at(1)}});
}

// What a server asks of the client's files.
void open_for_server(int connection, const json::object& message, TerminalFiles& files) {
    if (const auto* path = message.if_contains("open")) {
        FileUse use{};
        boost::describe::enum_from_string(message.at("use").as_string().c_str(), use);
        answer_with(connection, files.open(std::string{path->as_string()}, use));
    }
    if (const auto* path = message.if_contains("put_at")) {
        auto put = files.put_at(std::string{path->as_string()});
        answer_with(connection,
                    put ? Result<Descriptor>{Descriptor{}} : Result<Descriptor>{put.error()});
    }
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
    send_message(connection.number(),
                 {{"arguments", json::array(arguments.begin(), arguments.end())},
                  {"folder", terminal.folder.string()},
                  {"input", terminal.input},
                  {"language", to_word(terminal.language)}});
    TypedFiles files(terminal.files, arguments, terminal.folder);
    MessageReader messages(connection.number());
    while (const auto message = messages.next()) {
        pass_on(*message, "out", terminal.out);
        pass_on(*message, "err", terminal.err);
        open_for_server(connection.number(), *message, files);
        if (const auto* code = message->if_contains("exit")) return code->to_number<int>();
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
    for (int i = 0; i < most_at_once; ++i)
        threads_.emplace_back([this] { accept_until_stopped(); });
}

LocalCommands::~LocalCommands() {
    stopping_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    if (!threads_.empty()) {
        {
            const std::scoped_lock lock(mutex_);
            for (const int connection : connections_)
                ::shutdown(connection, SHUT_RD);
        }
        for (auto& thread : threads_)
            thread.join();
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    ::close(listener_);
}

void LocalCommands::accept_until_stopped() {
    while (!stopping_) {
        const Descriptor connection(::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC));
        if (!connection) {
            // Most likely out of file descriptors: others will be closed soon.
            if (!stopping_) std::this_thread::sleep_for(std::chrono::milliseconds(100));
            continue;
        }
        limit_patience(connection.number());
        {
            const std::scoped_lock lock(mutex_);
            connections_.insert(connection.number());
        }
        try {
            if (!stopping_) answer(connection.number());
        } catch (const std::exception& error) {
            spdlog::error("event=local_command_failed error={}", log_text(error.what()));
        }
        const std::scoped_lock lock(mutex_);
        connections_.erase(connection.number());
    }
}

void LocalCommands::answer(int connection) {
    MessageReader messages(connection);
    const auto request = messages.next();
    if (!request) return;
    std::vector<std::string> arguments;
    for (const auto& argument : request->at("arguments").as_array())
        arguments.emplace_back(argument.as_string());
    SendingBuffer out_buffer(connection, "out");
    SendingBuffer err_buffer(connection, "err");
    std::ostream out(&out_buffer);
    std::ostream err(&err_buffer);
    ClientsFiles files(connection, messages);
    Terminal terminal{out,
                      err,
                      std::string{request->at("folder").as_string()},
                      std::string{request->at("input").as_string()},
                      language_from_tag(request->at("language").as_string()).value_or(Language::en),
                      false,
                      files};
    int code = 1;
    try {
        code = run(arguments, terminal, &node_);
    } catch (const std::exception& error) {
        spdlog::error("event=local_command_failed error={}", log_text(error.what()));
        err << "The command failed; the server's log says why.\n";
    }
    out.flush();
    err.flush();
    send_message(connection, {{"exit", code}});
}

}  // namespace tenpoint::app
