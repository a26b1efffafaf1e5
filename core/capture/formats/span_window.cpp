// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/span_window.h"

#include "core/capture/formats/import_tally.h"
#include "core/capture/tr.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace dramatis::capture {

namespace {

constexpr std::size_t kMostText = std::size_t{16} << 20; ///< of all spans held, B
constexpr int kMostAncestors = 512;                      ///< damaged parents can form a ring

std::size_t textSize(const Span &span)
{
    return span.service.size() + span.process.size() + span.peer.size() + span.method.size()
           + span.path.size();
}

bool isServing(SpanKind kind)
{
    return kind == SpanKind::Server || kind == SpanKind::Consumer;
}

/// The client's span that a server's belongs to.
std::uint64_t servedBy(const Span &server)
{
    return server.isShared || server.parent == 0 ? server.id : server.parent;
}

} // namespace

/// Which of the spans held belongs to which.
class SpanWindow::Relations
{
public:
    Relations(const std::vector<Span> &spans, const std::vector<std::uint64_t> &lastServed)
        : m_spans(spans)
        , m_served(lastServed.begin(), lastServed.end())
    {
        for (std::uint32_t i = 0; i < spans.size(); ++i) {
            const Span &span = spans[i];
            (span.kind == SpanKind::Client ? m_clients : m_others).try_emplace(span.id, i);
            if (isServing(span.kind))
                m_served.insert(servedBy(span));
        }
    }

    [[nodiscard]] bool hasServer(const Span &client) const
    {
        const Span *other = find(m_others, client.id);
        return (other && isServing(other->kind)) || m_served.contains(client.id);
    }

    /// The span that another one was part of, null where it is not held. Of two with one id it is
    /// the server's: it is nearer.
    [[nodiscard]] const Span *parentOf(const Span &span) const
    {
        if (span.parent == 0)
            return nullptr;
        if (const Span *other = find(m_others, span.parent); other && other != &span)
            return other;
        const Span *client = find(m_clients, span.parent);
        return client != &span ? client : nullptr;
    }

    /// The span of who called a server: with the same id, or its parent.
    [[nodiscard]] const Span *callerOf(const Span &server) const
    {
        const Span *client = find(m_clients, server.id);
        return client ? client : parentOf(server);
    }

private:
    using Index = std::unordered_map<std::uint64_t, std::uint32_t>;

    [[nodiscard]] const Span *find(const Index &index, std::uint64_t id) const
    {
        const auto found = index.find(id);
        return found == index.end() ? nullptr : &m_spans[found->second];
    }

    const std::vector<Span> &m_spans;
    Index m_clients;
    Index m_others;
    std::unordered_set<std::uint64_t> m_served;
};

Result<> SpanWindow::add(Span span)
{
    m_hasKinds = m_hasKinds || isServing(span.kind) || span.kind == SpanKind::Client;
    m_textSize += textSize(span);
    m_spans.push_back(std::move(span));
    if (m_spans.size() < kMost && m_textSize < kMostText)
        return {};
    return release((m_spans.size() + 1) / 2);
}

void SpanWindow::nameServices(
    const std::function<std::string(const std::string &process)> &serviceOf)
{
    for (; m_unnamed < m_spans.size(); ++m_unnamed) {
        Span &span = m_spans[m_unnamed];
        if (span.service.empty() && !span.process.empty())
            span.service = serviceOf(span.process);
    }
}

Result<> SpanWindow::finish()
{
    DRAMATIS_CHECK(release(m_spans.size()));
    if (m_takesEntries && m_tally.exchanges() > 0)
        m_tally.addNote(
            Tr::tr("No span says whether it is a request. Those that begin a trace or go from one "
                   "service to another count as one."));
    return {};
}

/// Where no span is said to be a request, those are that begin a trace or enter another service.
std::vector<bool> SpanWindow::exchangesAmong(const Relations &relations) const
{
    std::vector<bool> are(m_spans.size());
    for (std::size_t i = 0; i < m_spans.size(); ++i) {
        const Span &span = m_spans[i];
        if (m_takesEntries) {
            const Span *parent = relations.parentOf(span);
            are[i] = !parent || parent->service != span.service;
        } else {
            are[i] = isServing(span.kind)
                     || (span.kind == SpanKind::Client && !relations.hasServer(span));
        }
    }
    return are;
}

/// Lets the first `count` spans go.
Result<> SpanWindow::release(std::size_t count)
{
    if (!m_isDecided) {
        m_takesEntries = !m_hasKinds;
        m_isDecided = true;
    }
    const Relations relations(m_spans, m_lastServed);
    m_lastServed.clear();
    const std::vector<bool> areExchanges = exchangesAmong(relations);
    std::vector<std::int64_t> rows(m_spans.size(), kUnknown);
    auto next = static_cast<std::int64_t>(m_tally.exchanges());
    for (std::size_t i = 0; i < count; ++i) {
        if (areExchanges[i])
            rows[i] = next++;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const Span &span = m_spans[i];
        if (isServing(span.kind))
            m_lastServed.push_back(servedBy(span));
        if (!areExchanges[i]) {
            m_tally.pass();
            continue;
        }
        traffic::Exchange exchange{.begin = span.begin,
                                   .latency = span.latency,
                                   .requestBytes = span.requestBytes,
                                   .responseBytes = span.responseBytes,
                                   .status = span.status,
                                   .outcome = span.outcome,
                                   .method = span.method,
                                   .path = span.path};
        if (span.kind == SpanKind::Client) {
            exchange.host = span.peer;
            exchange.client = span.service;
        } else {
            const Span *caller = relations.callerOf(span);
            exchange.host = span.service;
            exchange.client = caller && !caller->service.empty() ? caller->service : span.peer;
        }
        const Span *ancestor = relations.parentOf(span);
        for (int step = 0; ancestor && step < kMostAncestors && !isKnown(exchange.parent); ++step) {
            exchange.parent = rows[static_cast<std::size_t>(ancestor - m_spans.data())];
            ancestor = relations.parentOf(*ancestor);
        }
        DRAMATIS_CHECK(m_tally.add(exchange));
    }
    m_spans.erase(m_spans.begin(), m_spans.begin() + static_cast<std::ptrdiff_t>(count));
    m_unnamed -= std::min(m_unnamed, count);
    m_textSize = 0;
    for (const Span &span : m_spans)
        m_textSize += textSize(span);
    return {};
}

} // namespace dramatis::capture
