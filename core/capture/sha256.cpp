// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/sha256.h"

#include <array>
#include <new>
#include <openssl/evp.h>

namespace dramatis::capture {

void Sha256::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    // Both fail for want of memory only.
    if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc();
}

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
}

QByteArray Sha256::hex()
{
    std::array<unsigned char, 32> digest{};
    EVP_DigestFinal_ex(m_context.get(), digest.data(), nullptr);
    return QByteArray::fromRawData(reinterpret_cast<const char *>(digest.data()), 32).toHex();
}

} // namespace dramatis::capture
