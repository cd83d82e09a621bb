// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.NoNodeAvailableException;
import com.datastax.oss.driver.api.core.NodeUnavailableException;
import com.datastax.oss.driver.api.core.RequestThrottlingException;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import com.datastax.oss.driver.api.core.connection.BusyConnectionException;
import com.datastax.oss.driver.api.core.servererrors.CoordinatorException;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import com.datastax.oss.driver.api.core.servererrors.UnauthorizedException;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/** What the driver's exceptions mean: for the outcome of a write, and for the operator. */
final class Failures {
  private final CassandraSettings settings;

  Failures(CassandraSettings settings) {
    this.settings = settings;
  }

  /** Runs what changes no document. */
  <T> T in(Supplier<T> work) {
    try {
      return work.get();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause && !(cause instanceof StoreException)) {
        throw of(cause);
      }
      throw e;
    } catch (DriverException | IllegalStateException e) {
      throw of(e);
    }
  }

  /** Whether a write that failed so has certainly not been done, nor will be. */
  static boolean isCertain(RuntimeException e) {
    if (e instanceof AllNodesFailedException all) {
      return all.getAllErrors().values().stream()
          .flatMap(List::stream)
          .allMatch(Failures::isUnsent);
    }
    return e instanceof UnavailableException
        || e instanceof QueryValidationException
        || e instanceof IllegalStateException
        || isUnsent(e);
  }

  private static boolean isUnsent(Throwable e) {
    return e instanceof NodeUnavailableException
        || e instanceof BusyConnectionException
        || e instanceof RequestThrottlingException;
  }

  /** Whether a node has answered, so that it does no more about the request. */
  static boolean isFinished(RuntimeException e) {
    return e instanceof CoordinatorException;
  }

  StoreException of(RuntimeException e) {
    String where = "store cassandra: " + settings.where() + ": ";
    if (isCausedBy(e, AuthenticationException.class)) {
      return new StoreException(where + "wrong username or password (" + settings.login() + ")", e);
    }
    if (e instanceof NoNodeAvailableException) {
      return new StoreUnavailableException(
          where
              + "no node of 'local-datacenter' ("
              + settings.localDatacenter()
              + ") can be reached",
          e);
    }
    if (e instanceof UnauthorizedException) {
      return new StoreException(where + line(e) + "; grants.cql has what is needed", e);
    }
    if (e instanceof InvalidQueryException && line(e).contains("does not exist")) {
      return new StoreException(where + missing(e), e);
    }
    return e instanceof QueryValidationException
        ? new StoreException(where + line(e), e)
        : new StoreUnavailableException(where + line(e) + hint(e), e);
  }

  /** A server that wants a certificate only hangs up, or sends an alert. */
  private String hint(RuntimeException e) {
    boolean mayBe =
        settings.tls().enabled()
            && settings.tls().certificate() == null
            && !isCausedBy(e, CertPathBuilderException.class)
            && (isCausedBy(e, SSLException.class) || isCausedBy(e, ClosedChannelException.class));
    return mayBe ? "; does it ask for a certificate ('tls-certificate' and 'tls-key')?" : "";
  }

  private String missing(RuntimeException e) {
    return line(e)
        + "; correct 'keyspace' ("
        + settings.keyspace()
        + "), or make it with schema.cql, or set 'create-schema: true'";
  }

  static boolean isCausedBy(Throwable e, Class<? extends Throwable> kind) {
    if (e instanceof AllNodesFailedException all) {
      return all.getAllErrors().values().stream()
          .flatMap(List::stream)
          .anyMatch(error -> isCausedBy(error, kind));
    }
    Throwable cause = e.getCause();
    return kind.isInstance(e) || (cause != null && isCausedBy(cause, kind));
  }

  /** The driver's words in one line: of a connection that failed, those of its last cause. */
  static String line(Throwable e) {
    if (e instanceof AllNodesFailedException all && !all.getAllErrors().isEmpty()) {
      return "no node answers: " + line(all.getAllErrors().values().iterator().next().get(0));
    }
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    if (last instanceof ClosedChannelException) {
      return "the connection was refused or closed";
    }
    String words = String.valueOf(last.getMessage()).lines().findFirst().orElse("");
    return last instanceof DriverException && !words.isBlank()
        ? words
        : last.getClass().getSimpleName() + " " + words;
  }
}
