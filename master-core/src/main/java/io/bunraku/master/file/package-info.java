// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** File serving: mounts, metadata, checksums, content and the filebucket. */
@NullMarked
package io.bunraku.master.file;

import org.jspecify.annotations.NullMarked;
