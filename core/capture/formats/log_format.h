// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/capture/formats/log_field.h"

#include <QString>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace dramatis::capture {

/// A format string of nginx (`$remote_addr - ...`) or Apache (`%h %l ...`), compiled into steps
/// that one matcher follows: a field, then the text that ends it.
class LogFormat
{
public:
    /// Compiles a `log_format` string of nginx; the whole directive, in several quoted parts, is
    /// fine.
    /// @errors InvalidArgument: no time in it, two variables with nothing between them
    static Result<LogFormat> fromNginx(const QString &text);
    /// Compiles a `LogFormat` string of Apache's mod_log_config; `\"` may be written for `"`.
    /// @errors InvalidArgument as above, and a time format that is not known
    static Result<LogFormat> fromApache(const QString &text);
    /// The one or the other, by whether `text` has a `$`.
    static Result<LogFormat> fromText(const QString &text);

    /// Takes a line apart up to the last field that means anything; what follows that may be
    /// anything.
    [[nodiscard]] bool match(std::string_view line, LogFields &fields) const;
    /// The same to the very end, where fields that are skipped hold no space unless they are
    /// quoted: what is needed to tell formats apart.
    [[nodiscard]] bool matchExactly(std::string_view line, LogFields &fields) const;

    [[nodiscard]] bool has(LogField field) const { return m_has[static_cast<std::size_t>(field)]; }
    [[nodiscard]] StampOf stampOf() const { return m_stampOf; }

private:
    struct Step
    {
        LogField field = LogField::Skip;
        std::string end; ///< the text after the field; empty for the end of the line
    };
    class Compiler;

    [[nodiscard]] bool
    matchSteps(std::string_view line, LogFields &fields, std::size_t steps, bool exactly) const;

    std::string m_prefix; ///< before the first field
    std::vector<Step> m_steps;
    std::size_t m_needed = 0; ///< steps up to the last field that is used
    std::array<bool, static_cast<std::size_t>(LogField::Count)> m_has{};
    StampOf m_stampOf = StampOf::Begin;
};

} // namespace dramatis::capture
