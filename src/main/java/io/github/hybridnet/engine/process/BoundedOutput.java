package io.github.hybridnet.engine.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a process writes, on a thread of its own: a process that nobody reads from stops. One
 * that writes more than was asked for is ended.
 */
final class BoundedOutput implements AutoCloseable {
  /** A child that outlives the process may keep the pipe open. */
  private static final long LAST_WORDS_MILLIS = 2_000;

  private static final int CHUNK = 8_192;

  private final Process process;
  private final InputStream in;
  private final int limit;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Thread reader;
  private boolean tooMuch;

  private BoundedOutput(Process process, InputStream in, int limit) {
    this.process = process;
    this.in = in;
    this.limit = limit;
    this.reader = DaemonThreadFactory.thread("hybridnet-output", this::read);
  }

  static BoundedOutput of(Process process, InputStream in, int limit) {
    BoundedOutput output = new BoundedOutput(process, in, limit);
    if (limit > 0) {
      output.reader.start();
    }
    return output;
  }

  private void read() {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int length = in.read(chunk); length != -1; length = in.read(chunk)) {
        if (!keep(chunk, length)) {
          ChildProcess.end(process);
          return;
        }
      }
    } catch (IOException e) {
      // The process has ended, or nobody wants to know more of it.
      return;
    }
  }

  private synchronized boolean keep(byte[] chunk, int length) {
    tooMuch = tooMuch || bytes.size() + length > limit;
    if (!tooMuch) {
      bytes.write(chunk, 0, length);
    }
    return !tooMuch;
  }

  synchronized boolean isTooMuch() {
    return tooMuch;
  }

  /** What was written, once the process has ended. */
  String text() throws InterruptedException {
    reader.join(LAST_WORDS_MILLIS);
    synchronized (this) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  /** Lets go of the pipe also where a child of the process still holds it. */
  @Override
  public void close() throws IOException {
    in.close();
  }
}
