// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/templates.h"
#include "ui/base/tokens.h"
#include "ui/graphview/graph_painter.h"
#include "ui/graphview/graph_view.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

namespace {

/// clients -> web -> db, all of them stations or sources.
topology::Topology threeNodes()
{
    topology::Topology topology;
    topology::Node clients;
    clients.id = u"clients"_s;
    clients.kind = topology::NodeKind::Source;
    topology::Node web;
    web.id = u"web"_s;
    web.workers = 4;
    web.serviceTime = topology::Distribution{};
    topology::Node db = web;
    db.id = u"db"_s;
    db.kind = topology::NodeKind::Database;
    topology.nodes = {clients, web, db};
    topology::Call first;
    first.from = u"clients"_s;
    first.to = u"web"_s;
    topology::Call second;
    second.from = u"web"_s;
    second.to = u"db"_s;
    topology.calls = {first, second};
    return topology;
}

QPoint centreOf(const GraphView &view, const QString &id)
{
    return view.mapFromScene(view.look().find(id)->position);
}

} // namespace

class TestGraphView : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_view = std::make_unique<GraphView>();
        m_view->resize(900, 500);
        m_view->show();
        report::GraphDrawing drawing;
        drawing.topology = threeNodes();
        m_view->setLook(lookOf(drawing));
    }

    void layoutGoesFromLeftToRightAlongTheCalls()
    {
        const GraphLook &look = m_view->look();
        QVERIFY(look.find(u"clients"_s)->rect().right() < look.find(u"web"_s)->rect().left());
        QVERIFY(look.find(u"web"_s)->rect().right() < look.find(u"db"_s)->rect().left());
        QCOMPARE(look.edges.size(), std::size_t(2));
    }

    void aClickSelectsANodeAndOneOnTheGroundNothing()
    {
        QSignalSpy selected(m_view.get(), &GraphView::selectionChanged);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centreOf(*m_view, u"web"_s));
        QCOMPARE(m_view->selectedId(), u"web"_s);
        QCOMPARE(selected.count(), 1);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
        QCOMPARE(m_view->selectedId(), QString());
    }

    void aDraggedNodeTellsItsNewPlaceOnce()
    {
        QSignalSpy moved(m_view.get(), &GraphView::nodesMoved);
        const QPointF before = m_view->look().find(u"db"_s)->position;
        const QPoint at = centreOf(*m_view, u"db"_s);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseMove(m_view->viewport(), at + QPoint(0, 30));
        QTest::mouseMove(m_view->viewport(), at + QPoint(0, 60));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, at + QPoint(0, 60));
        QCOMPARE(moved.count(), 1);
        const auto positions = moved.first().first().value<QMap<QString, QPointF>>();
        QCOMPARE(positions.keys(), QStringList{u"db"_s});
        QVERIFY(positions.value(u"db"_s).y() > before.y() + 30);
        QVERIFY(qAbs(positions.value(u"db"_s).x() - before.x()) < 2);
    }

    void aLockedGraphDoesNotMove()
    {
        m_view->setEditable(false);
        QSignalSpy moved(m_view.get(), &GraphView::nodesMoved);
        const QPoint at = centreOf(*m_view, u"db"_s);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseMove(m_view->viewport(), at + QPoint(0, 60));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, at + QPoint(0, 60));
        QCOMPARE(moved.count(), 0);
    }

    void arrowsGoToTheNeighbourAndAltMoves()
    {
        m_view->select(u"web"_s);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->selectedId(), u"db"_s);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->selectedId(), u"web"_s);
        QSignalSpy moved(m_view.get(), &GraphView::nodesMoved);
        const double before = m_view->look().find(u"web"_s)->position.y();
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(moved.count(), 1);
        QVERIFY(m_view->look().find(u"web"_s)->position.y() > before);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(m_view->selectedId(), QString());
    }

    void enterActivatesWhatIsSelected()
    {
        QSignalSpy activated(m_view.get(), &GraphView::activated);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(activated.count(), 0);
        m_view->select(u"web>db"_s);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toString(), u"web>db"_s);
    }

    void zoomStaysWhenTheFiguresChange()
    {
        m_view->zoomBy(0.5);
        const double zoom = m_view->transform().m11();
        GraphLook look = m_view->look();
        look.nodes[1].right = u"12 ms"_s;
        m_view->setLook(look);
        QCOMPARE(m_view->transform().m11(), zoom);
        m_view->fit();
        QVERIFY(m_view->transform().m11() > zoom);
    }

    void differencesAreToldByTheirKeys()
    {
        report::GraphDrawing drawing;
        drawing.base = threeNodes();
        drawing.topology = threeNodes();
        drawing.topology.find(u"web"_s)->workers = 8;
        drawing.topology.nodes.pop_back(); // db is gone, and the call to it
        drawing.topology.calls.pop_back();
        const GraphLook look = lookOf(drawing);
        QCOMPARE(look.find(u"web"_s)->difference, ui::Difference::Changed);
        QCOMPARE(look.find(u"web"_s)->differenceText, u"Δ 4 → 8 workers"_s);
        QCOMPARE(look.find(u"clients"_s)->difference, ui::Difference::None);
        QCOMPARE(look.find(u"db"_s)->difference, ui::Difference::Removed);
        QCOMPARE(look.edges.size(), std::size_t(2));
        QCOMPARE(look.edges.back().difference, ui::Difference::Removed);
    }

    void positionsOfAPersonWinOverTheLayout()
    {
        report::GraphDrawing drawing;
        drawing.topology = threeNodes();
        drawing.positions.insert(u"web"_s, {1000, 777});
        const GraphLook look = lookOf(drawing);
        QCOMPARE(look.find(u"web"_s)->position, QPointF(1000, 777));
        for (const EdgeLook &edge : look.edges)
            QVERIFY(edge.route.empty()); // both touch it
    }

    void edgeWidthFollowsTheRate_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("width");
        QTest::newRow("unknown") << 0.0 << 1.0;
        QTest::newRow("1/s") << 1.0 << 1.0;
        QTest::newRow("10/s") << 10.0 << 2.4;
        QTest::newRow("100/s") << 100.0 << 3.8;
        QTest::newRow("most") << 1e9 << 6.0;
    }
    void edgeWidthFollowsTheRate()
    {
        QFETCH(double, rate);
        EdgeLook edge;
        edge.rate = rate;
        QTEST(edge.width(), "width");
    }

    void aDrawingFitsItsRect()
    {
        report::GraphDrawing drawing;
        for (const topology::TopologyTemplate &candidate : topology::allTemplates()) {
            drawing.topology = candidate.build();
            QImage image(400, 200, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            const QRect inner(40, 30, 320, 140);
            paintGraph(painter, inner, drawing, lightTokens());
            painter.end();
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (!inner.adjusted(-1, -1, 1, 1).contains(x, y))
                        QCOMPARE(image.pixel(x, y), qRgb(255, 255, 255));
        }
    }

private:
    std::unique_ptr<GraphView> m_view;
};

QTEST_MAIN(TestGraphView)
#include "tst_graph_view.moc"
