// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ektorp.changes.ChangesCommand;
import org.ektorp.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for changes of the main database since the last one, and waits for the answer. Each answer
 * is whole, so proxies that buffer or compress do no harm, which they do to a continuous feed. It
 * always says since when: Ektorp would otherwise ask the database for its sequence and trip over
 * those of CouchDB 3.
 */
final class LongPoll implements ChangeFeed.Subscription, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(LongPoll.class);
  private static final long LONGEST_WAIT = 30_000;
  private static final int MOST = 1000;

  /** Between two requests: changes of one run come in one answer. */
  private static final long PACE = 100;

  private static final long PAUSE = 2000;

  private final CouchClient client;
  private final CouchDbSettings settings;
  private final KeyPrefix prefix;
  private final ChangeFeed.Changes changes;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable HttpResponse waiting;
  private String since = "now";
  private boolean missed;

  private LongPoll(
      CouchClient client, CouchDbSettings settings, KeyPrefix prefix, ChangeFeed.Changes changes) {
    this.client = client;
    this.settings = settings;
    this.prefix = prefix;
    this.changes = changes;
  }

  static LongPoll start(
      CouchClient client, CouchDbSettings settings, KeyPrefix prefix, ChangeFeed.Changes changes) {
    LongPoll poll = new LongPoll(client, settings, prefix, changes);
    poll.begin();
    Thread.ofVirtual().name("couchdb-changes").start(poll);
    return poll;
  }

  /** What is written after this has returned is told. */
  private void begin() {
    try {
      since = ask(command("now").limit(1), false).path("last_seq").asText("now");
    } catch (IOException | RuntimeException e) {
      missed = true;
    }
  }

  @Override
  public void run() {
    while (!closed(PACE)) {
      try {
        poll();
      } catch (IOException | RuntimeException e) {
        if (isClosed() || closed(PAUSE)) {
          return;
        }
        LOG.debug("{}", client.at("no changes told: " + e.getMessage()));
        missed = true;
      }
    }
  }

  private void poll() throws IOException {
    if (missed) {
      since = ask(command("now").limit(1), false).path("last_seq").asText("now");
      missed = false;
      changes.lost();
    }
    long wait = Math.min(LONGEST_WAIT, settings.requestTimeout() / 2);
    ChangesCommand.Builder command =
        command(since).limit(MOST).param("feed", "longpoll").param("timeout", Long.toString(wait));
    JsonNode answer = ask(command, true);
    for (JsonNode row : answer.path("results")) {
      tell(row.path("id").asText());
    }
    since = answer.path("last_seq").asText(since);
  }

  private static ChangesCommand.Builder command(String since) {
    return new ChangesCommand.Builder().since(since);
  }

  private JsonNode ask(ChangesCommand.Builder command, boolean isLong) throws IOException {
    HttpResponse response =
        client.open(CouchClient.path(settings.database(), command.build().toString()));
    if (isLong) {
      waiting = response;
      if (isClosed()) {
        response.abort();
      }
    }
    try {
      Answer answer = CouchClient.read(response);
      if (answer.status() != 200) {
        throw new IOException(answer.inWords());
      }
      return answer.body();
    } finally {
      waiting = null;
    }
  }

  private void tell(String id) {
    if (DocumentIds.isKey(id)) {
      Key key = DocumentIds.key(id);
      if (key.startsWith(prefix)) {
        changes.changed(key);
      }
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0 || client.isClosed();
  }

  private boolean closed(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS) || client.isClosed();
    } catch (InterruptedException e) {
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    HttpResponse response = waiting;
    if (response != null) {
      response.abort();
    }
  }
}
