// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
import com.adobe.testing.s3mock.S3MockApplication;
import com.adobe.testing.s3mock.s3.model.BucketMetadata;
import com.adobe.testing.s3mock.s3.model.S3ObjectMetadata;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.StampedLock;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * S3Mock with four changes: it listens on loopback only, a write excludes every other request, it
 * keeps in memory what it has on the disk of names and attributes (as shipped it parses a file of
 * all names at each request, and one of each object at each listing), and it dies when it is told
 * to, between a write and its answer. (Killed at any other moment it leaves its own files half
 * written, and fails for ever after.)
 *
 * <p>As it is shipped, its check of If-Match and the write that follows are two steps, so updates are
 * lost. The lock is ours: it makes the imitation behave as S3 is documented to, and proves nothing
 * about S3.
 */
public class LockedS3Mock {
  private static final String ADDRESS = "127.0.0.1";
  private static final Set<String> READS = Set.of("GET", "HEAD");

  /**
   * Starts it.
   *
   * @param args the port, the directory where objects are kept, the file whose presence tells it to
   *     die
   */
  public static void main(String[] args) {
    SpringApplication mock = new SpringApplication(S3MockApplication.class);
    mock.setDefaultProperties(
        Map.ofEntries(
            Map.entry("server.address", ADDRESS),
            Map.entry("server.port", "0"),
            Map.entry("server.ssl.enabled", "false"),
            Map.entry("http.port", args[0]),
            Map.entry("com.adobe.testing.s3mock.http-port", args[0]),
            Map.entry("com.adobe.testing.s3mock.store.root", args[1]),
            Map.entry("com.adobe.testing.s3mock.store.retain-files-on-exit", "true"),
            Map.entry("logging.level.root", "WARN"),
            Map.entry("spring.main.banner-mode", "off")));
    mock.addInitializers(
        context -> {
          context.getBeanFactory().addBeanPostProcessor(new OnLoopback());
          context.getBeanFactory().addBeanPostProcessor(new WithMemory());
          ((GenericApplicationContext) context)
              .registerBean("lock", Filter.class, () -> lock(Path.of(args[2])));
        });
    mock.run();
  }

  private static final class OnLoopback implements BeanPostProcessor {
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
      if (bean instanceof Connector connector) {
        connector.setProperty("address", ADDRESS);
      }
      return bean;
    }
  }

  private static final class WithMemory implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof JsonMapper mapper ? new Memory(mapper.rebuild()) : bean;
    }
  }

  /** Keeps what buckets and objects are described by, which is written to the disk as before. */
  private static final class Memory extends JsonMapper {
    private final Map<File, Object> kept = new ConcurrentHashMap<>();

    Memory(JsonMapper.Builder builder) {
      super(builder);
    }

    private static boolean isKept(Class<?> type) {
      return type == BucketMetadata.class || type == S3ObjectMetadata.class;
    }

    @Override
    public <T> T readValue(File file, Class<T> type) {
      return isKept(type)
          ? type.cast(kept.computeIfAbsent(file, f -> super.readValue(f, type)))
          : super.readValue(file, type);
    }

    @Override
    public void writeValue(File file, Object value) {
      super.writeValue(file, value);
      if (isKept(value.getClass())) {
        kept.put(file, value);
      }
    }
  }

  /** An answer's body may be sent by another thread when the filters are through. */
  private static Filter lock(Path death) {
    StampedLock lock = new StampedLock();
    return (request, response, chain) -> {
      boolean reads = READS.contains(((HttpServletRequest) request).getMethod());
      long stamp = reads ? lock.readLock() : lock.writeLock();
      boolean later = false;
      try {
        chain.doFilter(request, response);
        if (!reads && Files.exists(death)) {
          Runtime.getRuntime().halt(137);
        }
        later = request.isAsyncStarted();
        if (later) {
          request.getAsyncContext().addListener(new AtEnd(() -> lock.unlock(stamp)));
        }
      } finally {
        if (!later) {
          lock.unlock(stamp);
        }
      }
    };
  }

  private record AtEnd(Runnable work) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      work.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
