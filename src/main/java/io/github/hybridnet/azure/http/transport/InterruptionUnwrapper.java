package io.github.hybridnet.azure.http.transport;

/** Finds the interruption inside what the SDK throws. */
public final class InterruptionUnwrapper {
  private InterruptionUnwrapper() {}

  /**
   * Throws the interruption that an exception carries, with the thread's status cleared.
   *
   * @throws InterruptedException when it carries one
   */
  public static void rethrow(RuntimeException thrown) throws InterruptedException {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof InterruptedException) {
        Thread.interrupted();
        throw new InterruptedException("The build was stopped.");
      }
    }
  }
}
