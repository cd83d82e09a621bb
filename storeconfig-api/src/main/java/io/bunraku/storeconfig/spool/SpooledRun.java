// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spool;

import io.bunraku.storeconfig.CompiledRun;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Catalog;
import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.Stamp;
import io.bunraku.storeconfig.model.json.Codecs;
import io.bunraku.storeconfig.spi.StoreException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as bytes: its catalog, its exports and its facts, each as long as the number before it. */
final class SpooledRun {

  private SpooledRun() {}

  static Bytes encode(CompiledRun run, long given) {
    Stamp stamp = new Stamp(0, run.generation(), given, "spool", new UUID(0, 0));
    Bytes catalog =
        Codecs.CATALOG.encode(
            new Catalog(
                run.node(),
                run.environment(),
                stamp,
                run.version(),
                run.codeId(),
                run.catalogUuid(),
                run.json()));
    Bytes exports = Codecs.EXPORTS.encode(new ExportSet(run.node(), stamp, run.exports()));
    Facts facts = run.facts();
    return join(
        catalog, exports, facts == null ? Bytes.of(new byte[0]) : Codecs.FACTS.encode(facts));
  }

  private static Bytes join(Bytes... parts) {
    int size = 0;
    for (Bytes part : parts) {
      size += Integer.BYTES + part.size();
    }
    ByteBuffer all = ByteBuffer.allocate(size);
    for (Bytes part : parts) {
      all.putInt(part.size()).put(part.array());
    }
    return Bytes.of(all.array());
  }

  /**
   * Reads a run.
   *
   * @throws StoreException if the bytes are none
   */
  static CompiledRun decode(Bytes bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.array());
    Catalog catalog = Codecs.CATALOG.decode(next(in));
    ExportSet exports = Codecs.EXPORTS.decode(next(in));
    Bytes facts = next(in);
    @Nullable Facts sent = facts.size() == 0 ? null : Codecs.FACTS.decode(facts);
    return new CompiledRun(
        catalog.node(),
        catalog.environment(),
        catalog.stamp().generation(),
        catalog.version(),
        catalog.codeId(),
        catalog.catalogUuid(),
        catalog.json(),
        exports.resources(),
        sent);
  }

  private static Bytes next(ByteBuffer in) {
    try {
      byte[] part = new byte[Math.clamp(in.getInt(), 0, in.remaining())];
      in.get(part);
      return Bytes.of(part);
    } catch (BufferUnderflowException e) {
      throw new StoreException("The entry is cut off", e);
    }
  }
}
