package io.github.hybridnet.simulator.http.tls;

import io.github.hybridnet.simulator.http.SimulatorThreadFactory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;

/**
 * The TLS context of the server, made in a thread of its own: at a first start that takes a second,
 * in which everything else can be prepared.
 */
public final class PendingTlsContext {
  private final FutureTask<SSLContext> task;

  private PendingTlsContext(FutureTask<SSLContext> task) {
    this.task = task;
  }

  /** Begins to make the context from these certificates. */
  public static PendingTlsContext begin(ServerCertificates serverCertificates, Instant now) {
    FutureTask<SSLContext> task = new FutureTask<>(() -> serverCertificates.context(now));
    SimulatorThreadFactory.named("simulator-certificates").newThread(task).start();
    return new PendingTlsContext(task);
  }

  /**
   * Waits for the context.
   *
   * @throws IOException if the certificates cannot be made or written
   */
  public SSLContext get() throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException("The certificates could not be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the certificates were made");
    }
  }

  /** Waits until the certificates are written, or could not be. */
  public void awaitEnd() {
    try {
      get();
    } catch (IOException | RuntimeException e) {
      // Something else went wrong first, and that is what is told.
      return;
    }
  }
}
