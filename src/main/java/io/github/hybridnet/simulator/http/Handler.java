package io.github.hybridnet.simulator.http;

/** Answers requests; called by several threads at once. */
@FunctionalInterface
public interface Handler {

  /** Answers one request. */
  Response handle(Request request);
}
