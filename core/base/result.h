// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <type_traits>
#include <utility>

namespace dramatis {

/// What kind of thing went wrong: for code to branch on, never shown.
enum class ErrorKind {
    Io,
    Format,
    InvalidArgument,
    Unsupported,
    NotConverged,
    Cancelled,
    Internal
};

/// Why an operation failed, told so that a person can act on it.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message;     ///< one translated sentence: what went wrong, where, and what to do
    QStringList context; ///< what was being done, innermost first

    [[nodiscard]] Error in(QString doing) &&
    {
        context.append(std::move(doing));
        return std::move(*this);
    }

    /// Message and context in one line: "The time is not a number. (reading x.csv; importing)".
    [[nodiscard]] QString toString() const
    {
        return context.isEmpty() ? message : QString(message + u" (" + context.join(u"; ") + u')');
    }

    bool operator==(const Error &) const = default;
};

/// Value or Error. [[nodiscard]] by type, which tl::expected 1.0 is not.
template<typename T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
    Result(Error error) : tl::expected<T, Error>(tl::unexpect, std::move(error)) {}
};

[[nodiscard]] inline Error makeError(ErrorKind kind, QString message)
{
    return {kind, std::move(message), {}};
}

} // namespace dramatis

#define DRAMATIS_CONCAT_AGAIN(a, b) a##b
#define DRAMATIS_CONCAT(a, b) DRAMATIS_CONCAT_AGAIN(a, b)
#define DRAMATIS_TRY_AS(tmp, decl, ...)                                                            \
    auto tmp = (__VA_ARGS__);                                                                      \
    if (!tmp)                                                                                      \
        return std::move(tmp).error();                                                             \
    decl = *std::move(tmp)
/// `DRAMATIS_TRY(const Table table, reader.read(file));` - binds the value or returns the error.
#define DRAMATIS_TRY(decl, ...)                                                                    \
    DRAMATIS_TRY_AS(DRAMATIS_CONCAT(try_, __COUNTER__), decl, __VA_ARGS__)
#define DRAMATIS_CHECK_AS(tmp, ...)                                                                \
    do {                                                                                           \
        if (auto tmp = (__VA_ARGS__); !tmp)                                                        \
            return std::move(tmp).error();                                                         \
    } while (false)
/// The same where there is no value, or none is wanted.
#define DRAMATIS_CHECK(...) DRAMATIS_CHECK_AS(DRAMATIS_CONCAT(check_, __COUNTER__), __VA_ARGS__)
