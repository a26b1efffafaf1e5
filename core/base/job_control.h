// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <algorithm>

namespace dramatis {

/// What a long computation may ask of whoever started it. Kernels see only this.
/// `isCancelled` may be called from any thread; `report` and `checkpoint` only from the thread that
/// the job was started in.
class JobControl
{
public:
    virtual ~JobControl() = default;
    [[nodiscard]] virtual bool isCancelled() const noexcept = 0;
    /// @param fraction  done so far, in [0, 1]
    /// @param stage     what is being done, translated; empty keeps the text shown before
    virtual void report(double fraction, const QString &stage) = 0;

    /// Call every few thousand steps: reports progress, fails with Cancelled when asked to stop.
    Result<> checkpoint(double fraction, const QString &stage = {})
    {
        if (isCancelled())
            return makeError(ErrorKind::Cancelled, QStringLiteral("cancelled"));
        report(std::clamp(fraction, 0.0, 1.0), stage);
        return {};
    }
};

/// The part [from, to] of a longer job, for a step that counts its own progress from 0 to 1.
class JobSlice final : public JobControl
{
public:
    JobSlice(JobControl &whole, double from, double to) : m_whole(whole), m_from(from), m_to(to) {}
    bool isCancelled() const noexcept override { return m_whole.isCancelled(); }
    void report(double fraction, const QString &stage) override
    {
        m_whole.report(m_from + fraction * (m_to - m_from), stage);
    }

private:
    JobControl &m_whole;
    double m_from;
    double m_to;
};

/// Never cancelled, reports to nobody: for tests and short work.
class NullJobControl final : public JobControl
{
public:
    bool isCancelled() const noexcept override { return false; }
    void report(double, const QString &) override {}
};

} // namespace dramatis
