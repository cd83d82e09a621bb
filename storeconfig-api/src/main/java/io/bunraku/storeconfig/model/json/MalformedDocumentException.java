// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model.json;

import org.jspecify.annotations.Nullable;

/** Bytes are not the document that they should be. */
public final class MalformedDocumentException extends RuntimeException {

  MalformedDocumentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
