// SPDX-License-Identifier: Apache-2.0
#pragma once

// Only for the network's own source files: it brings Asio in.

#include <atomic>
#include <cstdint>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace tenpoint::web {

// The threads that do what blocks, and how much of it waits for one of them.
struct WorkPool {
    explicit WorkPool(int count) : threads(static_cast<std::size_t>(count)) {}
    boost::asio::thread_pool threads;
    std::atomic<std::int64_t> waiting = 0;
};

// Runs a blocking function on the pool and resumes the caller on its own executor, with the result
// or the exception. The wait cannot be cancelled: the function uses the caller's frame.
template <class Work>
boost::asio::awaitable<std::invoke_result_t<Work&>> on_pool(WorkPool& pool, Work work) {
    namespace asio = boost::asio;
    std::optional<std::invoke_result_t<Work&>> outcome;
    auto start = [&](auto handler) {
        auto executor = asio::get_associated_executor(handler);
        auto task = [&outcome, &work, &pool, executor, handler = std::move(handler),
                     guard = asio::make_work_guard(executor)]() mutable {
            --pool.waiting;
            std::exception_ptr failure;
            try {
                outcome.emplace(work());
            } catch (...) {
                failure = std::current_exception();
            }
            asio::post(executor, [handler = std::move(handler), failure]() mutable {
                std::move(handler)(failure);
            });
        };
        ++pool.waiting;
        asio::post(pool.threads, std::move(task));
    };
    co_await asio::async_initiate<decltype(asio::use_awaitable), void(std::exception_ptr)>(
        start, asio::use_awaitable);
    co_return std::move(*outcome);
}

}  // namespace tenpoint::web
