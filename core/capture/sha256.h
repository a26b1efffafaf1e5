// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

struct evp_md_ctx_st;

namespace dramatis::capture {

/// SHA-256 of a stream of bytes by OpenSSL, which uses the processor's instructions for it: the
/// hash of a capture must not cost more than reading it.
class Sha256
{
public:
    Sha256();
    void add(QByteArrayView bytes);
    /// 64 hexadecimal digits. Nothing may be added afterwards.
    [[nodiscard]] QByteArray hex();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace dramatis::capture
