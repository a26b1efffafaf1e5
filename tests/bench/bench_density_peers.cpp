// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_density_peers [rows]
//
// DBSCAN at the knee and HDBSCAN* beside R's dbscan and scikit-learn, those that are installed, on
// a mixture (mixture.h) in 6 features, 20,000 rows unless told; of these no more than 4,000 for
// HDBSCAN*, which R does by all pairs. One line of JSON each: seconds of wall time (reading the
// points left out) and the adjusted Rand index with our labels. For DBSCAN also whether the same
// rows are noise: border rows may be in any cluster that has a core row near them, and peers choose
// by order.
#include "core/base/statistics.h"
#include "core/clustering/epsilon_suggestion.h"
#include "tests/bench/mixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::clustering;

namespace {

constexpr int kMinPoints = 10;

/// A script that is given the points' path, eps, minPts and where its labels are to go; it prints
/// its seconds.
struct Peer
{
    const char *name;
    const char *algorithm;
    QString program;
    QStringList arguments;
};

QList<Peer> peers()
{
    const QString r = u"a <- commandArgs(TRUE); x <- as.matrix(read.csv(a[1], header=FALSE)); "
                      "s <- system.time(l <- %1)[['elapsed']]; "
                      "write(l$cluster - 1, a[4], ncolumns=1); cat(s)"_s;
    const QString python =
        u"import sys, time, numpy; x = numpy.loadtxt(sys.argv[1], delimiter=','); %1; "
        "t = time.time(); l = c.fit_predict(x); s = time.time() - t; "
        "numpy.savetxt(sys.argv[4], l, fmt='%d'); print(s)"_s;
    const QString rDbscan = r.arg(u"dbscan::dbscan(x, as.numeric(a[2]), as.integer(a[3]))"_s);
    const QString rHdbscan = r.arg(u"dbscan::hdbscan(x, as.integer(a[3]))"_s);
    const QString sklearn = python.arg(
        u"from sklearn.cluster import DBSCAN; "
        "c = DBSCAN(eps=float(sys.argv[2]), min_samples=int(sys.argv[3]), algorithm='kd_tree')"_s);
    const QString hdbscan = python.arg(
        u"from sklearn.cluster import HDBSCAN; "
        "c = HDBSCAN(min_samples=int(sys.argv[3]), min_cluster_size=int(sys.argv[3]))"_s);
    return {{"R dbscan", "dbscan", u"Rscript"_s, {u"-e"_s, rDbscan}},
            {"scikit-learn", "dbscan", u"python3"_s, {u"-c"_s, sklearn}},
            {"R dbscan", "hdbscan", u"Rscript"_s, {u"-e"_s, rHdbscan}},
            {"scikit-learn", "hdbscan", u"python3"_s, {u"-c"_s, hdbscan}}};
}

void writePoints(const Matrix &x, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(path));
    for (Eigen::Index row = 0; row < x.rows(); ++row) {
        QByteArray line;
        for (Eigen::Index feature = 0; feature < x.cols(); ++feature)
            line += (feature > 0 ? "," : "") + QByteArray::number(x(row, feature), 'g', 17);
        file.write(line + '\n');
    }
}

/// Runs a peer that is installed and compares.
void compare(
    const Peer &peer, const QString &folder, const Clustering &ours, double epsilon, double seconds)
{
    const QString labels = folder + u"/labels"_s;
    QFile::remove(labels);
    QProcess process;
    process.start(peer.program,
                  peer.arguments
                      + QStringList{folder + u"/points.csv"_s,
                                    QString::number(epsilon, 'g', 17),
                                    QString::number(kMinPoints),
                                    labels});
    QFile file(labels);
    if (!process.waitForFinished(-1) || process.exitCode() != 0
        || !file.open(QIODevice::ReadOnly)) {
        std::printf("{\"bench\":\"peer\",\"algorithm\":\"%s\",\"program\":\"%s\","
                    "\"installed\":false}\n",
                    peer.algorithm,
                    peer.name);
        return;
    }
    std::vector<int> theirs;
    while (!file.atEnd())
        theirs.push_back(file.readLine().trimmed().toInt());
    bool isNoiseEqual = theirs.size() == ours.labels.size();
    for (std::size_t row = 0; isNoiseEqual && row < theirs.size(); ++row)
        isNoiseEqual = (theirs[row] == kNoise) == (ours.labels[row] == kNoise);
    std::printf("{\"bench\":\"peer\",\"algorithm\":\"%s\",\"program\":\"%s\",\"rows\":%zu,"
                "\"ourSeconds\":%.3f,\"theirSeconds\":%.3f,\"adjustedRandIndex\":%.6f,"
                "\"sameNoise\":%s,\"clusters\":%d}\n",
                peer.algorithm,
                peer.name,
                ours.labels.size(),
                seconds,
                process.readAllStandardOutput().trimmed().toDouble(),
                adjustedRandIndex(ours.labels, theirs),
                isNoiseEqual ? "true" : "false",
                ours.clusters);
    std::fflush(stdout);
}

void run(const Matrix &x, const QByteArray &algorithm)
{
    QTemporaryDir folder;
    writePoints(x, folder.filePath(u"points.csv"_s));
    NullJobControl job;
    QElapsedTimer clock;
    clock.start();
    const auto index = DensityIndex::build(x, {.minPoints = kMinPoints}, job);
    if (!index)
        qFatal("%s", qPrintable(index.error().toString()));
    const double epsilon = kneeEpsilon(**index).epsilon;
    const Clustering ours = algorithm == "dbscan"
                                ? (*index)->cut(epsilon)
                                : hdbscan(**index, {.minClusterSize = kMinPoints})->clustering;
    const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    for (const Peer &peer : peers())
        if (algorithm == peer.algorithm)
            compare(peer, folder.path(), ours, epsilon, seconds);
}

} // namespace

int main(int argc, char **argv)
{
    constexpr Eigen::Index kMostByAllPairs = 4000;
    const Eigen::Index rows = argc > 1 ? std::atol(argv[1]) : 20'000;
    run(bench::mixture(rows, 6), "dbscan");
    run(bench::mixture(std::min(rows, kMostByAllPairs), 6), "hdbscan");
}
