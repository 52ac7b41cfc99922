// SPDX-License-Identifier: Apache-2.0
#include "app/socket_messages.hpp"

#include <array>
#include <cstring>
#include <string_view>
#include <sys/socket.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace tenpoint::app {
namespace {

namespace json = boost::json;

// Room beside a message for one open file (unix(7), SCM_RIGHTS).
struct Enclosure {
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> bytes{};
};

ssize_t send_enclosing(int connection, std::string_view bytes, int file) {
    iovec part{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    Enclosure enclosure;
    if (file >= 0) {
        message.msg_control = enclosure.bytes.data();
        message.msg_controllen = enclosure.bytes.size();
        auto* header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof file);
        std::memcpy(CMSG_DATA(header), &file, sizeof file);
    }
    return ::sendmsg(connection, &message, MSG_NOSIGNAL);
}

}  // namespace

bool send_message(int connection, const json::object& message, const Descriptor& file) {
    const auto line = json::serialize(message) + '\n';
    std::string_view rest = line;
    int enclosed = file.number();
    while (!rest.empty()) {
        const auto sent = send_enclosing(connection, rest, std::exchange(enclosed, -1));
        if (sent <= 0) return false;
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::optional<json::object> MessageReader::next() {
    while (true) {
        if (const auto end = buffer_.find('\n'); end != std::string::npos) {
            auto message = json::parse(std::string_view{buffer_}.substr(0, end)).as_object();
            buffer_.erase(0, end + 1);
            return message;
        }
        if (!receive()) return std::nullopt;
    }
}

bool MessageReader::receive() {
    std::array<char, 64 * 1024> bytes{};
    iovec part{bytes.data(), bytes.size()};
    Enclosure enclosure;
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = enclosure.bytes.data();
    message.msg_controllen = enclosure.bytes.size();
    const auto got = ::recvmsg(connection_, &message, MSG_CMSG_CLOEXEC);
    if (got <= 0) return false;
    for (auto* header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
        int file = -1;
        std::memcpy(&file, CMSG_DATA(header), sizeof file);
        files_.emplace_back(file);
    }
    buffer_.append(bytes.data(), static_cast<std::size_t>(got));
    return true;
}

Descriptor MessageReader::take_file() {
    if (files_.empty()) return Descriptor{};
    auto file = std::move(files_.front());
    files_.pop_front();
    return file;
}

}  // namespace tenpoint::app
