// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is compressed: gzip, zstd, bzip2 or xz, as its first bytes say.
#include "core/capture/decoder.h"
#include "tests/fuzz/seeds.h"

#include <array>

using namespace dramatis;
using namespace dramatis::capture;

namespace {

/// Enough to go through a buffer of a device several times.
constexpr std::size_t kMostOutput = std::size_t{4} << 20;

QList<QByteArray> seedsOf(const QString &path, const QByteArray &)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > fuzz::kMostOfASeed)
        return {};
    const QByteArray bytes = file.readAll();
    return compressionOf(bytes) == Compression::None ? QList<QByteArray>() : QList{bytes};
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    fuzz::writeSeedsIfAsked(*argc, *argv, seedsOf);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::span input(reinterpret_cast<const char *>(data), size);
    const auto decoder =
        makeDecoder(compressionOf(QByteArrayView(input.data(), static_cast<qsizetype>(size))));
    if (!decoder)
        return 0;
    static std::array<char, 64 * 1024> output;
    for (std::size_t produced = 0; produced < kMostOutput;) {
        const Decoder::Step step = decoder->decode(input, output);
        if (step.consumed > input.size() || step.produced > output.size())
            qFatal("more was taken or made than there is");
        input = input.subspan(step.consumed);
        produced += step.produced;
        if (step.state == Decoder::State::Damaged || (step.consumed == 0 && step.produced == 0))
            break;
        if (step.state == Decoder::State::Ended) {
            if (input.empty())
                break;
            decoder->restart();
        }
    }
    return 0;
}
