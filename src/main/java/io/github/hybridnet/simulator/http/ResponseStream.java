package io.github.hybridnet.simulator.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer that goes on. */
public interface ResponseStream {

  /**
   * Writes until there is nothing more to say, or {@link #close} was called.
   *
   * @throws IOException if the client is gone
   */
  void writeTo(OutputStream out) throws IOException;

  /** Makes {@link #writeTo} return soon; called from another thread. */
  void close();
}
