// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** The s3 backend: a document is an object, its token the ETag, its guard If-Match. */
@NullMarked
package io.bunraku.storeconfig.s3;

import org.jspecify.annotations.NullMarked;
