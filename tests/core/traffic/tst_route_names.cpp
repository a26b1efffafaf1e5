// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/route_names.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::traffic;

namespace {

/// The route of `operation` among these.
QString routeAmong(const QStringList &operations, const QString &operation)
{
    table::StringPool pool;
    for (const QString &one : operations)
        pool.intern(one.toStdString());
    const StringId id = pool.intern(operation.toStdString());
    const RouteNames routes = routeNames(pool);
    return routes.names->text(routes.ofOperation[number(id)]);
}

QStringList numbered(const QString &pattern, int count)
{
    QStringList operations;
    for (int i = 0; i < count; ++i) { // words without digits: aa, ab, ...
        const QString word = QString(QChar(u'a' + i / 26)) + QChar(u'a' + i % 26);
        operations << pattern.arg(word);
    }
    return operations;
}

} // namespace

class TestRouteNames : public QObject
{
    Q_OBJECT

private slots:
    void identifiersAreFolded_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("route");
        const auto row = [](const char *operation, const char *route) {
            QTest::newRow(operation)
                << QString::fromLatin1(operation) << QString::fromLatin1(route);
        };
        row("GET /users/42", "GET /users/{id}");
        row("GET /users/42/orders/7", "GET /users/{id}/orders/{id}");
        row("/sitemap/59.xml", "/sitemap/{id}.xml");
        row("GET /log/2024-01-05", "GET /log/{id}");
        row("GET /2024/01/05/a-title", "GET /{id}/{id}/{id}/a-title");
        row("GET /o/6fa459ea-ee8a-3ca4-894e-db77e160355e", "GET /o/{id}");
        row("GET /blob/9e107d9d372bb6826bd81d3542a419d6", "GET /blob/{id}");
        row("GET /t/dGhpc0lzMVRva2Vu", "GET /t/{id}");
        row("DELETE /mail/a.b@example.org", "DELETE /mail/{id}");
        row("GET http://shop.example/item/9", "GET http://shop.example/item/{id}");
        row("GET /", "GET /");
        row("GET /cart/", "GET /cart/");
        // Names, not identifiers.
        row("GET /v2/items", "GET /v2/items");
        row("GET /jquery-1.9.1.min.js", "GET /jquery-1.9.1.min.js");
        row("GET /facade", "GET /facade");
        row("GET /.well-known/security.txt", "GET /.well-known/security.txt");
        row("SELECT items", "SELECT items");
        row("CONNECT example.org:443", "CONNECT example.org:443");
        row("PING", "PING");
        row("", "");
    }

    void identifiersAreFolded()
    {
        QFETCH(QString, operation);
        QFETCH(QString, route);
        QCOMPARE(routeAmong({}, operation), route);
    }

    /// More than fifty names in one place are things; fifty are an interface.
    void manySiblingsAreFolded()
    {
        const QString fifty = u"GET /category/%1/top"_s;
        QCOMPARE(routeAmong(numbered(fifty, 49), fifty.arg(u"zz"_s)), u"GET /category/zz/top"_s);
        QCOMPARE(routeAmong(numbered(fifty, 50), fifty.arg(u"zz"_s)),
                 u"GET /category/{name}/top"_s);
        // What follows a folded name is one place: each wiki page has its own history.
        QStringList pages;
        for (const QString &page : numbered(u"GET /wiki/%1/"_s, 60))
            pages << page + u"history" << page + u"edit";
        QCOMPARE(routeAmong(pages, u"GET /wiki/new/edit"_s), u"GET /wiki/{name}/edit"_s);
        // Endings are told apart: a page among pictures stays.
        QCOMPARE(routeAmong(numbered(u"GET /static/%1.png"_s, 80), u"GET /static/about.html"_s),
                 u"GET /static/about.html"_s);
        QCOMPARE(routeAmong(numbered(u"GET /static/%1.png"_s, 80), u"GET /static/logo.png"_s),
                 u"GET /static/{name}.png"_s);
        // A page that lists them is none of them.
        QCOMPARE(routeAmong(numbered(u"GET /wiki/%1"_s, 60), u"GET /wiki/"_s), u"GET /wiki/"_s);
    }

    void theOrderDoesNotMatter()
    {
        QStringList operations = numbered(u"GET /a/%1"_s, 70) + numbered(u"POST /b/%1/9"_s, 30);
        const QString first = routeAmong(operations, u"GET /a/zz"_s);
        std::mt19937 random(5);
        std::shuffle(operations.begin(), operations.end(), random);
        QCOMPARE(routeAmong(operations, u"GET /a/zz"_s), first);
    }

    /// A full pool: what had no room stays apart; paths of any depth and bytes are answered.
    void takesWhatIsOdd()
    {
        table::StringPool pool(4);
        for (const char *operation : {"GET /a/1", "GET /a/2", "GET /a/3", "GET /a/4"})
            pool.intern(operation);
        const RouteNames routes = routeNames(pool);
        QVERIFY(pool.overflowed());
        QCOMPARE(routes.ofOperation.size(), pool.size());
        QVERIFY(routes.other != table::StringPool::none());
        QVERIFY(routes.other != routes.ofOperation[1]);
        QString deep = u"GET "_s;
        for (int i = 0; i < 5000; ++i)
            deep += u"/x";
        QCOMPARE(routeAmong({}, deep), deep);
        table::StringPool bytes;
        bytes.intern(std::string_view("GET /\xff\xfe/\0/7", 11));
        QCOMPARE(routeNames(bytes).ofOperation.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestRouteNames)
#include "tst_route_names.moc"
