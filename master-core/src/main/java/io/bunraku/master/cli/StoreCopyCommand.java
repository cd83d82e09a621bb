// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.transfer.CopyJournal;
import io.bunraku.storeconfig.transfer.StoreCopy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bunraku store copy}. */
@Command(
    name = "copy",
    mixinStandardHelpOptions = true,
    description = {
      "Moves a whole store to another backend while masters use it.",
      "First the bulk; then the source is fenced (masters can read it, writes answer 503) and the"
          + " rest follows; then both are compared; then the target becomes the living copy."
          + " Interrupted, it goes on where it was when it is run again.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bunraku store copy --from local:path=/var/lib/bunraku/store.db --to s3:bucket=puppet",
      "  bunraku store copy --from old.yaml --to new.yaml",
      "  bunraku store copy --from old.yaml --abandon",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:Both hold the same; masters can be pointed at the target",
      " 1:It did not come to that; the reason is on stderr, and it can be run again",
      " 2:The command line or the configuration has to be corrected",
    })
public final class StoreCopyCommand implements Callable<Integer> {
  /** Longer than a master trusts that there is no fence, and than its longest write. */
  private static final Duration FENCE_WAIT = StoreAdmin.lease().plusSeconds(15);

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions configuration;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "STORE",
      description = "BACKEND:key=value,... or a configuration file.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "STORE",
      description = "An empty store, or one that an interrupted copy has begun to fill.")
  private @Nullable String to;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Where the copy notes what it has done; in the vardir by default.")
  private @Nullable Path journal;

  @Option(
      names = "--fence-wait",
      paramLabel = "SECONDS",
      description = "How long to wait after the fence; shorten it only if no master runs.")
  private @Nullable Integer fenceWait;

  @Option(names = "--abandon", description = "Lifts the fence of a copy that is given up.")
  private boolean abandon;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  public StoreCopyCommand() {}

  @Override
  public Integer call() throws ConfigException, IOException {
    MasterConfig config = configuration.load(List.of());
    PrintWriter out = spec.commandLine().getOut();
    StorePlace place = StorePlace.parse(from, config);
    try (StoreAdmin source = place.openWhole()) {
      if (abandon) {
        StoreCopy.abandon(source);
        out.println(source.name() + " can be written again");
      } else {
        out.println(copy(source, config));
      }
      out.flush();
      return 0;
    }
  }

  private String copy(StoreAdmin source, MasterConfig config) throws ConfigException, IOException {
    if (to == null) {
      throw new ConfigException("Missing required option: '--to=STORE'");
    }
    StorePlace place = StorePlace.parse(to, config);
    String copy = source.name() + " -> " + place.name();
    if (source.name().equals(place.name())) {
      throw new ConfigException("Source and target are the same store: " + place.name());
    }
    Path notes = journal == null ? config.vardir().resolve("store-copy.journal") : journal;
    ProgressLine line = new ProgressLine(spec.commandLine().getErr());
    try (StoreAdmin target = place.openWhole();
        CopyJournal opened = CopyJournal.open(notes, copy)) {
      StoreCopy.Result result =
          new StoreCopy(
                  source,
                  target,
                  opened,
                  fenceWait == null ? FENCE_WAIT : Duration.ofSeconds(fenceWait),
                  wait -> LockSupport.parkNanos(wait.toNanos()),
                  line::show)
              .run();
      return "Copied %s: %d documents, hash %s, epoch %d. Point all masters at the target now."
          .formatted(copy, result.documents(), result.hash(), result.epoch());
    } finally {
      line.end();
    }
  }
}
