// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/log_line.h"

namespace dramatis::capture {

LineProblem LogLine::read(std::string_view line, traffic::Exchange &exchange)
{
    return m_format.match(line, m_fields) ? m_converter.convert(m_fields, exchange)
                                          : LineProblem::Form;
}

LineProblem LogLine::readExactly(std::string_view line, traffic::Exchange &exchange)
{
    if (!m_format.matchExactly(line, m_fields))
        return LineProblem::Form;
    // A whole number where nginx writes "0.012" is another format's field.
    if (m_format.stampOf() == StampOf::End && m_format.has(LogField::Seconds)
        && at(m_fields, LogField::Seconds).find('.') == std::string_view::npos)
        return LineProblem::Latency;
    const std::string_view upstreams = at(m_fields, LogField::Upstreams);
    if (m_format.has(LogField::Upstreams) && upstreams != "-" && !upstreams.empty()
        && upstreams.find_first_of(" \"") != std::string_view::npos
        && upstreams.find(", ") == std::string_view::npos
        && upstreams.find(" : ") == std::string_view::npos)
        return LineProblem::Form;
    if (!areUpstreamTimes(at(m_fields, LogField::UpstreamSeconds)))
        return LineProblem::Latency;
    return m_converter.convert(m_fields, exchange);
}

} // namespace dramatis::capture
