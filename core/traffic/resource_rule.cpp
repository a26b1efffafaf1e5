// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/resource_rule.h"

#include "core/traffic/tr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::traffic {

QString ruleId(ResourceRule rule)
{
    switch (rule) {
    case ResourceRule::Automatic:
        return u"auto"_s;
    case ResourceRule::Server:
        return u"server"_s;
    case ResourceRule::Host:
        return u"host"_s;
    case ResourceRule::Segment:
        return u"segment"_s;
    case ResourceRule::HostAndSegment:
        return u"host+segment"_s;
    case ResourceRule::Route:
        return u"route"_s;
    }
    return {};
}

QString ruleName(ResourceRule rule)
{
    switch (rule) {
    case ResourceRule::Automatic:
        return Tr::tr("Automatic");
    case ResourceRule::Server:
        return Tr::tr("Server instance");
    case ResourceRule::Host:
        return Tr::tr("Host");
    case ResourceRule::Segment:
        return Tr::tr("First path segment");
    case ResourceRule::HostAndSegment:
        return Tr::tr("Host and first path segment");
    case ResourceRule::Route:
        return Tr::tr("Route");
    }
    return {};
}

Result<ResourceRule> ruleFromId(const QString &id)
{
    if (id == u"upstream")
        return ResourceRule::Server;
    if (id == u"service")
        return ResourceRule::Host;
    QStringList known;
    for (const ResourceRule rule : allRules()) {
        if (ruleId(rule) == id)
            return rule;
        known.append(ruleId(rule));
    }
    return makeError(
        ErrorKind::InvalidArgument,
        Tr::tr("There is no resource rule “%1”; there are %2.").arg(id, known.join(u", ")));
}

const QList<ResourceRule> &allRules()
{
    static const QList<ResourceRule> rules{ResourceRule::Automatic,
                                           ResourceRule::Server,
                                           ResourceRule::Host,
                                           ResourceRule::Segment,
                                           ResourceRule::HostAndSegment,
                                           ResourceRule::Route};
    return rules;
}

std::string_view firstSegment(std::string_view path) noexcept
{
    if (!path.starts_with('/'))
        return path.substr(0, path.find('/'));
    const std::size_t name = path.find_first_not_of('/');
    if (name == std::string_view::npos)
        return path.substr(0, 1);
    return path.substr(name - 1, path.find('/', name) - (name - 1));
}

} // namespace dramatis::traffic
